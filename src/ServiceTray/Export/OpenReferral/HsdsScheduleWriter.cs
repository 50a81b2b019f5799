using System.Globalization;
using System.Text.Json;
using ServiceTray.Calendar;
using ServiceTray.Languages;
using ServiceTray.Offerings;

namespace ServiceTray.Export.OpenReferral;

/// <summary>Writes when something is open or takes place: weeks and months by their rule, what has another rule in words.</summary>
internal sealed class HsdsScheduleWriter(Language language, DateTimeOffset now)
{
    private const int MostDates = 20;

    private static readonly string[] Days = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    public void Write(Utf8JsonWriter json, Offering offering)
    {
        var writes = new List<Action>();
        writes.AddRange((offering as Activity)?.OpeningHours.Select(hours => (Action)(() => Write(json, hours))) ?? []);
        if (offering.Recurrence is { } series)
        {
            writes.Add(() => Write(json, series));
        }

        writes.AddRange((offering as Event)?.Occurrences.Where(date => date.EndsAt > now && date.TakesPlace).Take(MostDates).Select(date => (Action)(() => Write(json, date))) ?? []);
        json.Each("schedules", writes, (write, number) =>
        {
            json.WriteString("id", HsdsIds.Of("schedule", offering.Id, number));
            json.WriteString("service_id", offering.Id);
            write();
        });
    }

    private void Write(Utf8JsonWriter json, OpeningHours hours)
    {
        json.Maybe("valid_from", hours.ValidFrom);
        json.Maybe("valid_to", hours.ValidTo);
        if (!hours.Closed)
        {
            json.WriteString("freq", "WEEKLY");
            json.WriteNumber("interval", 1);
            json.WriteString("byday", string.Join(',', (hours.Weekdays.Count == 0 ? Enum.GetValues<DayOfWeek>() : hours.Weekdays).Select(day => Days[(int)day])));
            json.Maybe("opens_at", hours.Opens);
            json.Maybe("closes_at", hours.Closes);
        }

        json.Maybe("description", hours.Closed ? Texts.In(language)["Hours.Closed"] : null);
        json.Maybe("notes", hours.Note.TextOrNull(language)?.Value);
    }

    private void Write(Utf8JsonWriter json, Recurrence series)
    {
        json.WriteString("dtstart", series.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.Maybe("valid_from", DateOnly.FromDateTime(series.Start));
        json.Maybe("valid_to", series.EndsAt() is { } end ? HelsinkiTime.Day(end) : null);
        if (Frequency(series.Rule) is { } frequency && series.Rule is { } rule)
        {
            json.WriteString("freq", frequency);
            json.WriteNumber("interval", rule.Interval);
            json.Maybe("byday", ByDay(series, rule));
            json.Maybe("bymonthday", string.Join(',', rule.ByMonthDay.Select(day => day.ToString(CultureInfo.InvariantCulture))));
        }

        if (!series.AllDay)
        {
            json.Maybe("opens_at", TimeOnly.FromDateTime(series.Start));
            json.Maybe("closes_at", TimeOnly.FromDateTime(series.Start + series.Length));
        }

        json.WriteString("description", RecurrenceWords.Of(series, HelsinkiTime.Day(now), language));
    }

    private void Write(Utf8JsonWriter json, Occurrence date)
    {
        var (starts, ends) = (HelsinkiTime.Local(date.StartsAt), HelsinkiTime.Local(date.EndsAt));
        json.WriteString("dtstart", starts.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.Maybe("valid_from", DateOnly.FromDateTime(starts.DateTime));
        json.Maybe("valid_to", DateOnly.FromDateTime(ends.DateTime));
        if (!date.AllDay)
        {
            json.Maybe("opens_at", TimeOnly.FromDateTime(starts.DateTime));
            json.Maybe("closes_at", TimeOnly.FromDateTime(ends.DateTime));
        }

        json.WriteString("description", WhenWords.Of(date, Texts.In(language)));
    }

    // Every day is every week on seven days; years, and what picks positions or months, the schema cannot say.
    private static string? Frequency(RecurrenceRule? rule) => rule switch
    {
        null or { BySetPosition.Count: > 0 } or { ByMonth.Count: > 0 } => null,
        { Frequency: RecurrenceFrequency.Weekly } or { Frequency: RecurrenceFrequency.Daily, Interval: 1, ByMonthDay.Count: 0 } => "WEEKLY",
        { Frequency: RecurrenceFrequency.Monthly } => "MONTHLY",
        _ => null,
    };

    private static string? ByDay(Recurrence series, RecurrenceRule rule) => rule switch
    {
        { ByDay.Count: > 0 } => string.Join(',', rule.ByDay.Select(day => string.Create(CultureInfo.InvariantCulture, $"{day.Ordinal}{Days[(int)day.Day]}"))),
        { Frequency: RecurrenceFrequency.Daily } => string.Join(',', Days),
        { Frequency: RecurrenceFrequency.Weekly } => Days[(int)series.Start.DayOfWeek],
        _ => null,
    };
}
