using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Import;
using ServiceTray.Import.Ptv;
using ServiceTray.Import.Remote;
using ServiceTray.Languages;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Import.Ptv;

/// <summary>The register's Open API as its paths are documented, answered by a small one on loopback.</summary>
public sealed class PtvOverHttp
{
    private const string Described = "0a000000-0000-4000-8000-000000000002";

    private readonly List<JsonObject> services =
    [
        Told.AService(),
        Told.AService(Described, service =>
        {
            service["generalDescriptionId"] = "0d000000-0000-4000-8000-000000000001";
            service["serviceClasses"] = new JsonArray();
        }),
        .. Enumerable.Range(3, 148).Select(i => Told.AService($"0a000000-0000-4000-8000-{i:000000000000}")),
    ];

    private readonly List<string> archived = [];
    private readonly List<string> changed = [];
    private string? channelChanged;
    private string? key;

    [Fact]
    public async Task All_is_walked_page_by_page_and_the_second_time_changes_nothing()
    {
        await using var folder = await ImportFolder.OpenAsync();
        await using var api = await LoopbackApi.StartAsync(AnswerAsync);

        var first = await folder.RunAsync(Of(api, new PtvAsk(Key: "avain")));
        var second = await folder.RunAsync(Of(api, new PtvAsk()));

        Assert.Equal([("channels", 2), ("organisations", 1), ("services", 150)], first.Read.Select(kind => (kind.Key, kind.Value)));
        Assert.Equal((150, 0), (first.Added, first.Reasons.Count));
        Assert.Equal((0, 0, 150), (second.Added, second.Changed, second.Unchanged));
        Assert.Contains("/api/v11/Service?status=Published&page=3", api.Asked);
        Assert.Equal(4, api.Asked.Count(asked => asked.StartsWith("/api/v11/Service/list?guids=", StringComparison.Ordinal)));

        // What the general description says is merged in by the register: its class gives the theme, its words the text.
        await using var context = await folder.ContextAsync();
        var merged = await context.Offerings.SingleAsync(offering => offering.Source.Id == Described);
        Assert.Contains("Yleinen kuvaus.", merged.Description.Pick(Language.Fi).Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changed_since_is_asked_for_alone_and_what_was_archived_leaves_a_stone()
    {
        await using var folder = await ImportFolder.OpenAsync();
        await using var api = await LoopbackApi.StartAsync(AnswerAsync);
        await folder.RunAsync(Of(api, new PtvAsk()));

        var gone = services[^1]["id"]!.ToString();
        services.RemoveAt(services.Count - 1);
        archived.Add(gone);
        services[4]["serviceNames"]![1]!["value"] = "Uusi nimi";
        changed.Add($"{services[4]["id"]}");
        var since = await folder.RunAsync(Of(api, new PtvAsk(new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero))));

        Assert.Equal((1, 0, 1), (since.Changed, since.Added, since.Removed));
        Assert.Equal(gone, Assert.Single(await folder.StonesAsync()).SourceId);
        Assert.Contains("/api/v11/Service?status=Published&date=2026-11-20T00:00:00&page=1", api.Asked);

        // A channel that changed brings its services along, though they did not change.
        changed.Clear();
        channelChanged = Told.Location;
        var channel = await folder.RunAsync(Of(api, new PtvAsk(new DateTimeOffset(2026, 11, 21, 0, 0, 0, TimeSpan.Zero))));
        Assert.Equal((1, 1), (channel.Read["services"] - archived.Count, channel.Unchanged));
    }

    [Fact]
    public async Task One_area_is_asked_for_whole_services_and_takes_nothing_else_away()
    {
        await using var folder = await ImportFolder.OpenAsync();
        await using var api = await LoopbackApi.StartAsync(AnswerAsync);
        await folder.RunAsync(Of(api, new PtvAsk()));

        var area = await folder.RunAsync(Of(api, new PtvAsk(Area: PtvAskedArea.Read("municipality/297"))));

        Assert.Equal((0, 10), (area.Removed, area.Unchanged));
        Assert.Contains("/api/v11/Service/list/area/Municipality/code/297?includeWholeCountry=false&serviceWithGD=true&page=1", api.Asked);
        Assert.Null(PtvAskedArea.Read("Municipality/2 97"));
        Assert.Null(PtvAskedArea.Read("Planet/1"));
    }

    [Fact]
    public async Task The_key_is_sent_with_every_question_and_stands_in_no_report()
    {
        await using var folder = await ImportFolder.OpenAsync();
        await using var api = await LoopbackApi.StartAsync(AnswerAsync);
        key = "salainen-avain";

        var refused = await Assert.ThrowsAsync<ImportException>(() => folder.RunAsync(Of(api, new PtvAsk(Key: "toinen"))));
        Assert.Contains("answers 401", refused.Message, StringComparison.Ordinal);
        Assert.Equal(150, (await folder.RunAsync(Of(api, new PtvAsk(Key: key)))).Added);
        Assert.DoesNotContain(await folder.Desk.ListAsync(9, default), run => $"{run.Report} {run.Origin} {run.Failure}".Contains("avain", StringComparison.Ordinal));
    }

    private static PtvSource Of(LoopbackApi api, PtvAsk ask) => new(
        new PtvClient(new RemoteClient(LoopbackApi.Limits), LoopbackApi.Limits, new Uri(api.Address, "api/v11/"), ask),
        ImportFolder.Rules, ImportFolder.Regions, new FixedClock(TrayApp.Now), ask.IsWhole);

    private Task AnswerAsync(LoopbackApi api, HttpContext context)
    {
        if (key is not null && context.Request.Headers["x-api-key"] != key)
        {
            context.Response.StatusCode = 401;
            return Task.CompletedTask;
        }

        var query = context.Request.Query;
        var guids = $"{query["guids"]}".Split(',').ToHashSet();
        var isSince = query.ContainsKey("date");
        return LoopbackApi.JsonAsync(context, $"{context.Request.Path}"["/api/v11/".Length..] switch
        {
            "Service" => Page(services.Select(service => $"{service["id"]}").Where(id => !isSince || changed.Contains(id)).Select(Item), $"{query["page"]}"),
            "Service/list" => new JsonArray([.. services.Where(service => guids.Contains($"{service["id"]}")).Select(service => service.DeepClone())]).ToJsonString(),
            "Service/archived/list" => Page(archived.Select(Item), $"{query["page"]}"),
            "Service/list/area/Municipality/code/297" => Page(services.Take(10).Select(service => $"{service["id"]}" == Described ? Merged(service) : service.DeepClone()), $"{query["page"]}"),
            "ServiceChannel" => Page(new[] { channelChanged }.OfType<string>().Select(Item), $"{query["page"]}"),
            "ServiceChannel/list" => new JsonArray([.. new[] { WithServices(Told.ALocation()), Told.APhone() }.Where(channel => guids.Contains($"{channel["id"]}"))]).ToJsonString(),
            "Organization/list" => new JsonArray(Told.AnOrganisation()).ToJsonString(),
            $"Service/serviceWithGD/{Described}" => Merged(services[1]).ToJsonString(),
            _ => throw new InvalidOperationException($"{context.Request.Path} is no path of the register."),
        });
    }

    private static JsonObject WithServices(JsonObject channel)
    {
        channel["services"] = new JsonArray(new JsonObject { ["service"] = new JsonObject { ["id"] = Told.Service, ["name"] = "Kävelyryhmä" } });
        return channel;
    }

    private static JsonObject Merged(JsonObject service)
    {
        var merged = service.DeepClone().AsObject();
        merged["serviceClasses"] = Told.AService()["serviceClasses"]!.DeepClone();
        merged["serviceDescriptions"]!.AsArray().Add(new JsonObject { ["language"] = "fi", ["value"] = """{"blocks":[{"text":"Yleinen kuvaus.","type":"unstyled"}]}""", ["type"] = "Description" });
        merged["serviceDescriptions"]!.AsArray().RemoveAt(2);
        return merged;
    }

    private static JsonNode Item(string id) => new JsonObject { ["id"] = id, ["name"] = "Nimi" };

    /// <summary>Pages of 50, counted from one.</summary>
    private static string Page(IEnumerable<JsonNode> all, string page)
    {
        var (items, number) = (all.ToList(), int.Parse(page));
        return new JsonObject
        {
            ["pageNumber"] = number,
            ["pageSize"] = 50,
            ["pageCount"] = (items.Count + 49) / 50,
            ["itemList"] = items.Count == 0 ? null : new JsonArray([.. items.Skip((number - 1) * 50).Take(50)]),
        }.ToJsonString();
    }
}
