using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Import;
using ServiceTray.Import.Ptv;
using ServiceTray.Import.Ptv.V12;
using ServiceTray.Import.Remote;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Tests.Support;
using ServiceTray.Themes;
using Xunit;

namespace ServiceTray.Tests.Import.Ptv.V12;

/// <summary>Version 12 of the register's Open API, answered by a small one on loopback, and its records from files.</summary>
public sealed class PtvVersion12
{
    private const string Described = "0a000000-0000-4000-8000-000000000002";

    private readonly RegisterV12 register = new();

    public PtvVersion12()
    {
        register.Services.Add(ToldV12.AService());
        register.Services.Add(ToldV12.AService(Described, service =>
        {
            service["generalDescriptionContentId"] = ToldV12.General;
            (service["serviceClasses"], service["targetGroups"], service["chargeType"]) = (new JsonArray(), new JsonArray(), null);
        }));
        register.Services.AddRange(Enumerable.Range(3, 148).Select(i => ToldV12.AService($"0a000000-0000-4000-8000-{i:000000000000}")));
        register.Connections.AddRange([.. register.Services.Select(service => ToldV12.AConnection($"{service["contentId"]}", Told.Location)), ToldV12.AConnection(Told.Service, Told.Phone)]);
    }

    [Fact]
    public async Task All_is_walked_page_by_page_and_the_second_time_changes_nothing()
    {
        await using var folder = await ImportFolder.OpenAsync();
        await using var api = await LoopbackApi.StartAsync(register.AnswerAsync);

        var first = await folder.RunAsync(Of(api, new PtvAsk(Key: RegisterV12.Key)));
        var second = await folder.RunAsync(Of(api, new PtvAsk(Key: RegisterV12.Key)));

        Assert.Equal((150, 151, 2, 1), (first.Read["services"], first.Read["connections"], first.Read["channels"], first.Read["organisations"]));
        Assert.Equal((150, 0), (first.Added, first.Reasons.Count));
        Assert.Equal((0, 0, 150), (second.Added, second.Changed, second.Unchanged));
        Assert.Contains("/api/v12/service/search?page=2&pageSize=100", api.Asked);
    }

    [Fact]
    public async Task A_service_is_shown_with_all_that_other_records_tell_of_it()
    {
        await using var folder = await ImportFolder.OpenAsync();
        await using var api = await LoopbackApi.StartAsync(register.AnswerAsync);
        await folder.RunAsync(Of(api, new PtvAsk(Key: RegisterV12.Key)));

        await using var context = await folder.ContextAsync();
        var walk = (Activity)await context.Offerings.SingleAsync(offering => offering.Source.Id == Told.Service);
        var place = await context.Places.SingleAsync(place => walk.PlaceIds.Contains(place.Id));
        var organisation = await context.Organisations.SingleAsync();

        Assert.Equal(("Kävelyryhmä", "Promenadgrupp"), (walk.Name.Pick(Language.Fi).Value, walk.Name.Pick(Language.Sv).Value));
        Assert.Equal("Näin\n\nKävellään puistossa (https://example.fi/puisto):\n* rauhassa\n* kerran viikossa\n\nTule paikalle.\n\nRyhmä kokoontuu aulassa.", walk.Description.Pick(Language.Fi).Value);
        Assert.Equal([ThemeCode.Movement], walk.Themes);
        Assert.Equal(["Sauvakävely", "kävely", "walking", "ulkoilu", "Liikkeelle"], walk.Keywords.Select(word => word.Value));
        Assert.Equal(((bool?)true, "297"), (walk.Price.Free, Assert.Single(walk.Availability.Regions)));
        Assert.Equal(["0170001111", "+358 170001234", "halli@example.fi"], walk.Contacts.Select(contact => contact.Value));
        Assert.Equal(("Mallikatu 5 A", "70100", "297"), (place.StreetAddress.Pick(Language.Fi).Value, place.PostalCode, place.Municipality));
        Assert.InRange(place.Coordinates!.Latitude, 62.8, 63);
        Assert.Equal("Mallikunta", organisation.Name.Pick(Language.Fi).Value);

        // Monday is shut for a week of repairs; every other Friday is said in words, since "open" would be wrong half the time.
        Assert.Contains(walk.OpeningHours, hours => !hours.Closed && hours.Weekdays.SequenceEqual([DayOfWeek.Monday, DayOfWeek.Tuesday]) && hours.Opens == new TimeOnly(9, 0));
        Assert.Contains(walk.OpeningHours, hours => hours.Closed && hours.ValidFrom == new DateOnly(2026, 12, 7) && hours.ValidTo == new DateOnly(2026, 12, 7));
        Assert.Contains(walk.OpeningHours, hours => hours.Opens is null && hours.Note.Pick(Language.Fi).Value == "Parittomilla viikoilla pe 10.00–12.00");
        Assert.Contains(walk.OpeningHours, hours => hours.Closed && hours.ValidFrom == new DateOnly(2027, 6, 25));
    }

