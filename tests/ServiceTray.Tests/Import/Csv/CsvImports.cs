using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Calendar;
using ServiceTray.Import;
using ServiceTray.Import.Csv;
using ServiceTray.Import.Remote;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Places;
using ServiceTray.Tests.Places;
using ServiceTray.Tests.Support;
using ServiceTray.Themes;
using Xunit;

namespace ServiceTray.Tests.Import.Csv;

/// <summary>Tables that organisations fill in by the template.</summary>
public sealed class CsvImports
{
    private static readonly TermRules Rules = TermRules.Read(Path.Combine(AppContext.BaseDirectory, "seed-data", "themes", "term-rules.json"));

    [Fact]
    public async Task The_template_itself_is_taken_in_and_again_changes_nothing()
    {
        await using var folder = await ImportFolder.OpenAsync();
        var first = await RunAsync(folder, CsvTemplate.Text);
        var second = await RunAsync(folder, CsvTemplate.Text);
        Assert.Equal((3, 0), (first.Added, first.Problems.Count));
        Assert.Equal((0, 0, 3), (second.Added, second.Changed, second.Unchanged));
        var read = Assert.IsType<Event>(await ReadAsync(folder, "1"));
        var open = Assert.IsType<Activity>(await ReadAsync(folder, "2"));
        Assert.Equal([(4, new TimeOnly(9, 0), new TimeOnly(15, 0)), (1, new TimeOnly(9, 0), new TimeOnly(13, 30))], open.OpeningHours.Select(hours => (hours.Weekdays.Count, hours.Opens!.Value, hours.Closes!.Value)));
        Assert.Equal(("Tuolijumppa", "Chair exercise"), (read.Name.Pick(Language.Fi).Value, read.Name.Pick(Language.En).Value));
        Assert.Equal([ThemeCode.Movement, ThemeCode.Community], read.Themes);
        Assert.Equal(new DateTimeOffset(2027, 1, 12, 10, 0, 0, TimeSpan.FromHours(2)), HelsinkiTime.Local(read.Occurrences.Single().StartsAt));
        Assert.True(read.Price.Free);
        var weekly = Assert.IsType<Event>(await ReadAsync(folder, "3"));
        Assert.Equal((19, "FREQ=WEEKLY;UNTIL=20270525T070000Z;BYDAY=TU"), (weekly.OccurrencesBetween(DateTimeOffset.MinValue, null).Count(), RecurrenceText.Rule(weekly.Recurrence!)));
        await using var context = await folder.ContextAsync();
        var place = await context.Set<Place>().SingleAsync();
        Assert.Equal(("297", "70100", true), (place.Municipality, place.PostalCode, place.Approximate));
    }

