using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Import;
using ServiceTray.Import.LinkedEvents;
using ServiceTray.Import.Remote;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Tests.Support;
using ServiceTray.Themes;
using Xunit;

namespace ServiceTray.Tests.Import.LinkedEvents;

/// <summary>Answers of the documented shape, each made up here: single events, a series, a whole with parts, and all that is not shown.</summary>
public sealed class LinkedEventsImports
{
    private static readonly string Answers = Path.Combine(AppContext.BaseDirectory, "Import", "LinkedEvents", "Answers");

    internal static TermRules Rules { get; } = TermRules.Read(Path.Combine(AppContext.BaseDirectory, "seed-data", "themes", "term-rules.json"));

    [Fact]
    public async Task Are_counted_each_and_the_second_time_changes_nothing()
    {
        await using var folder = await ImportFolder.OpenAsync();

        var first = await folder.RunAsync(OfFiles(Answers));
        var state = await folder.StateAsync();
        var second = await folder.RunAsync(OfFiles(Answers));

        Assert.Equal([("events", 18), ("keywords", 9), ("organisations", 1), ("places", 4)], first.Read.Select(kind => (kind.Key, kind.Value)));
        Assert.Equal([("deleted", 2), ("draft", 1), ("replaced", 1)], first.Left.Select(why => (why.Key, why.Value)));
        Assert.Equal([("coordinates-turned", 1), ("no-date", 1), ("no-name", 1)], first.Reasons.Select(why => (why.Key, why.Value)));

        // 18 = 4 left out, 2 that cannot be shown, 3 dates of the series (the fourth is deleted), 8 with a theme and 1 without.
        Assert.Equal((8, 1, 8), (first.Themed, first.Unthemed, first.Added));
        Assert.Equal((0, 0, 8, 0), (second.Added, second.Changed, second.Unchanged, second.Removed));
        Assert.Equal(state, await folder.StateAsync());
    }

    [Fact]
    public async Task A_series_is_one_event_with_its_dates_and_parts_of_a_whole_stand_alone()
    {
        await using var folder = await ImportFolder.OpenAsync();
        await folder.RunAsync(OfFiles(Answers));
        var events = await EventsAsync(folder);

        Assert.Equal(
            [("2026-12-01T08:00", EventStatus.Scheduled), ("2026-12-08T08:00", EventStatus.Cancelled), ("2026-12-15T10:00", EventStatus.Moved)],
            events["agsarja"].Occurrences.Select(date => (date.StartsAt.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture), date.Status)));
        Assert.DoesNotContain(events.Keys, key => key.StartsWith("agsarja", StringComparison.Ordinal) && key != "agsarja");
        Assert.Equal("Kuoro laulaa", events["agviikko1"].Name.Pick(Language.Fi).Value);
        var week = Assert.Single(events["agviikko"].Occurrences);

