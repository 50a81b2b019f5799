using ServiceTray.Calendar;
using ServiceTray.Search.Indexing;
using ServiceTray.Search.Querying;

namespace ServiceTray.Offerings;

/// <summary>Writes from, to, weekdays and times of day as spans of time, and as half hours of the week for what tells opening hours.</summary>
internal static class WhenSpans
{
    /// <summary>How far ahead weekdays and times of day are laid out; no date on the tray lies further.</summary>
    public const int DaysAhead = 400;

    private const int HalfHours = 48;

    /// <summary>The filter of times; null: none is asked. What is past does not count.</summary>
    public static TimeFilter? Of(OfferingFilter filter, DateTimeOffset now)
    {
        if (filter is { From: null, To: null, Weekdays: null or { Count: 0 }, TimesOfDay: null or { Count: 0 } })
        {
            return null;
        }

        var from = filter.From > now ? filter.From.Value : now;
        List<TimeRange> spans = filter is { Weekdays: null or { Count: 0 }, TimesOfDay: null or { Count: 0 } }
            ? [new TimeRange(from, filter.To ?? DateTimeOffset.MaxValue)]
            : [.. Days(filter, HelsinkiTime.Day(from))];
        return new TimeFilter(
            [.. spans.Select(span => new TimeRange(Later(span.Start, filter.From ?? span.Start), Earlier(span.End, filter.To ?? span.End))).Where(span => span.Start < span.End)],
            new KeywordFilter(IndexFields.OpenAt, [.. Open(spans, from, filter.To)]))
        {
            FromNow = true,
        };
    }

    /// <summary>The words of the index for when it is open: each half hour of the week of hours that hold the year round.</summary>
    public static IReadOnlyList<string> OpenAt(IEnumerable<OpeningHours> hours) =>
    [
        .. hours.Where(told => told is { Closed: false, ValidFrom: null, ValidTo: null, Opens: not null, Closes: not null })
            .SelectMany(told => (told.Weekdays.Count > 0 ? told.Weekdays : Enum.GetValues<DayOfWeek>()).SelectMany(day => Halves(day, told.Opens!.Value, told.Closes!.Value)))
            .Distinct(),
    ];

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

    // A week of spans tells all half hours that any longer time holds.
    private static HashSet<string> Open(List<TimeRange> spans, DateTimeOffset from, DateTimeOffset? to)
    {
        var until = Earlier(to ?? DateTimeOffset.MaxValue, from.AddDays(7));
        var halves = new HashSet<string>(StringComparer.Ordinal);
        foreach (var span in spans)
        {
            for (var at = Later(span.Start, from); at < Earlier(span.End, until); at = at.AddMinutes(30 - (at.Minute % 30)).AddTicks(-(at.Ticks % TimeSpan.TicksPerMinute)))
            {
                var local = HelsinkiTime.Local(at);
                halves.Add(Half(local.DayOfWeek, (local.Hour * 2) + (local.Minute / 30)));
            }
        }

        return halves;
    }

    private static IEnumerable<string> Halves(DayOfWeek day, TimeOnly opens, TimeOnly closes)
    {
        var (first, end) = (opens.ToTimeSpan(), closes > opens ? closes.ToTimeSpan() : closes.ToTimeSpan() + TimeSpan.FromDays(1));
        for (var half = (int)(first.TotalMinutes / 30); half * 30 < end.TotalMinutes; half++)
        {
            yield return Half((DayOfWeek)(((int)day + (half / HalfHours)) % 7), half % HalfHours);
        }
    }

    private static string Half(DayOfWeek day, int half) => FormattableString.Invariant($"{(int)day}-{half:00}");

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
