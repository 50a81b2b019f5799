using ServiceTray.Calendar;
using ServiceTray.Search.Indexing;

namespace ServiceTray.Offerings;

/// <summary>
/// The index's words for when something is open: half hours of the week for what is the same week after week; for what tells seasons or
/// closures half hours of single days as far as these are laid out, and after that of a week of what then still holds.
/// </summary>
internal static class OpenHalves
{
    /// <summary>Single days are laid out so far, and renewed each week.</summary>
    private const int DaysLaidOut = 28;

    /// <summary>And asked for so far: days that are laid out even just before they are renewed.</summary>
    private const int DaysAsked = 20;

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
        return [.. OfDays(hours, today.AddDays(-1), DaysLaidOut + 1).Concat(later).Distinct()];
    }

    /// <summary>The half hours of single days.</summary>
    public static IEnumerable<string> OfDays(IReadOnlyList<OpeningHours> hours, DateOnly first, int days) =>
        Enumerable.Range(0, days).SelectMany(day => OpeningTimes.On(hours, first.AddDays(day))).SelectMany(span => Halves(span.Opens, span.Closes)).Select(OfDay);

    /// <summary>The words of what is asked: any of them will do.</summary>
    public static IReadOnlyList<string> Asked(IReadOnlyList<TimeRange> spans, DateTimeOffset from, DateTimeOffset? to, DateTimeOffset now)
    {
        var until = to ?? DateTimeOffset.MaxValue;
        var horizon = HelsinkiTime.At(HelsinkiTime.Day(now).AddDays(DaysAsked), TimeOnly.MinValue);
        var late = from > horizon ? from : horizon;

        // A week of spans tells all half hours that any longer time holds.
        return
        [
            .. Within(spans, from, Earlier(until, from.AddDays(7))).Select(local => OfWeek(local.DayOfWeek, HalfOf(local))).Distinct(),
            .. Within(spans, from, Earlier(until, horizon)).Select(OfDay),
            .. Within(spans, late, Earlier(until, late > DateTimeOffset.MaxValue.AddDays(-7) ? late : late.AddDays(7))).Select(local => Later + OfWeek(local.DayOfWeek, HalfOf(local))).Distinct(),
        ];
    }

    private static IEnumerable<DateTimeOffset> Within(IReadOnlyList<TimeRange> spans, DateTimeOffset from, DateTimeOffset until) =>
        spans.TakeWhile(span => span.Start < until).SelectMany(span => Halves(span.Start > from ? span.Start : from, Earlier(span.End, until)));

    // Each half hour that the span touches, by the local time of its first moment in it.
    private static IEnumerable<DateTimeOffset> Halves(DateTimeOffset start, DateTimeOffset end)
    {
        for (var at = start; at < end; at = at.AddMinutes(30 - (at.Minute % 30)).AddTicks(-(at.Ticks % TimeSpan.TicksPerMinute)))
        {
            yield return HelsinkiTime.Local(at);
        }
    }

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

    private static string OfDay(DateTimeOffset local) => FormattableString.Invariant($"d{DateOnly.FromDateTime(local.DateTime).DayNumber}-{HalfOf(local):00}");

    private static int HalfOf(DateTimeOffset local) => (local.Hour * 2) + (local.Minute / 30);

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