        // All day from Monday 7.12. to Sunday 13.12. in Finland.
        Assert.Equal((true, new DateTimeOffset(2026, 12, 6, 22, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 12, 13, 22, 0, 0, TimeSpan.Zero)), (week.AllDay, week.StartsAt, week.EndsAt));
    }

    [Fact]
    public async Task Everything_an_event_tells_is_on_the_tray()
    {
        await using var folder = await ImportFolder.OpenAsync();
        await folder.RunAsync(OfFiles(Answers));
        var events = await EventsAsync(folder);
        await using var context = await folder.ContextAsync();
        var walk = events["agkavely"];

        Assert.Equal([ThemeCode.Nature], walk.Themes);
        Assert.Equal("Kävellään rauhassa & kuunnellaan.\n* ota eväät", walk.Description.Pick(Language.Fi).Value);
        Assert.Equal((true, AudienceCode.Families, new AgeSpan(7, 99)), (walk.Price.Free, Assert.Single(walk.Audiences), walk.Ages));
        Assert.Equal(["fi", "sv"], walk.Languages);
        Assert.Equal(["https://esimerkki.example/kavely", "https://esimerkki.example/promenad", "https://esimerkki.example/fb"], walk.Links.Select(link => link.Url));
        Assert.Equal(("CC BY 4.0", "helsinki:agkavely", TrayApp.Now), (walk.Source.Licence, walk.Source.Id, walk.Source.FetchedAt));
        var place = await context.Places.SingleAsync(place => place.Id == walk.PlaceIds[0]);
        Assert.Equal(("Parkhuset", "091", 60.17), (place.Name.Pick(Language.Sv).Value, place.Municipality, place.Coordinates!.Latitude));
        var body = await context.Organisations.SingleAsync(body => body.Id == walk.OrganisationId);
        Assert.Equal(("Malliston kaupunki", OrganisationKind.Municipality), (body.Name.Pick(Language.Fi).Value, body.Kind));

        Assert.Equal((false, "5 €. Sarjakortti käy"), (events["agsarja"].Price.Free, events["agsarja"].Price.Description.Pick(Language.Fi).Value));
        Assert.Equal([AttendanceMode.Online], events["agverkko"].Modes);
        Assert.True(events["agverkko"].Availability.Nationwide);
        Assert.Equal([ThemeCode.Community], events["agtalkoot"].Themes);
        Assert.True(events["agkurssi"].Registration!.Required);

        // Told as 25.0 north, 60.25 east: turned, since it then lies in Helsinki, as the record says.
        var yard = await context.Places.SingleAsync(place => place.Id == events["agtalkoot"].PlaceIds[0]);
        Assert.Equal((60.25, 25.0), (yard.Coordinates!.Latitude, yard.Coordinates.Longitude));
    }

    [Fact]
    public async Task From_the_api_are_the_same_page_by_page_and_what_it_lacks_later_is_gone()
    {
        await using var folder = await ImportFolder.OpenAsync();
        var gone = new HashSet<string>();
        await using var api = await LoopbackApi.StartAsync((api, context) => LoopbackApi.JsonAsync(context, AnswerOf(api, $"{context.Request.Path}", $"{context.Request.Query["page"]}", gone)));

        var first = await folder.RunAsync(OfApi(api));
        var second = await folder.RunAsync(OfApi(api));
        gone.Add("helsinki:agkurssi");
        var third = await folder.RunAsync(OfApi(api));

        Assert.Equal((18, 8), (first.Read["events"], first.Added));
        Assert.Equal((0, 0, 8, 0), (second.Added, second.Changed, second.Unchanged, second.Removed));
        Assert.Equal((7, 1), (third.Unchanged, third.Removed));
        Assert.Equal("helsinki:agkurssi", Assert.Single(await folder.StonesAsync()).SourceId);
        Assert.Equal(4, api.Asked.Take(4).Distinct().Count());
        Assert.Contains(api.Asked, asked => asked.StartsWith("/v1/organization/ahjo", StringComparison.Ordinal));
        var walk = (await EventsAsync(folder))["agkavely"];
        Assert.Equal([ThemeCode.Nature], walk.Themes);
        Assert.Single(walk.PlaceIds);
    }

    [Theory]
    [InlineData("""{"meta":{"count":500,"next":null},"data":[]}""", "tells of 500 events and gives 0")]
    [InlineData("""{"meta":{"count":0,"next":"https://muualla.example/v1/event/"},"data":[]}""", "another host")]
    [InlineData("""{"meta":{"count":0,"next":"event/?include=location,keywords,audience&page_size=100&show_deleted=true"},"data":[]}""", "circles")]
    [InlineData("""{"detail":"no"}""", "no page of events")]
    public async Task An_api_that_cannot_be_trusted_changes_nothing(string page, string words)
    {
        await using var folder = await ImportFolder.OpenAsync();
        await folder.RunAsync(OfFiles(Answers));
        var before = await folder.StateAsync();
        await using var api = await LoopbackApi.StartAsync((_, context) => LoopbackApi.JsonAsync(context, page));

        var refused = await Assert.ThrowsAsync<ImportException>(() => folder.RunAsync(OfApi(api)));

        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await folder.StateAsync());
    }

    [Fact]
    public async Task A_series_of_more_dates_than_people_keep_shows_those_that_come_next_and_tells_so()
    {
        await using var folder = await ImportFolder.OpenAsync();
        var today = DateOnly.FromDateTime(TrayApp.Now.UtcDateTime);
        await File.WriteAllLinesAsync(
            Path.Combine(folder.Files, "event.ndjson"),
            [AnEvent("sarja", null, "recurring"), .. Enumerable.Range(-1_500, 3_000).Reverse().Select(i => AnEvent($"p{i}", today.AddDays(i), null))]);

        var report = await folder.RunAsync(OfFiles(folder.Files));

        Assert.Equal([("too-many-dates", 1)], report.Reasons.Select(why => (why.Key, why.Value)));
        var dates = Assert.Single(await EventsAsync(folder)).Value.Occurrences.Select(date => DateOnly.FromDateTime(date.StartsAt.UtcDateTime)).ToList();
        Assert.Equal(1_000, dates.Count);
        Assert.Equal((dates[0].AddDays(999), true), (dates[^1], dates[0] == today || dates[0] == today.AddDays(1)));
    }

    private static string AnEvent(string id, DateOnly? day, string? type) => new JsonObject
    {
        ["id"] = $"helsinki:{id}", ["@id"] = $"https://e.example/v1/event/helsinki:{id}/", ["@type"] = "Event", ["publisher"] = "p", ["publication_status"] = "public", ["super_event_type"] = type,
        ["name"] = new JsonObject { ["fi"] = "Kävely" }, ["start_time"] = day is null ? null : $"{day:yyyy-MM-dd}T10:00:00Z", ["keywords"] = new JsonArray(),
        ["super_event"] = day is null ? null : new JsonObject { ["@id"] = "https://e.example/v1/event/helsinki:sarja/" },
    }.ToJsonString();

    private static LinkedEventsSource OfFiles(string path) => Of(new LinkedFiles(path), isWhole: false);

    private static LinkedEventsSource OfApi(LoopbackApi api) =>
        Of(new LinkedEventsClient(new RemoteClient(LoopbackApi.Limits), LoopbackApi.Limits, new Uri(api.Address, "v1/")), isWhole: true);

    internal static LinkedEventsSource Of(ILinkedPages pages, bool isWhole) => new("linkedevents", pages, isWhole, Rules, ImportFolder.Regions, new FixedClock(TrayApp.Now));

    internal static async Task<Dictionary<string, Event>> EventsAsync(ImportFolder folder)
    {
        await using var context = await folder.ContextAsync();
        return (await context.Offerings.AsNoTracking().ToListAsync()).OfType<Event>().ToDictionary(dated => dated.Source.Id["helsinki:".Length..]);
    }

    /// <summary>Pages of five events, with what they refer to in its place, as <c>include=</c> asks.</summary>
    internal static string AnswerOf(LoopbackApi api, string path, string page, HashSet<string> gone)
    {
        if (path.StartsWith("/v1/organization/", StringComparison.Ordinal))
        {
            return Data("organizations")[0]!.ToJsonString();
        }

        var known = Data("places").Concat(Data("keywords")).ToDictionary(one => $"{one!["@id"]}", one => one!);
        var events = Data("events").Where(one => !gone.Contains($"{one!["id"]}")).Select(one => one!.DeepClone().AsObject()).ToList();
        foreach (var dated in events)
        {
            dated["location"] = Included(dated["location"]);
            dated["keywords"] = new JsonArray([.. dated["keywords"]!.AsArray().Select(Included)]);
            dated["audience"] = new JsonArray([.. dated["audience"]!.AsArray().Select(Included)]);
        }

        var number = page.Length == 0 ? 1 : int.Parse(page, CultureInfo.InvariantCulture);
        var next = number * 5 < events.Count ? $"{api.Address}v1/event/?page={number + 1}" : null;
        return new JsonObject
        {
            ["meta"] = new JsonObject { ["count"] = events.Count, ["next"] = next, ["previous"] = null },
            ["data"] = new JsonArray([.. events.Skip((number - 1) * 5).Take(5)]),
        }.ToJsonString();

        JsonNode? Included(JsonNode? reference) => reference is null ? null : known.GetValueOrDefault($"{reference["@id"]}")?.DeepClone() ?? reference.DeepClone();
    }

    internal static JsonArray Data(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Answers, $"{name}.json")))!["data"]!.AsArray();
}
