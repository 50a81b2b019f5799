using System.Globalization;
using System.Text.Json;
using ServiceTray.Calendar;
using ServiceTray.Languages;
using ServiceTray.Offerings;

namespace ServiceTray.Import.Lahella;

/// <summary>One time that comes again: each week or every few weeks, with the hours of its weekdays.</summary>
internal sealed class LahellaRhythm
{
    private readonly DateTime first;
    private readonly DateOnly? last;
    private readonly RecurrenceFrequency frequency;
    private readonly int interval;
    private readonly List<(DayOfWeek Day, TimeOnly From, TimeOnly To)> days = [];
    private readonly List<DateOnly> excluded = [];

    public LahellaRhythm(LahellaTime time, Action<string, string> trouble)
    {
        first = LahellaTimes.Local(time.Start)!.Value;
        var again = time.Recurrence!;
        last = LahellaTimes.Local(again.End) is { } end ? DateOnly.FromDateTime(end) : null;
        (frequency, interval) = Period(again.Period!) is { } known ? known : (RecurrenceFrequency.Weekly, 0);
        if (interval == 0)
        {
            trouble("period-unknown", $"{again.Period} is no period of days, weeks or months; only its first date is told.");
        }

        foreach (var day in (again.DaySpecificTimes ?? []).OfType<LahellaDay>())
        {
            if (day.Weekday is >= 1 and <= 7 && Clock(day.StartTime) is { } from && Clock(day.EndTime) is { } to)
            {
                days.Add(((DayOfWeek)(day.Weekday.Value % 7), from, to));
            }
            else
            {
                trouble("hours-unreadable", $"Weekday {day.Weekday} from {day.StartTime} to {day.EndTime} are no hours; they are left out.");
            }
        }

        excluded.AddRange((again.Exclude ?? []).Select(Day).OfType<DateOnly>().Take(Recurrence.LongestList));
        if (days.Count == 0 && (again.DaySpecificTimes?.Count ?? 0) == 0)
        {
            var ends = LahellaTimes.Local(time.End) is { } told && told > first && told - first < TimeSpan.FromDays(1) ? told : first;
            days.Add((first.DayOfWeek, TimeOnly.FromDateTime(first), TimeOnly.FromDateTime(ends)));
        }
    }

    /// <summary>As one series; null: its days have hours of their own, and one series has one time of day.</summary>
    public Recurrence? Series()
    {
        if (days.Select(day => (day.From, day.To)).Distinct().Count() != 1)
        {
            return null;
        }

        var (from, to) = (days[0].From, days[0].To);
        var weekdays = days.Select(day => day.Day).ToHashSet();
        var begins = DateOnly.FromDateTime(first);
        while (frequency == RecurrenceFrequency.Weekly && !weekdays.Contains(begins.DayOfWeek))
        {
            begins = begins.AddDays(1);
        }

        if (last < begins)
        {
            return null;
        }

        var rule = interval == 0 ? null : new RecurrenceRule(
            frequency, interval, until: last, byDay: frequency == RecurrenceFrequency.Weekly ? [.. weekdays.Order().Select(day => new WeekdayInPeriod(day))] : []);
        var length = to - from;
        return new Recurrence(begins.ToDateTime(from), length, rule, leftOut: [.. excluded.Select(day => day.ToDateTime(from))]);
    }

    /// <summary>As hours of the week, with a closure for each day that is left out.</summary>
    public IEnumerable<OpeningHours> Hours() => days.GroupBy(day => (day.From, day.To))
        .Select(same => new OpeningHours([.. same.Select(day => day.Day).Distinct().OrderBy(day => ((int)day + 6) % 7)], same.Key.From, same.Key.To, DateOnly.FromDateTime(first), last, false, LocalizedText.Empty))
        .Concat(excluded.Select(day => new OpeningHours([], null, null, day, day, true, LocalizedText.Empty)));

    private static (RecurrenceFrequency Frequency, int Interval)? Period(string period) =>
        period is ['P', .., var unit] && int.TryParse(period.AsSpan(1, period.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 100
            ? unit switch
            {
                'D' => (RecurrenceFrequency.Daily, number),
                'W' => (RecurrenceFrequency.Weekly, number),
                'M' => (RecurrenceFrequency.Monthly, number),
                _ => null,
            }
            : null;

    private static TimeOnly? Clock(string? told) =>
        told == "24:00" ? TimeOnly.MinValue : TimeOnly.TryParseExact(told, ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    /// <summary>A day that is left out, as a millisecond or as a date.</summary>
    private static DateOnly? Day(JsonElement told) => told.ValueKind switch
    {
        JsonValueKind.Number when told.TryGetInt64(out var millisecond) && LahellaTimes.Local(millisecond) is { } at => DateOnly.FromDateTime(at),
        JsonValueKind.String when DateOnly.TryParseExact(told.GetString()?.Split('T')[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        _ => null,
    };
}