    [Fact]
    public async Task Every_bad_row_is_told_with_its_line_and_all_that_is_wrong_and_the_good_ones_are_taken()
    {
        await using var folder = await ImportFolder.OpenAsync();
        var report = await RunAsync(folder, """
            id,organisation,name_fi,themes,municipality,postal_code,age_min,age_max,free,price,starts,ends
            1,Seura ry,"Kävely
            kaksin",MOVEMENT,Kuopio,70100,,,yes,,,
            2,,,NOTHING,Qwxzqwxz,7010,60,18,perhaps,-3,tomorrow,
            ,Seura ry,Nimetön,MOVEMENT,,,,,,,,
            1,Seura ry,Toinen,MOVEMENT,,,,,,,,
            5,Seura ry,Kuoro,CULTURE,Kuopio,,,,no,5.50,2027-01-12 18:00,2027-01-12 17:00
            6,Seura ry,Lukupiiri,CULTURE,,,,,,,,
            """);
        Assert.Equal(2, report.Added);
        Assert.Equal(
            ["table.csv:4 age_min", "table.csv:4 ends-or-starts", "table.csv:4 free", "table.csv:4 municipality", "table.csv:4 name_fi", "table.csv:4 organisation", "table.csv:4 postal_code", "table.csv:4 price", "table.csv:4 themes", "table.csv:5 no-id", "table.csv:6 twice", "table.csv:7 ends"],
            report.Problems.Select(problem => $"{problem.Path} {(problem.Reason != "cell-wrong" ? problem.Reason : problem.Message.StartsWith("starts", StringComparison.Ordinal) ? "ends-or-starts" : problem.Message.Split(':')[0])}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_point_the_wrong_way_round_is_told_and_its_row_is_taken()
    {
        await using var folder = await ImportFolder.OpenAsync();
        var report = await RunAsync(folder, "id;organisation;name_fi;themes;place;municipality;latitude;longitude\n1;Seura ry;Kuoro;CULTURE;Talo;Kuopio;27.68;62.89\n2;Seura ry;Kävely;MOVEMENT;Tupa;Helsinki;27.68;62.89\n");
        Assert.Equal((2, 1, 1), (report.Added, report.Reasons["coordinates-turned"], report.Reasons["coordinates-swapped"]));
        Assert.Equal(["table.csv:2 1", "table.csv:3 2"], report.Problems.Select(problem => $"{problem.Path} {problem.Id}"));
        await using var context = await folder.ContextAsync();
        var points = (await context.Set<Place>().ToListAsync()).ToDictionary(place => place.Municipality!, place => (place.Coordinates?.Latitude, place.Approximate));
        Assert.Equal((62.89, false), points["297"]);
        Assert.NotEqual(62.89, points["091"].Latitude);
    }

    [Fact]
    public async Task An_address_that_is_none_of_the_web_is_told_and_its_row_is_taken_without_it()
    {
        await using var folder = await ImportFolder.OpenAsync();
        var report = await RunAsync(folder, "id;organisation;name_fi;themes;web\n1;Seura ry;Kuoro;CULTURE;javascript:alert(1)\n2;Seura ry;Kävely;MOVEMENT;www.seura.example\n3;Seura ry;Uinti;MOVEMENT;https://seura.example/\n4;Seura ry;Shakki;CULTURE;\n");
        Assert.Equal(4, report.Added);
        Assert.Equal(["1 cell-wrong web", "2 cell-wrong web"], report.Problems.Select(problem => $"{problem.Id} {problem.Reason} {problem.Message.Split(':')[0]}"));
        Assert.Equal([0, 0, 1, 0], (await Task.WhenAll(new[] { "1", "2", "3", "4" }.Select(id => ReadAsync(folder, id)))).Select(told => told.Links.Count));
    }

    [Fact]
    public async Task A_row_that_became_bad_leaves_what_was_known_and_one_that_is_left_out_goes_when_the_table_is_whole()
    {
        await using var folder = await ImportFolder.OpenAsync();
        const string Header = "id;organisation;name_fi;themes;price\n";
        var first = await RunAsync(folder, $"{Header}1;Seura ry;Kuoro;CULTURE;5,50\n2;Seura ry;Kävely;MOVEMENT;\n3;Seura ry;Kahvila;COMMUNITY;\n4;Seura ry;Uinti;MOVEMENT;\n5;Seura ry;Shakki;CULTURE;\n6;Seura ry;Runo;CULTURE;\n");
        var second = await RunAsync(folder, $"{Header}1;Seura ry;Kuoro;CULTURE;many\n2;Seura ry;Kävelyryhmä;MOVEMENT;\n3;Seura ry;Kahvila;COMMUNITY;\n4;Seura ry;Uinti;MOVEMENT;\n5;Seura ry;Shakki;CULTURE;\n", whole: true);
        Assert.Equal((6, 0), (first.Added, first.Problems.Count));
        Assert.Equal((0, 1, 1), (second.Added, second.Changed, second.Removed));
        await using var context = await folder.ContextAsync();
        var choir = await context.Set<Offering>().SingleAsync(offering => offering.Id == ServiceTray.Organisations.Source.IdOf("csv", "1"));
        Assert.Equal(5.5m, choir.Price.Amount);
    }

    [Theory]
    [InlineData("id,organisation,nimi\n1,Seura,Kuoro\n", "nimi is no column")]
    [InlineData("name_fi\nKuoro\n", "lacks id, organisation")]
    [InlineData("id,organisation,name_fi\n1,\"Seura,Kuoro\n", "no table")]
    public async Task A_table_that_is_not_by_the_template_is_refused_whole(string text, string reason)
    {
        await using var folder = await ImportFolder.OpenAsync();
        var refused = await Assert.ThrowsAsync<ImportException>(() => RunAsync(folder, text));
        Assert.Contains(reason, refused.Message);
    }

    [Theory]
    [InlineData("ma-pe 9-15", "1,2,3,4,5 09:00-15:00")]
    [InlineData("Ma–To klo 9.00–15.30; pe 9:00 - 13", "1,2,3,4 09:00-15:30|5 09:00-13:00")]
    [InlineData("tis och tors kl. 18-20;lör 10-14", "2,4 18:00-20:00|6 10:00-14:00")]
    [InlineData("joka päivä 6-22", "1,2,3,4,5,6,0 06:00-22:00")]
    [InlineData("fri-mon 20-02", "1,5,6,0 20:00-02:00")]
    [InlineData("la, su 0-24", "6,0 00:00-00:00")]
    [InlineData("keskiviikko 12-13; keskiviikko 17-18", "3 12:00-13:00|3 17:00-18:00")]
    [InlineData("ma-pe", null)]
    [InlineData("9-15", null)]
    [InlineData("ma-ke-pe 9-15", null)]
    [InlineData("arkisin 9-15", null)]
    [InlineData("ma 25-26", null)]
    [InlineData("ma 9.75-10", null)]
    [InlineData("ma 9-15 ti", null)]
    public void Opening_hours_are_read_as_people_write_them(string written, string? expected)
    {
        var wrong = new List<string>();
        var hours = CsvHours.Read(written, wrong.Add);
        Assert.Equal(expected, hours is null ? null : string.Join('|', hours.Select(told => $"{string.Join(',', told.Weekdays.Select(day => (int)day))} {told.Opens:HH\\:mm}-{told.Closes:HH\\:mm}")));
        Assert.Equal(expected is null ? 1 : 0, wrong.Count);
    }

    [Fact]
    public async Task Hours_that_are_none_or_stand_beside_a_date_are_told_with_their_line()
    {
        await using var folder = await ImportFolder.OpenAsync();
        var report = await RunAsync(folder, "id;organisation;name_fi;themes;hours;starts\n1;Seura ry;Kahvila;COMMUNITY;joskus;\n2;Seura ry;Kahvila;COMMUNITY;ma 9-10;2027-01-12 10:00\n3;Seura ry;Kahvila;COMMUNITY;ma 9-10;\n");
        Assert.Equal(1, report.Added);
        Assert.Equal(["table.csv:2", "table.csv:3"], report.Problems.Select(problem => problem.Path));
        Assert.All(report.Problems, problem => Assert.StartsWith("hours: ", problem.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Letters_that_are_not_UTF8_are_refused()
    {
        await using var folder = await ImportFolder.OpenAsync();
        var file = Path.Combine(folder.Files, "table.csv");
        await File.WriteAllBytesAsync(file, Encoding.Latin1.GetBytes("id,organisation,name_fi\n1,Seura,Kävely\n"));
        var refused = await Assert.ThrowsAsync<ImportException>(() => folder.RunAsync(Source(file, whole: false)));
        Assert.Contains("not UTF-8", refused.Message);
    }

    [Fact]
    public async Task Letters_of_two_bytes_are_told_as_such()
    {
        await using var folder = await ImportFolder.OpenAsync();
        var file = Path.Combine(folder.Files, "table.csv");
        foreach (var encoding in (Encoding[])[new UnicodeEncoding(false, true), new UnicodeEncoding(true, true), new UnicodeEncoding(false, false)])
        {
            await File.WriteAllTextAsync(file, "id,organisation,name_fi\n1,Seura,Kävely\n", encoding);
            var refused = await Assert.ThrowsAsync<ImportException>(() => folder.RunAsync(Source(file, whole: false)));
            Assert.Equal(ImportFailure.NotUtf8, refused.Kind);
            Assert.Contains("UTF-16", refused.Message);
        }
    }

    private static async Task<ImportReport> RunAsync(ImportFolder folder, string text, bool whole = false)
    {
        var file = Path.Combine(folder.Files, "table.csv");
        await File.WriteAllTextAsync(file, text);
        return await folder.RunAsync(Source(file, whole));
    }

    private static CsvSource Source(string file, bool whole) =>
        new(new CsvWish(file, null, whole, "csv", null), null!, new RemoteLimits(), Rules, KnownPlaces.Regions, KnownPlaces.Gazetteer, new FixedClock(TrayApp.Now));

    private static async Task<Offering> ReadAsync(ImportFolder folder, string id)
    {
        await using var context = await folder.ContextAsync();
        return await context.Set<Offering>().SingleAsync(offering => offering.Source.Id == id);
    }
}
