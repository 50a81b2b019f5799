using System.Numerics;
using ServiceTray.Calendar;
using ServiceTray.Search.Indexing;

namespace ServiceTray.Offerings;

/// <summary>
/// The index's words for when something is open: half hours of the week for what is the same week after week; for what tells seasons or
/// closures blocks of half hours in blocks of weeks, exact for a year ahead, and after that half hours of a week of what then still holds.
/// </summary>
internal static class OpenHalves
{
    /// <summary>Single days are asked for so far ahead; after that nobody tells seasons yet.</summary>
    private const int DaysAsked = 366;

    /// <summary>And laid out so far: what is asked, however long ago within two weeks they were laid out.</summary>
    private const int DaysLaidOut = DaysAsked + 14;

    private const int HalvesOfDay = 48;
    private const string Later = "l";

    /// <summary>The words of some hours, as of a moment.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<OpeningHours> hours, DateTimeOffset now)
    {
        var today = HelsinkiTime.Day(now);
        var told = hours.Where(span => !(span.ValidTo < today.AddDays(-1))).ToList();
        if (told.TrueForAll(span => span is { Closed: false, ValidTo: null } && !(span.ValidFrom > today)))
        {
            return [.. told.SelectMany(span => OfWeek(span, "")).Distinct()];
        }

        var after = told.Where(span => !(span.ValidTo < today.AddDays(DaysAsked))).ToList();
        var later = after.Exists(span => span is { Closed: true, ValidTo: null, Weekdays.Count: 0 }) ? [] : after.Where(span => !span.Closed).SelectMany(span => OfWeek(span, Later));
        return [.. OpenBlocks.Told(HalvesOf(hours, today.AddDays(-1), DaysLaidOut + 1)), .. later.Distinct()];
    }

    /// <summary>The half hours of single days, each as a word.</summary>
    public static IEnumerable<string> OfDays(IReadOnlyList<OpeningHours> hours, DateOnly first, int days) =>
        from day in HalvesOf(hours, first, days)
        from half in Enumerable.Range(0, HalvesOfDay)
        where (day.Value >> half & 1) == 1
        select FormattableString.Invariant($"{day.Key}-{half}");

    /// <summary>The words of what is asked: any of them will do.</summary>
    public static IReadOnlyList<string> Asked(IReadOnlyList<TimeRange> spans, DateTimeOffset from, DateTimeOffset? to, DateTimeOffset now)
    {
        var until = to ?? DateTimeOffset.MaxValue;
        var horizon = HelsinkiTime.At(HelsinkiTime.Day(now).AddDays(DaysAsked), TimeOnly.MinValue);
        var late = from > horizon ? from : horizon;

        // A week of spans tells all half hours that any longer time holds.
        return
        [
            .. OfWeek(Within(spans, from, Earlier(until, from.AddDays(7))), ""),
            .. OpenBlocks.Asked(Within(spans, from, Earlier(until, horizon))),
            .. OfWeek(Within(spans, late, Earlier(until, late > DateTimeOffset.MaxValue.AddDays(-7) ? late : late.AddDays(7))), Later),
        ];
    }

    private static Dictionary<int, ulong> HalvesOf(IReadOnlyList<OpeningHours> hours, DateOnly first, int days) =>
        DayHalves.Of(Enumerable.Range(0, days).SelectMany(day => OpeningTimes.On(hours, first.AddDays(day))).Select(span => (span.Opens, span.Closes)));

    private static Dictionary<int, ulong> Within(IReadOnlyList<TimeRange> spans, DateTimeOffset from, DateTimeOffset until) =>
        DayHalves.Of(spans.TakeWhile(span => span.Start < until).Select(span => (span.Start > from ? span.Start : from, Earlier(span.End, until))));

    private static IEnumerable<string> OfWeek(Dictionary<int, ulong> days, string prefix) =>
        from weekday in days.GroupBy(day => DateOnly.FromDayNumber(day.Key).DayOfWeek, day => day.Value)
        let halves = weekday.Aggregate(0UL, (all, some) => all | some)
        from half in Enumerable.Range(0, BitOperations.Log2(halves | 1) + 1)
        where (halves >> half & 1) == 1
        select prefix + OfWeek(weekday.Key, half);

    private static IEnumerable<string> OfWeek(OpeningHours span, string prefix)
    {
        if (span is not { Opens: { } opens, Closes: { } closes })
        {
            yield break;
        }

        var end = closes > opens ? closes.ToTimeSpan() : closes.ToTimeSpan() + TimeSpan.FromDays(1);
        foreach (var day in span.Weekdays.Count > 0 ? span.Weekdays : Enum.GetValues<DayOfWeek>())
        {
            for (var half = (int)(opens.ToTimeSpan().TotalMinutes / 30); half * 30 < end.TotalMinutes; half++)
            {
                yield return prefix + OfWeek((DayOfWeek)(((int)day + (half / HalvesOfDay)) % 7), half % HalvesOfDay);
            }
        }
    }

    private static string OfWeek(DayOfWeek day, int half) => FormattableString.Invariant($"{(int)day}-{half:00}");

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
