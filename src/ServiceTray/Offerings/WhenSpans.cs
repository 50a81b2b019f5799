using ServiceTray.Calendar;
using ServiceTray.Search.Indexing;
using ServiceTray.Search.Querying;

namespace ServiceTray.Offerings;

/// <summary>Writes from, to, weekdays and times of day as spans of time, and as half hours of the week for what tells opening hours.</summary>
internal static class WhenSpans
{
    /// <summary>How far ahead weekdays and times of day are laid out; no date on the tray lies further.</summary>
    public const int DaysAhead = 400;

    /// <summary>The filter of times; null: none is asked. What is past does not count.</summary>
    public static TimeFilter? Of(OfferingFilter filter, DateTimeOffset now)
    {
        if (filter is { From: null, To: null, Weekdays: null or { Count: 0 }, TimesOfDay: null or { Count: 0 } })
        {
            return null;
        }

        // What is past is cut off by the search itself, so that a walk through pages asks the same on each, however late it is by then.
        var from = filter.From > now ? filter.From.Value : now;
        List<TimeRange> spans = filter is { Weekdays: null or { Count: 0 }, TimesOfDay: null or { Count: 0 } }
            ? [new TimeRange(filter.From ?? DateTimeOffset.MinValue, filter.To ?? DateTimeOffset.MaxValue)]
            : [.. Days(filter, HelsinkiTime.Day(from))];
        return new TimeFilter(
            [.. spans.Select(span => new TimeRange(Later(span.Start, filter.From ?? span.Start), Earlier(span.End, filter.To ?? span.End))).Where(span => span.Start < span.End)],
            new KeywordFilter(IndexFields.OpenAt, OpenHalves.Asked(spans, from, filter.To, now)))
        {
            FromNow = true,
        };
    }

    private static IEnumerable<TimeRange> Days(OfferingFilter filter, DateOnly first)
    {
        for (var day = first; day < first.AddDays(DaysAhead) && !(filter.To <= HelsinkiTime.At(day, TimeOnly.MinValue)); day = day.AddDays(1))
        {
            if (filter.Weekdays is { Count: > 0 } weekdays && !weekdays.Contains(day.DayOfWeek.FromMonday()))
            {
                continue;
            }

            if (filter.TimesOfDay is not { Count: > 0 } times)
            {
                yield return new TimeRange(HelsinkiTime.At(day, TimeOnly.MinValue), HelsinkiTime.At(day.AddDays(1), TimeOnly.MinValue));
                continue;
            }

            foreach (var (start, end) in times.Distinct().Select(Hours))
            {
                yield return new TimeRange(HelsinkiTime.At(day, new TimeOnly(start, 0)), end == 24 ? HelsinkiTime.At(day.AddDays(1), TimeOnly.MinValue) : HelsinkiTime.At(day, new TimeOnly(end, 0)));
            }
        }
    }

    private static (int Start, int End) Hours(TimeOfDay time) => time switch
    {
        TimeOfDay.Morning => (5, 12),
        TimeOfDay.Afternoon => (12, 17),
        _ => (17, 24),
    };

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
