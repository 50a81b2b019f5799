using ServiceTray.Offerings;
using ServiceTray.Themes;

namespace ServiceTray.Surveys;

/// <summary>What every suggestion to a person must meet, as she answered; a limit that is null or empty is not there.</summary>
internal sealed record Limits(
    NearInput? Near, int? Age, IReadOnlyList<string> Languages, IReadOnlyList<AccessibilityAspect> Accessibility, IReadOnlyList<AttendanceMode> Modes, bool Free)
{
    public static Limits Of(FilledSurvey filled, NearInput? near)
    {
        var chosen = filled.Chosen.ToList();
        return new Limits(
            near,
            filled.Age,
            [.. chosen.Select(choice => choice.Language).OfType<string>().Distinct()],
            [.. chosen.SelectMany(choice => choice.Accessibility).Distinct().Order()],
            [.. chosen.SelectMany(choice => choice.Modes).Distinct().Order()],
            chosen.Any(choice => choice.Free));
    }

    /// <summary>These limits on one theme, made narrower by what is asked besides; null: the two leave nothing to find.</summary>
    /// <exception cref="FilterInvalidException">The place or the age is asked anew, and differently.</exception>
    public OfferingFilter? On(ThemeCode theme, OfferingFilter asked) => On([theme], asked);

    /// <summary>As on one theme, on any of several.</summary>
    public OfferingFilter? On(IReadOnlyList<ThemeCode> any, OfferingFilter asked)
    {
        Refuse(Near is not null && asked.Near is not null && asked.Near != Near, "near", "The place was told with the answers.");
        Refuse(Age is not null && asked.AgeYears is not null && asked.AgeYears != Age, "ageYears", "The age was told with the answers.");
        var modes = Both(Modes, asked.Modes);
        var languages = Both(Languages, asked.Languages);
        var themes = Both(any, asked.Themes);
        if (modes is null || languages is null || themes is null || (Free && asked.Free == false))
        {
            return null;
        }

        return asked with
        {
            Themes = themes,
            Near = Near ?? asked.Near,
            AgeYears = Age ?? asked.AgeYears,
            Languages = languages,
            Accessibility = [.. Accessibility.Union(asked.Accessibility ?? []).Order()],
            Modes = modes,
            Free = Free ? true : asked.Free,
        };
    }

    /// <summary>What both lists allow; an empty list allows all, null: they have nothing in common.</summary>
    private static IReadOnlyList<T>? Both<T>(IReadOnlyList<T> mine, IReadOnlyList<T>? asked)
    {
        if (mine.Count == 0 || asked is not { Count: > 0 })
        {
            return mine.Count > 0 ? mine : asked ?? [];
        }

        var both = mine.Intersect(asked).ToList();
        return both.Count > 0 ? both : null;
    }

    private static void Refuse(bool wrong, string argument, string message)
    {
        if (wrong)
        {
            throw new FilterInvalidException(argument, message);
        }
    }
}
