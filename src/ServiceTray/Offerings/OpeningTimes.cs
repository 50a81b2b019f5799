using ServiceTray.Calendar;

namespace ServiceTray.Offerings;

/// <summary>When something is open, out of the hours it tells: a closure beats all but exceptional hours for a shorter time wholly within its own, as a day's within a break; of those that are left the ones told for the shortest time beat the rest, as a holiday's beat the summer's and the summer's the year's.</summary>
internal static class OpeningTimes
{
    private const int DaysAhead = 31;

    /// <summary>Whether it is open at a moment; null: it tells no hours.</summary>
    public static bool? IsOpenAt(IReadOnlyList<OpeningHours> hours, DateTimeOffset at)
    {
        if (hours.Count == 0)
        {
            return null;
        }

        return Around(hours, at).Any(span => span.Opens <= at && at < span.Closes);
    }

    /// <summary>When it closes, if it is open, or opens next; null: neither is told for a month ahead.</summary>
    public static DateTimeOffset? ChangesAfter(IReadOnlyList<OpeningHours> hours, DateTimeOffset at)
    {
        var spans = Joined(Enumerable.Range(-1, DaysAhead + 1).SelectMany(days => On(hours, HelsinkiTime.Day(at).AddDays(days))));
        return spans.Where(span => span.Closes > at).Select(span => (DateTimeOffset?)(span.Opens <= at ? span.Closes : span.Opens)).FirstOrDefault();
    }

    /// <summary>The spans that begin on a day; one that ends before it begins goes on past midnight, one that ends as it begins is a whole day.</summary>
    public static IReadOnlyList<OpenSpan> On(IReadOnlyList<OpeningHours> hours, DateOnly day)
    {
        var told = hours.Where(span => span.IsTold(day)).ToList();
        var open = told.Where(span => !span.Closed && !told.Exists(closure => closure.Closed && !IsExceptionOf(span, closure))).ToList();
        if (open.Count == 0)
        {
            return [];
        }

        var shortest = open.Min(Days);
        return [.. open.Where(span => Days(span) == shortest && span.Opens is not null && span.Closes is not null).Select(span => Span(span, day)).OrderBy(span => span.Opens)];
    }

    // A span of the evening before may still be open.
    private static IEnumerable<OpenSpan> Around(IReadOnlyList<OpeningHours> hours, DateTimeOffset at)
    {
        var day = HelsinkiTime.Day(at);
        return On(hours, day.AddDays(-1)).Concat(On(hours, day));
    }

    private static OpenSpan Span(OpeningHours span, DateOnly day) => new(
        HelsinkiTime.At(day, span.Opens!.Value),
        HelsinkiTime.At(span.Closes > span.Opens ? day : day.AddDays(1), span.Closes!.Value));

    private static List<OpenSpan> Joined(IEnumerable<OpenSpan> spans)
    {
        var joined = new List<OpenSpan>();
        foreach (var span in spans.OrderBy(span => span.Opens))
        {
            if (joined.Count > 0 && span.Opens <= joined[^1].Closes)
            {
                joined[^1] = joined[^1] with { Closes = span.Closes > joined[^1].Closes ? span.Closes : joined[^1].Closes };
            }
            else
            {
                joined.Add(span);
            }
        }

        return joined;
    }

    // A season's hours are no exception, however short: a place under repair is closed in every season.
    private static bool IsExceptionOf(OpeningHours span, OpeningHours closure) =>
        span.Exceptional && Days(span) < Days(closure) && (closure.ValidFrom is null || span.ValidFrom >= closure.ValidFrom) && (closure.ValidTo is null || span.ValidTo <= closure.ValidTo);

    private static int Days(OpeningHours span) => span is { ValidFrom: { } from, ValidTo: { } to } ? to.DayNumber - from.DayNumber : int.MaxValue;
}

/// <summary>From opening to closing.</summary>
internal readonly record struct OpenSpan(DateTimeOffset Opens, DateTimeOffset Closes);
