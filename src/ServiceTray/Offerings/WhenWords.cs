using ServiceTray.Calendar;
using ServiceTray.Languages;

namespace ServiceTray.Offerings;

/// <summary>Dates in words, by the Finnish clock.</summary>
internal static class WhenWords
{
    /// <summary>As "tiistai 24.11.2026 klo 9.30–11.00"; over more days than one, both ends in full.</summary>
    public static string Of(Occurrence occurrence, Wording words)
    {
        var starts = HelsinkiTime.Local(occurrence.StartsAt);
        var ends = HelsinkiTime.Local(occurrence.EndsAt);
        if (occurrence.AllDay)
        {
            // It ends where the last of its days does, which is when the next begins.
            var (first, last) = (Day(starts), Day(ends.AddHours(-1)));
            return words["When.AllDay", last <= first ? words.Day(first) : $"{words.Day(first)} – {words.Day(last)}"];
        }

        var from = words["When.At", words.Day(Day(starts)), words.Time(Clock(starts))];
        if (starts == ends)
        {
            return from;
        }

        return Day(starts) == Day(ends)
            ? $"{from}–{words.Time(Clock(ends))}"
            : $"{from} – {words["When.At", words.Day(Day(ends)), words.Time(Clock(ends))]}";
    }

    /// <summary>The same with what became of the date: that it is elsewhere, that it was moved, and from when, or that it does not take place.</summary>
    public static string WithStatus(Occurrence occurrence, Wording words) => occurrence switch
    {
        { Place: { } elsewhere, TakesPlace: true } => $"{Status(occurrence, words)}. {elsewhere}",
        _ => Status(occurrence, words),
    };

    private static string Status(Occurrence occurrence, Wording words) => occurrence switch
    {
        { MovedFrom: { } planned } => $"{Of(occurrence, words)}. {words["When.MovedFrom", Of(new Occurrence(planned, planned, allDay: occurrence.AllDay), words)]}",
        { TakesPlace: false } => $"{words.Of(occurrence.Status)}: {Of(occurrence, words)}",
        _ => Of(occurrence, words),
    };

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.DateTime);

    private static TimeOnly Clock(DateTimeOffset at) => TimeOnly.FromDateTime(at.DateTime);
}