    [Fact]
    public async Task A_general_description_gives_what_the_service_leaves_to_it()
    {
        await using var folder = await ImportFolder.OpenAsync();
        await using var api = await LoopbackApi.StartAsync(register.AnswerAsync);
        await folder.RunAsync(Of(api, new PtvAsk(Key: RegisterV12.Key)));

        await using var context = await folder.ContextAsync();
        var merged = await context.Offerings.SingleAsync(offering => offering.Source.Id == Described);
        Assert.Contains("Yleinen kuvaus.", merged.Description.Pick(Language.Fi).Value, StringComparison.Ordinal);
        Assert.Equal((ThemeCode.Movement, AudienceCode.OlderPeople, (bool?)false), (merged.Themes.Single(), merged.Audiences.Single(), merged.Price.Free));
    }

    [Fact]
    public async Task What_changed_since_is_asked_for_alone_and_what_was_archived_leaves_a_stone()
    {
        await using var folder = await ImportFolder.OpenAsync();
        await using var api = await LoopbackApi.StartAsync(register.AnswerAsync);
        await folder.RunAsync(Of(api, new PtvAsk(Key: RegisterV12.Key)));

        var gone = $"{register.Services[^1]["contentId"]}";
        register.Services.RemoveAt(register.Services.Count - 1);
        register.Archived.Add(gone);
        register.Services[4]["languageVersions"]!["fi"]!["name"] = "Uusi nimi";
        register.Changed.Add($"{register.Services[4]["contentId"]}");
        var since = await folder.RunAsync(Of(api, new PtvAsk(new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero), Key: RegisterV12.Key)));

        Assert.Equal((1, 0, 1), (since.Changed, since.Added, since.Removed));
        Assert.Equal(gone, Assert.Single(await folder.StonesAsync()).SourceId);
        Assert.Contains("/api/v12/service/archived?archivedAtOrAfter=2026-11-20T00%3A00%3A00.000Z&page=1&pageSize=100", api.Asked);

        // A channel that changed brings its services along, though they did not change; one that is not published any more is left out.
        register.Changed.Clear();
        register.Archived.Clear();
        register.Changed.Add(Told.Phone);
        var channel = await folder.RunAsync(Of(api, new PtvAsk(new DateTimeOffset(2026, 11, 21, 0, 0, 0, TimeSpan.Zero), Key: RegisterV12.Key)));
        Assert.Equal((1, 1, 0), (channel.Read["services"], channel.Unchanged, channel.Changed));
    }

    [Fact]
    public async Task Without_the_key_nothing_is_asked_and_with_a_wrong_one_nothing_is_taken()
    {
        await using var folder = await ImportFolder.OpenAsync();
        await using var api = await LoopbackApi.StartAsync(register.AnswerAsync);

        var none = await Assert.ThrowsAsync<ImportException>(() => folder.RunAsync(Of(api, new PtvAsk())));
        Assert.Contains("without a key", none.Message, StringComparison.Ordinal);
        Assert.Empty(api.Asked);
        var wrong = await Assert.ThrowsAsync<ImportException>(() => folder.RunAsync(Of(api, new PtvAsk(Key: "toinen"))));
        Assert.Contains("answers 401", wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("toinen", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_area_is_asked_for_by_the_codes_that_the_version_knows()
    {
        await using var folder = await ImportFolder.OpenAsync();
        await using var api = await LoopbackApi.StartAsync(register.AnswerAsync);

        await folder.RunAsync(Of(api, new PtvAsk(Area: PtvAskedArea.Read("municipality/297"), Key: RegisterV12.Key)));
        Assert.Contains("/api/v12/service/search?areaType=LimitedArea&municipalities=297&page=1&pageSize=100", api.Asked);
        await Assert.ThrowsAsync<ImportException>(() => folder.RunAsync(Of(api, new PtvAsk(Area: PtvAskedArea.Read("HospitalDistrict/12"), Key: RegisterV12.Key))));
    }

    [Fact]
    public async Task Files_of_answers_give_the_same_as_the_address()
    {
        await using var asked = await ImportFolder.OpenAsync();
        await using var api = await LoopbackApi.StartAsync(register.AnswerAsync);
        await asked.RunAsync(Of(api, new PtvAsk(Key: RegisterV12.Key)));

        await using var folder = await ImportFolder.OpenAsync();
        await WriteAsync("service-search-1.json", new JsonObject { ["page"] = 1, ["items"] = new JsonArray([.. register.Services.Select(service => service.DeepClone())]) });
        await WriteAsync("connection-search-1.json", new JsonObject { ["page"] = 1, ["items"] = new JsonArray([.. register.Connections.Select(connection => connection.DeepClone())]) });
        await WriteAsync("rest.json", new JsonArray([.. register.Channels.Select(channel => channel.DeepClone()), ToldV12.AnOrganisation(), ToldV12.AGeneralDescription(), ToldV12.ACollection(Told.Service), ToldV12.ATerm()]));
        var read = await folder.ImportAsync();

        Assert.Equal((150, 0), (read.Added, read.Reasons.Count));
        Assert.Equal(await asked.StateAsync(withChanges: false), await folder.StateAsync(withChanges: false));

        Task WriteAsync(string file, JsonNode json) => File.WriteAllTextAsync(Path.Combine(folder.Files, file), json.ToJsonString());
    }

    private static PtvSource Of(LoopbackApi api, PtvAsk ask) => new(
        new V12Client(new RemoteClient(LoopbackApi.Limits), LoopbackApi.Limits, new Uri(api.Address, "api/v12/"), ask),
        ImportFolder.Rules, ImportFolder.Regions, new FixedClock(TrayApp.Now), ask.IsWhole);
}
