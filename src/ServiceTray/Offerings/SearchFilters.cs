using ServiceTray.Languages;
using ServiceTray.Themes;

namespace ServiceTray.Offerings;

/// <summary>The filters that can be chosen on the search page, by their fields.</summary>
internal static class SearchFilters
{
    public const string Theme = "theme";
    public const string Kind = "kind";
    public const string Audience = "audience";
    public const string Municipality = "municipality";
    public const string Mode = "mode";
    public const string Access = "access";
    public const string Accessibility = "accessibility";
    public const string Language = "language";
    public const string Free = "free";
    public const string LowThreshold = "lowThreshold";
    public const string HasRoom = "hasRoom";
    public const string GuidancePoint = "guidancePoint";

    public const string When = "when";
    public const string Weekday = "weekday";
    public const string TimeOfDay = "timeOfDay";

    /// <summary>Words that are only words, not read as filters.</summary>
    public const string AsWords = "asWords";

    /// <summary>Each of the words must be found.</summary>
    public const string AllWords = "allWords";

    /// <summary>No needs are sought beside the words.</summary>
    public const string OnlyWords = "onlyWords";

    public const string Yes = "true";

    // What each field takes as a value.
    private static readonly Dictionary<string, Func<string, bool>> Values = new(StringComparer.Ordinal)
    {
        [Theme] = IsWord<ThemeCode>,
        [Kind] = IsWord<OfferingKind>,
        [Audience] = IsWord<AudienceCode>,
        [Mode] = IsWord<AttendanceMode>,
        [Access] = IsWord<AccessMode>,
        [Accessibility] = IsWord<AccessibilityAspect>,
        [Municipality] = value => value.Length == 3 && value.All(char.IsAsciiDigit),
        [Language] = value => value.Length is >= 2 and <= 35 && value.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'),
        [Free] = IsYes,
        [LowThreshold] = IsYes,
        [HasRoom] = IsYes,
        [GuidancePoint] = IsYes,
        [When] = IsWord<NamedSpan>,
        [Weekday] = IsWord<Offerings.Weekday>,
        [TimeOfDay] = IsWord<Offerings.TimeOfDay>,
        [AsWords] = value => value.Length is > 0 and <= 64 && ReadableText.Is(value),
        [AllWords] = IsYes,
        [OnlyWords] = IsYes,
    };

    public static IEnumerable<string> Names => Values.Keys;

    /// <summary>Whether there is such a field and it takes this value.</summary>
    public static bool Takes(string field, string value) => Values.TryGetValue(field, out var takes) && takes(value);

    /// <summary>What the form asks of the tray.</summary>
    public static OfferingFilter Of(SearchForm form, DateTimeOffset now) => Words<NamedSpan>(form, When) is [var span, ..] ? Of(form).On(span, now) : Of(form);

    /// <summary>A filter read from words as choices of the form, to be named as they are.</summary>
    public static IEnumerable<SearchChoice> Choices(AppliedFilter read) => read.Value.Split(',').Select(value => new SearchChoice(FieldOf(read.Filter), value));

    /// <summary>The form without a member of the filter, however it was set; words that set it become only words.</summary>
    public static SearchForm Without(SearchForm form, string member, IReadOnlyList<AppliedFilter> read)
    {
        var words = read.Where(each => each.Filter == member).Select(each => new SearchChoice(AsWords, each.Words!));
        var kept = form.Choices.RemoveAll(choice => choice.Field == FieldOf(member)).AddRange(words);
        return form.FirstPage() with { Choices = kept, Text = member == "text" ? "" : form.Text, Place = member == "near" ? "" : form.Place };
    }

    private static string FieldOf(string member) => member switch
    {
        "kinds" => Kind,
        "themes" => Theme,
        "municipalities" => Municipality,
        "audiences" => Audience,
        "modes" => Mode,
        "languages" => Language,
        "from" => When,
        "weekdays" => Weekday,
        "timesOfDay" => TimeOfDay,
        _ => member,
    };

    private static OfferingFilter Of(SearchForm form) => new()
    {
        Text = form.Text.Length == 0 ? null : form.Text,
        Near = form.Place.Length == 0 ? null : new NearInput(new SpotInput(form.Place), form.RadiusKm),
        Themes = Words<ThemeCode>(form, Theme),
        Kinds = Words<OfferingKind>(form, Kind),
        Audiences = Words<AudienceCode>(form, Audience),
        Modes = Words<AttendanceMode>(form, Mode),
        Access = Words<AccessMode>(form, Access),
        Accessibility = Words<AccessibilityAspect>(form, Accessibility),
        Municipalities = In(form, Municipality),
        Languages = In(form, Language),
        Free = Asked(form, Free),
        LowThreshold = Asked(form, LowThreshold),
        HasRoom = Asked(form, HasRoom),
        GuidancePoint = Asked(form, GuidancePoint),
        Weekdays = Words<Offerings.Weekday>(form, Weekday),
        TimesOfDay = Words<Offerings.TimeOfDay>(form, TimeOfDay),
        AsWords = In(form, AsWords),
        AllWords = Asked(form, AllWords),
        SeekNeeds = form.Has(OnlyWords, Yes) ? false : null,
    };

    private static List<string> In(SearchForm form, string field) => [.. form.Choices.Where(choice => choice.Field == field).Select(choice => choice.Value)];

    private static List<T> Words<T>(SearchForm form, string field)
        where T : struct, Enum => [.. In(form, field).Select(word => PublicWords.Read<T>(word)!.Value)];

    private static bool? Asked(SearchForm form, string field) => form.Has(field, Yes) ? true : null;

    // As the buttons write it: a choice is pressed again by the same letters.
    private static bool IsWord<T>(string value)
        where T : struct, Enum => PublicWords.Read<T>(value) is { } member && PublicWords.Of(member) == value;

    private static bool IsYes(string value) => value == Yes;
}
