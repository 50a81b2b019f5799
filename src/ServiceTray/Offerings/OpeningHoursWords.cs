using ServiceTray.Calendar;
using ServiceTray.Languages;

namespace ServiceTray.Offerings;

/// <summary>Opening hours as lines to read, days that follow each other drawn together.</summary>
internal static class OpeningHoursWords
{
    /// <summary>Those in force today or later: plain weeks first, then spans of dates in their order.</summary>
    public static IReadOnlyList<OpeningLine> Of(IReadOnlyList<OpeningHours> hours, DateOnly today, Language language)
    {
        var words = Texts.In(language);
        return
        [
            .. hours.Where(span => span.ValidTo is null || span.ValidTo >= today)
                .OrderBy(span => span.ValidFrom ?? DateOnly.MinValue)
                .ThenBy(span => span.Weekdays.Count == 0 ? 0 : span.Weekdays.Min(Rank))
                .Select(span => new OpeningLine(Days(span.Weekdays, words), Times(span, words), Dates(span, words), span.Note.TextOrNull(language))),
        ];
    }

    /// <summary>Whether it is open now and until when, or when it opens; null: it tells no hours.</summary>
    public static string? Now(IReadOnlyList<OpeningHours> hours, DateTimeOffset now, Language language)
    {
        if (OpeningTimes.IsOpenAt(hours, now) is not { } isOpen)
        {
            return null;
        }

        var words = Texts.In(language);
        if (OpeningTimes.ChangesAfter(hours, now) is not { } change)
        {
            return words[isOpen ? "Open.Now" : "Closed.Now"];
        }

        var (day, at) = (HelsinkiTime.Day(change), words.Time(TimeOnly.FromDateTime(HelsinkiTime.Local(change).DateTime)));
        return words[isOpen ? "Open.Until" : "Closed.Until", day == HelsinkiTime.Day(now) ? words["Open.At", at] : words["When.At", words.Day(day), at]];
    }

    private static string Days(IReadOnlyList<DayOfWeek> weekdays, Wording words)
    {
        var ranks = weekdays.Select(Rank).Distinct().Order().ToList();
        if (ranks.Count is 0 or 7)
        {
            return words["Hours.EveryDay"];
        }

        var runs = new List<(int From, int To)>();
        foreach (var rank in ranks)
        {
            if (runs.Count > 0 && runs[^1].To == rank - 1)
            {
                runs[^1] = (runs[^1].From, rank);
            }
            else
            {
                runs.Add((rank, rank));
            }
        }

        var text = string.Join(", ", runs.Select(run => run.From == run.To
            ? Name(run.From, words)
            : run.To == run.From + 1 ? $"{Name(run.From, words)}, {Name(run.To, words)}" : $"{Name(run.From, words)}–{Name(run.To, words)}"));
        return char.ToUpper(text[0], words.Culture) + text[1..];
    }

    private static string Times(OpeningHours span, Wording words)
    {
        if (span.Closed)
        {
            return words["Hours.Closed"];
        }

        return (span.Opens, span.Closes) switch
        {
            ({ } opens, { } closes) when opens == closes => words["Hours.AllDay"],
            ({ } opens, { } closes) => words["Hours.Between", words.Time(opens), words.Time(closes)],
            ({ } opens, null) => words["Hours.From", words.Time(opens)],
            (null, { } closes) => words["Hours.Until", words.Time(closes)],
            _ => words["Hours.NotTold"],
        };
    }

    private static string? Dates(OpeningHours span, Wording words) => (span.ValidFrom, span.ValidTo) switch
    {
        ({ } from, { } to) when from == to => words.Date(from),
        ({ } from, { } to) => $"{words.Date(from)} – {words.Date(to)}",
        ({ } from, null) => words["Hours.ValidFrom", words.Date(from)],
        (null, { } to) => words["Hours.ValidTo", words.Date(to)],
        _ => null,
    };

    private static int Rank(DayOfWeek day) => (int)day.FromMonday();

    private static string Name(int rank, Wording words) => words.Culture.DateTimeFormat.GetDayName((DayOfWeek)((rank + 1) % 7));
}

/// <summary>A line of opening hours: days, times, the dates it is in force, and a note.</summary>
internal sealed record OpeningLine(string Days, string Times, string? Dates, Text? Note);
