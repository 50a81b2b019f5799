using System.Globalization;
using System.Text.Json;
using ServiceTray.Calendar;
using ServiceTray.Import;
using ServiceTray.Import.Csv;
using ServiceTray.Offerings;
using Xunit;

namespace ServiceTray.Tests.Import.Csv;

/// <summary>Rows that come again.</summary>
public sealed class CsvRepeats
{
    /// <summary>The first date is Tuesday 12 January 2027, 10.00 to 11.30.</summary>
    [Theory]
    [InlineData("ti", "2027-02-02", "", "", "12.1 19.1 26.1 2.2")]
    [InlineData("tisdagar och torsdagar", "21.1.2027", "", "", "12.1 14.1 19.1 21.1")]
    [InlineData("every other Tue", "2027-02-09", "", "", "12.1 26.1 9.2")]
    [InlineData("ti", "2027-02-02", "2027-01-19; 26.1.2027", "", "12.1 2.2")]
    [InlineData("FREQ=MONTHLY;BYDAY=2TU;COUNT=3", "", "", "", "12.1 9.2 9.3")]
    [InlineData("RRULE:FREQ=WEEKLY;BYDAY=TU", "2027-01-19", "", "", "12.1 19.1")]
    [InlineData("joka päivä", "2027-01-13", "", "kyllä", "12.1 13.1")]
    public void Are_series_with_their_end_and_the_days_left_out(string repeats, string until, string notOn, string holidays, string dates)
    {
        var (read, troubles) = Read(repeats, until, notOn, holidays);
        var series = read!;

        Assert.Empty(troubles);
        Assert.Equal(dates, string.Join(' ', series.From(DateTimeOffset.UnixEpoch).Select(date => HelsinkiTime.Local(date.StartsAt).ToString("d.M", CultureInfo.InvariantCulture))));
        Assert.All(series.From(DateTimeOffset.UnixEpoch), date => Assert.Equal(TimeSpan.FromMinutes(90), date.EndsAt - date.StartsAt));
    }

    [Theory]
    [InlineData("välillä", "", "", "", "repeats: välillä are no weekdays")]
    [InlineData("ke", "", "", "", "starts: is on none")]
    [InlineData("ti", "2026-12-01", "", "", "until: is before starts")]
    [InlineData("ti", "joskus", "", "", "until: joskus is no day")]
    [InlineData("ti", "2027-02-02", "eilen", "", "not_on: eilen is no day")]
    [InlineData("", "2027-02-02", "", "", "repeats: is empty")]
    [InlineData("FREQ=SOMETIMES", "", "", "", "repeats: is no rule")]
    [InlineData("FREQ=WEEKLY;COUNT=3", "2027-02-02", "", "", "repeats: has an end of its own")]
    [InlineData("ti", "2027-02-02", "", "ehkä", "not_on_holidays: is neither")]
    public void What_is_no_series_is_told_with_its_column(string repeats, string until, string notOn, string holidays, string trouble) =>
        Assert.StartsWith(trouble, Assert.Single(Read(repeats, until, notOn, holidays).Troubles), StringComparison.Ordinal);

    private static (Recurrence? Series, IReadOnlyList<string> Troubles) Read(string repeats, string until, string notOn, string holidays)
    {
        string?[] written = [.. new[] { repeats, until, notOn, holidays }.Select(cell => cell.Length == 0 ? null : cell)];
        var cells = new CsvCells(TableRow.FromJson("table.csv:2", new TableColumns(["repeats", "until", "not_on", "not_on_holidays"]), JsonSerializer.Serialize(written)));
        var starts = HelsinkiTime.At(new DateTime(2027, 1, 12, 10, 0, 0, DateTimeKind.Unspecified)).ToUniversalTime();
        var series = CsvSeries.Read(cells, new Occurrence(starts, starts.AddMinutes(90)));
        return (series, [.. cells.Troubles.Select(trouble => trouble.Message)]);
    }
}
