using Microsoft.EntityFrameworkCore;
using ServiceTray.Import;
using ServiceTray.Import.OpenReferral;
using ServiceTray.Import.Remote;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Tests.Import.LinkedEvents;
using ServiceTray.Tests.Support;
using ServiceTray.Themes;
using Xunit;

namespace ServiceTray.Tests.Import.OpenReferral;

[Collection(SmallTray.Name)]
public sealed class OpenReferralImports(SmallTray small)
{
    private static readonly string Miami = Path.Combine(Repository.Shared, "data", "hsds");

    [SkippableFact]
    public async Task Real_tables_of_4089_services_end_with_counts_that_add_up_and_a_tenth_less_leaves_stones()
    {
        Skip.IfNot(Directory.Exists(Miami), $"{Miami} is not here.");
        await using var folder = await ImportFolder.OpenAsync();
        var less = Directory.CreateTempSubdirectory("tray-hsds-");
        foreach (var file in Directory.EnumerateFiles(Miami, "*.csv"))
        {
            File.Copy(file, Path.Combine(less.FullName, Path.GetFileName(file)));
        }

        var first = await folder.RunAsync(Of(HsdsTables.In(Miami)!, isWhole: true));
        var state = await folder.StateAsync();
        var second = await folder.RunAsync(Of(HsdsTables.In(Miami)!, isWhole: true));
        Assert.Equal(state, await folder.StateAsync());

        // Without every tenth link of a service to its terms nothing goes; without every tenth service it does.
        var services = Path.Combine(less.FullName, "miami-services.csv");
        var lines = await RowsAsync(services);
        await File.WriteAllLinesAsync(services, lines.Where((_, i) => i == 0 || i % 10 != 0));
        var third = await folder.RunAsync(Of(HsdsTables.In(less.FullName)!, isWhole: true));
        less.Delete(recursive: true);

        Assert.Equal((4_089, 1_074, 4_089), (first.Read["services"], first.Read["organizations"], first.Read["locations"]));

        // 447 services name one of 82 organisations that the tables do not hold; 500 have no term, and some terms belong to no theme.
        Assert.Equal(447, first.Reasons["organisation-unknown"]);
        Assert.Equal(4_089, first.Themed + first.Unthemed + first.Reasons["organisation-unknown"]);
        Assert.Equal(["hours-unreadable", "organisation-unknown"], first.Reasons.Keys);
        Assert.Equal((first.Themed, 0, 0, first.Themed), (first.Added, second.Added, second.Changed, second.Unchanged));
        Assert.Equal((first.Themed, (await folder.StonesAsync()).Count), (third.Unchanged + third.Removed, third.Removed));
        Assert.InRange(third.Removed, first.Themed / 20, first.Themed / 5);
    }

    [Theory]
    [InlineData("hsds")]
    [InlineData("oruk")]
    public async Task A_feed_of_our_own_is_read_back_by_its_address(string profile)
    {
        await using var folder = await ImportFolder.OpenAsync();
        using var remote = new RemoteClient(LoopbackApi.Limits);
        OpenReferralSource Feed() => Of(new HsdsClient(remote, LoopbackApi.Limits, new Uri(small.App.Client.BaseAddress!, $"{profile}/")), isWhole: true);

        var first = await folder.RunAsync(Feed());
        var second = await folder.RunAsync(Feed());

        var total = (await small.App.QueryAsync("{ search { totalCount } }")).GetProperty("search").GetProperty("totalCount").GetInt32();
        Assert.Equal(total, first.Read["services"]);
        Assert.Equal((total, 0), (first.Themed + first.Unthemed, first.Reasons.Count));
        Assert.Equal((0, 0, first.Added), (second.Added, second.Changed, second.Unchanged));
        await using var context = await folder.ContextAsync();
        Assert.Contains(await context.Places.ToListAsync(), place => place.Municipality == "297" && place.Coordinates is not null);
    }

