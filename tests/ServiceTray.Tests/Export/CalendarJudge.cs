using ServiceTray.Calendar;
using ServiceTray.Offerings;
using ServiceTray.Tests.Calendar.Oracle;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Export;

/// <summary>The feed of a search with thirty series, read by two calendar libraries that others made.</summary>
public sealed class CalendarJudge
{
    [SkippableFact]
    public async Task Finds_nothing_wrong_and_the_same_dates_in_thirty_series()
    {
        var judge = Path.Combine(Repository.Shared, "checks", "ics.py");
        Skip.IfNot(File.Exists(judge), "The outside judges are not beside the repository.");
        await using var tray = await TrayApp.StartAsync("none");
        var offerings = Series().ToList();
        await tray.PutAsync(offerings);
        var (code, said) = await Judge.RunProgramAsync("/usr/bin/python3", judge, new Uri(tray.Client.BaseAddress!, "/api/v1/offerings.ics?order=NAME").ToString(), "2026-11-22", "2027-11-22");
        Skip.If(said.Contains("ModuleNotFoundError", StringComparison.Ordinal), "python3-icalendar, python3-vobject or python3-recurring-ical-events is not installed.");
        Assert.True(code == 0, said);

        var from = HelsinkiTime.At(new DateTime(2026, 11, 22));
        var to = HelsinkiTime.At(new DateTime(2027, 11, 22));
        var expected = offerings.Sum(offering => offering.OccurrencesBetween(from, to).Count());
        Assert.Contains($" {expected} occurrences", said, StringComparison.Ordinal);
    }

    // Thirty of the recorded series that have dates ahead, one on no holidays, one with all that can become of a date.
    private static IEnumerable<Offering> Series()
    {
        var recorded = RecordedSeries.ReadRecord().Select(one => one.ToRecurrence())
            .Where(one => one.EndsAt() is not { } end || end > TrayApp.Now.AddYears(1)).Where(one => one.Start > new DateTime(2026, 1, 1)).Take(28);
        return recorded.Append(OwnOfferings.Weekly(new DateTime(2026, 9, 4, 17, 0, 0), notOnHolidays: true))
            .Append(OwnOfferings.Weekly(new DateTime(2026, 9, 1, 10, 0, 0), changes:
            [
                new ChangedDate(new DateTime(2026, 12, 1, 10, 0, 0), EventStatus.Cancelled),
                new ChangedDate(new DateTime(2026, 12, 8, 10, 0, 0), EventStatus.Moved, new DateTime(2026, 12, 9, 12, 0, 0)),
                new ChangedDate(new DateTime(2026, 12, 15, 10, 0, 0), EventStatus.Postponed),
            ]))
            .Select((series, i) => OwnOfferings.Event($"series {i}", series));
    }
}
