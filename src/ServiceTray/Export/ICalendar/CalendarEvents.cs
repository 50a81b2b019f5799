using System.Globalization;
using ServiceTray.Calendar;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Places;
using ServiceTray.Themes;

namespace ServiceTray.Export.ICalendar;

/// <summary>Writes the dates of an offering as events of a calendar; what has no dates gives none.</summary>
internal sealed class CalendarEvents(CalendarWriter writer, FeedSheet sheet, Regions regions)
{
    /// <summary>Dates that were are kept for a while, so that they do not vanish from calendars the day after.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(31);

    /// <summary>An endless series has its holidays left out so far ahead; calendars read the feed again long before.</summary>
    private const int HolidayYears = 3;

    public void Write(PlacedOffering placed)
    {
        var offering = placed.Offering;
        if (offering.Recurrence is { } series && (series.EndsAt() is not { } end || end > sheet.Now - Kept))
        {
            WriteSeries(placed, series);
        }

        foreach (var date in (offering as Event)?.Occurrences.Where(date => date.EndsAt > sheet.Now - Kept) ?? [])
        {
            Begin(placed, $"{new DatedOccurrence(offering.Id, date).Id}", date.Status, date.Place);
            WriteSpan(HelsinkiTime.Local(date.StartsAt).DateTime, HelsinkiTime.Local(date.EndsAt).DateTime, date.AllDay);
            writer.End("VEVENT");
        }
    }

    private void WriteSeries(PlacedOffering placed, Recurrence series)
    {
        Begin(placed, $"{placed.Offering.Id}", EventStatus.Scheduled);
        WriteSpan(series.Start, End(series, series.Start, series.Length), series.AllDay);
        if (RecurrenceText.Rule(series) is { } rule)
        {
            writer.Write("RRULE", rule);
        }

        writer.WriteLocal("RDATE", series.AllDay, [.. series.Added]);
        writer.WriteLocal("EXDATE", series.AllDay, [.. series.LeftOut.Concat(series.HolidaysUntil(HelsinkiTime.Day(sheet.Now).AddYears(HolidayYears))).Distinct().Order()]);
        writer.End("VEVENT");
        foreach (var change in series.Changes)
        {
            Begin(placed, $"{placed.Offering.Id}", change.Status, change.Place);
            writer.WriteLocal("RECURRENCE-ID", series.AllDay, change.At);
            var starts = change.Starts ?? change.At;
            WriteSpan(starts, End(series, starts, change.Length ?? series.Length), series.AllDay);
            writer.End("VEVENT");
        }
    }

    private void Begin(PlacedOffering placed, string uid, EventStatus status, string? elsewhere = null)
    {
        var offering = placed.Offering;
        var name = offering.Name.Pick(sheet.Language);
        var whole = (offering as Event)?.Status ?? EventStatus.Scheduled;
        writer.Begin("VEVENT");
        writer.Write("UID", $"{uid}@servicetray");
        writer.WriteInstant("DTSTAMP", offering.UpdatedAt);
        writer.WriteInstant("LAST-MODIFIED", offering.UpdatedAt);
        writer.WriteText("SUMMARY", name.Value, name.Language);
        writer.WriteText("DESCRIPTION", Description(placed), sheet.Language.Tag());
        writer.WriteText("LOCATION", elsewhere ?? placed.Places.Select(place => PlaceLine.Of(place, regions, sheet.Language)).FirstOrDefault(line => line.Length > 0));
        if (elsewhere is null && placed.Places.FirstOrDefault() is { Approximate: false, Coordinates: { } at })
        {
            writer.Write("GEO", string.Create(CultureInfo.InvariantCulture, $"{at.Latitude:0.######};{at.Longitude:0.######}"));
        }

        writer.WriteTexts("CATEGORIES", offering.Themes.Select(theme => Theme.Of(theme).Name.Pick(sheet.Language).Value));
        writer.Write("URL", sheet.PageOf(offering.Id));

        // What is put off does not take place when it stood, and calendars have no word for it of their own.
        var takesPlace = status is EventStatus.Scheduled or EventStatus.Moved && whole is EventStatus.Scheduled or EventStatus.Moved;
        writer.Write("STATUS", takesPlace ? "CONFIRMED" : "CANCELLED");
    }

    private string Description(PlacedOffering placed) => string.Join('\n', new[]
    {
        placed.Offering.Summary.TextOrNull(sheet.Language)?.Value,
        placed.Organisation.Name.Pick(sheet.Language).Value,
        sheet.PageOf(placed.Offering.Id),
    }.Where(line => !string.IsNullOrEmpty(line)));

    private void WriteSpan(DateTime starts, DateTime ends, bool allDay)
    {
        writer.WriteLocal("DTSTART", allDay, starts);

        // What has no end told ends when it starts: an end is later than its start, or left out (RFC 5545, section 3.8.2.2).
        if (ends > starts)
        {
            writer.WriteLocal("DTEND", allDay, ends);
        }
    }

    private static DateTime End(Recurrence series, DateTime starts, TimeSpan length) =>
        series.AllDay ? starts + length : HelsinkiTime.Local(HelsinkiTime.At(starts) + length).DateTime;
}