    [Fact]
    public async Task A_service_as_json_tells_all_that_it_has()
    {
        await using var folder = await ImportFolder.OpenAsync();
        await File.WriteAllTextAsync(Path.Combine(folder.Files, "services.json"), """
            { "total_items": 3, "total_pages": 1, "page_number": 1, "contents": [
              { "id": "a1", "name": "Chair exercise", "status": "active", "description": "Gentle <b>moves</b>.", "url": "www.example.org", "email": "a@example.org",
                "minimum_age": 60, "assured_date": "2026-10-01", "last_modified": "2026-10-02T10:00:00.1234567Z",
                "organization": { "id": "o1", "name": "Good Company ry", "description": "We meet." },
                "cost_options": [ { "id": "c1", "amount": 3.5, "currency": "EUR" } ],
                "languages": [ { "id": "l1", "name": "Finnish" }, { "id": "l2", "code": "sv" }, { "id": "l3", "name": "others on request" } ],
                "schedules": [ { "id": "s1", "freq": "WEEKLY", "byday": "MO,WE", "opens_at": "09:00", "closes_at": "11:30" } ],
                "service_areas": [ { "id": "x", "name": "Kuopio" } ],
                "attributes": [ { "id": "t1", "taxonomy_term": { "id": "t", "code": "PL-7000", "name": "Sports", "taxonomy": "AIRS" } } ],
                "service_at_locations": [ { "id": "sl", "location": { "id": "p1", "location_type": "physical", "name": "Hall", "latitude": 62.89, "longitude": 27.68,
                  "addresses": [ { "id": "ad", "address_1": "Puistokatu 1", "city": "Kuopio", "postal_code": "70100", "country": "FI" } ] }, "phones": [ { "id": "ph", "number": "017 123" } ] } ] },
              { "id": "a2", "name": "Over", "status": "defunct", "organization": { "id": "o1", "name": "Good Company ry" } },
              { "id": "a3", "name": "Nobody's", "status": "active" } ] }
            """);

        var report = await folder.RunAsync(Of(new HsdsFiles(folder.Files), isWhole: false));

        Assert.Equal(1, (await folder.RunAsync(Of(new HsdsFiles(folder.Files), isWhole: false))).Unchanged);
        Assert.Equal(("defunct", "organisation-unknown"), (Assert.Single(report.Left).Key, Assert.Single(report.Reasons).Key));
        await using var context = await folder.ContextAsync();
        var read = Assert.IsType<Activity>(await context.Offerings.SingleAsync());
        Assert.Equal(("Chair exercise", "Gentle moves."), (read.Name.Pick(Language.En).Value, read.Description.Pick(Language.En).Value));
        Assert.Equal((ThemeCode.Movement, 60, 3.5m, false), (Assert.Single(read.Themes), read.Ages.Minimum, read.Price.Amount, read.Price.Free));
        Assert.Equal(["fi", "sv"], read.Languages);
        var hours = Assert.Single(read.OpeningHours);
        Assert.Equal([DayOfWeek.Monday, DayOfWeek.Wednesday], hours.Weekdays);
        Assert.Equal((new TimeOnly(9, 0), new TimeOnly(11, 30)), (hours.Opens, hours.Closes));
        Assert.Equal(["297"], read.Availability.Regions);
        Assert.Equal(["https://www.example.org"], read.Links.Select(link => link.Url));
        Assert.Equal([ContactKind.Phone, ContactKind.Email], read.Contacts.Select(contact => contact.Kind));
        Assert.Equal(new DateTimeOffset(2026, 9, 30, 21, 0, 0, TimeSpan.Zero), read.ConfirmedAt);
        Assert.Equal("297", (await context.Places.SingleAsync()).Municipality);
        Assert.Equal(OrganisationKind.Association, (await context.Organisations.SingleAsync()).Kind);
    }

    [Fact]
    public async Task A_table_that_is_none_changes_nothing()
    {
        await using var folder = await ImportFolder.OpenAsync();
        await File.WriteAllTextAsync(Path.Combine(folder.Files, "services.csv"), "id,name\n1,\"never closed\n2,b\n");

        var refused = await Assert.ThrowsAsync<ImportException>(() => folder.RunAsync(Of(HsdsTables.In(folder.Files)!, isWhole: true)));

        Assert.Contains("no table", refused.Message, StringComparison.Ordinal);
        Assert.Equal("", await folder.StateAsync());
    }

    [Fact]
    public async Task A_table_without_a_row_brings_nothing()
    {
        await using var folder = await ImportFolder.OpenAsync();
        await File.WriteAllTextAsync(Path.Combine(folder.Files, "services.csv"), "\0\0\0");

        var report = await folder.RunAsync(Of(HsdsTables.In(folder.Files)!, isWhole: true));

        Assert.Equal(0, report.Added);
        Assert.Empty(report.Reasons);
        Assert.Equal("", await folder.StateAsync());
    }

    [Fact]
    public async Task A_service_that_cannot_be_read_now_is_not_taken_for_gone()
    {
        await using var folder = await ImportFolder.OpenAsync();
        var file = Path.Combine(folder.Files, "services.json");
        const string Whole = """[{ "id": "a", "name": "Sports", "organization": { "id": "o", "name": "Club" } }]""";
        await File.WriteAllTextAsync(file, Whole);
        await folder.RunAsync(Of(new HsdsFiles(folder.Files), isWhole: true));
        var before = await folder.StateAsync();

        await File.WriteAllTextAsync(file, Whole.Replace("\"name\": \"Club\"", "\"name\": null", StringComparison.Ordinal));
        var report = await folder.RunAsync(Of(new HsdsFiles(folder.Files), isWhole: true));

        Assert.Equal((0, 1), (report.Removed, report.Reasons["organisation-unknown"]));
        Assert.Equal(before, await folder.StateAsync());
    }

    private static OpenReferralSource Of(IHsdsServices services, bool isWhole) =>
        new("hsds", services, isWhole, "en", "CC BY-SA 4.0", LinkedEventsImports.Rules, ImportFolder.Regions, new FixedClock(TrayApp.Now));

    /// <summary>Rows of a table, of which some go over line ends.</summary>
    private static async Task<List<string>> RowsAsync(string file)
    {
        var rows = new List<string>();
        var open = false;
        foreach (var line in await File.ReadAllLinesAsync(file))
        {
            if (open)
            {
                rows[^1] += $"\n{line}";
            }
            else
            {
                rows.Add(line);
            }

            open ^= line.Count(c => c == '"') % 2 == 1;
        }

        return rows;
    }
}
