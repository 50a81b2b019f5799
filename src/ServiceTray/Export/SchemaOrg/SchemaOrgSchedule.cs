using System.Globalization;
using System.Text.Json;
using ServiceTray.Calendar;
using ServiceTray.Offerings;

namespace ServiceTray.Export.SchemaOrg;

/// <summary>A series as schedules of schema.org: one of its rule, without the dates that are left out or changed, and one for each date that stands by itself. What they cannot say whole is not said.</summary>
internal static class SchemaOrgSchedule
{
    /// <summary>A page that tells more dates than this one by one is no help to anybody.</summary>
    private const int Most = 100;

    private const string Day = "yyyy-MM-dd";
    private const string Clock = "HH:mm:ss";

    public static void Write(Utf8JsonWriter json, Recurrence series)
    {
        if (series.Rule is not { } rule || !IsTold(series, rule))
        {
            return;
        }

        var first = DateOnly.FromDateTime(series.Start);
        var days = new RuleDays(rule, first);
        DateOnly? last = rule.IsEndless ? null : rule.Until ?? days.From(first).LastOrDefault(first);
        var changed = series.Changes.Select(change => change.At).ToHashSet();
        var except = series.LeftOut.Concat(changed).Concat(last is { } end ? series.HolidaysUntil(end).Take(Most + 1) : []).Distinct().Order().ToList();

        // The first date belongs to the series whether the rule has it or not.
        var alone = series.Added.Concat(days.From(first).FirstOrDefault() == first ? [] : [series.Start]).Except(except).Select(date => (Starts: date, Length: series.Length))
            .Concat(series.Changes.Where(change => change.Status is EventStatus.Scheduled or EventStatus.Moved).Select(change => (Starts: change.Starts ?? change.At, Length: change.Length ?? series.Length)))
            .Distinct().OrderBy(date => date.Starts).ToList();
        if (except.Count + alone.Count > Most)
        {
            return;
        }

        json.WritePropertyName("eventSchedule");
        if (alone.Count > 0)
        {
            json.WriteStartArray();
        }

        Write(json, series, rule, last, except);
        foreach (var (starts, length) in alone)
        {
            Begin(json, starts, length, series.AllDay, DateOnly.FromDateTime(starts));
            json.WriteNumber("repeatCount", 1);
            json.WriteEndObject();
        }

        if (alone.Count > 0)
        {
            json.WriteEndArray();
        }
    }

    // A schedule knows spans and weekdays. Holidays without end are more dates than can be told.
    private static bool IsTold(Recurrence series, RecurrenceRule rule) =>
        !(series.NotOnHolidays && rule.IsEndless)
        && rule is { ByMonth.Count: 0, ByMonthDay.Count: 0, BySetPosition.Count: 0 }
        && (rule.ByDay.Count == 0 || rule.Frequency == RecurrenceFrequency.Weekly);

    private static void Write(Utf8JsonWriter json, Recurrence series, RecurrenceRule rule, DateOnly? last, List<DateTime> except)
    {
        Begin(json, series.Start, series.Length, series.AllDay, last);
        json.WriteString("repeatFrequency", string.Create(CultureInfo.InvariantCulture, $"P{rule.Interval}{$"{rule.Frequency}"[0]}"));
        WriteList(json, "byDay", [.. rule.ByDay.Select(weekday => $"https://schema.org/{weekday.Day}").Distinct()]);
        WriteList(json, "exceptDate", [.. except.Select(date => series.AllDay ? date.ToString(Day, CultureInfo.InvariantCulture) : FeedWords.Instant(HelsinkiTime.At(date)))]);
        json.WriteEndObject();
    }

    private static void Begin(Utf8JsonWriter json, DateTime starts, TimeSpan length, bool allDay, DateOnly? last)
    {
        json.WriteStartObject();
        json.WriteString("@type", "Schedule");
        json.WriteString("startDate", starts.ToString(Day, CultureInfo.InvariantCulture));
        if (last is { } day)
        {
            json.WriteString("endDate", day.ToString(Day, CultureInfo.InvariantCulture));
        }

        if (!allDay)
        {
            json.WriteString("startTime", starts.ToString(Clock, CultureInfo.InvariantCulture));
            json.WriteString("endTime", (starts + length).ToString(Clock, CultureInfo.InvariantCulture));
        }

        json.WriteString("scheduleTimezone", HelsinkiTime.Name);
    }

    private static void WriteList(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
