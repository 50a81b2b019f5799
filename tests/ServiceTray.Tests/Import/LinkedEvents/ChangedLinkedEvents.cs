using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ServiceTray.Import.LinkedEvents;
using ServiceTray.Import.Remote;
using ServiceTray.Languages;
using Xunit;

namespace ServiceTray.Tests.Import.LinkedEvents;

/// <summary>What changed since, of an API that answers <c>last_modified_since</c> as it is documented.</summary>
public sealed class ChangedLinkedEvents
{
    private readonly HashSet<string> changed = [];
    private readonly HashSet<string> gone = [];
    private string name = "Metsäkävely";

    [Fact]
    public async Task Only_what_changed_is_read_and_the_rest_stays()
    {
        await using var folder = await ImportFolder.OpenAsync();
        await using var api = await LoopbackApi.StartAsync(AnswerAsync);
        await folder.RunAsync(All(api));
        changed.Add("helsinki:agkavely");
        name = "Uusi kävely";

        var since = await folder.RunAsync(Since(api));

        Assert.Contains(api.Asked, asked => asked.Contains("&last_modified_since=2026-11-22T09%3A00%3A00Z", StringComparison.Ordinal));
        Assert.Equal((1, 1, 0, 0), (since.Read["events"], since.Changed, since.Added, since.Removed));
        Assert.Equal("Uusi kävely", (await LinkedEventsImports.EventsAsync(folder))["agkavely"].Name.Pick(Language.Fi).Value);
    }

    [Fact]
    public async Task One_date_that_changed_leaves_its_series_whole()
    {
        await using var folder = await ImportFolder.OpenAsync();
        await using var api = await LoopbackApi.StartAsync(AnswerAsync);
        await folder.RunAsync(All(api));
        var before = (await LinkedEventsImports.EventsAsync(folder))["agsarja"].Occurrences;
        changed.Add("helsinki:agsarja2");

        var since = await folder.RunAsync(Since(api));

        Assert.Equal((0, 1), (since.Changed, since.Unchanged));
        Assert.Equal(before, (await LinkedEventsImports.EventsAsync(folder))["agsarja"].Occurrences);

        // A date that was taken away goes from the series, too.
        changed.Clear();
        changed.Add("helsinki:agsarja3");
        gone.Add("helsinki:agsarja3");
        await folder.RunAsync(Since(api));
        Assert.Equal(2, (await LinkedEventsImports.EventsAsync(folder))["agsarja"].Occurrences.Count);
    }

    private static LinkedEventsSource All(LoopbackApi api) => LinkedEventsImports.Of(Client(api), isWhole: true);

    private static ServiceTray.Import.ISource Since(LoopbackApi api) => All(api).ChangedSince(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero))!;

    private static LinkedEventsClient Client(LoopbackApi api) => new(new RemoteClient(LoopbackApi.Limits), LoopbackApi.Limits, new Uri(api.Address, "v1/"));

    private Task AnswerAsync(LoopbackApi api, HttpContext context)
    {
        var (path, query) = ($"{context.Request.Path}", context.Request.Query);
        var ids = LinkedEventsImports.Data("events").Select(told => told!).ToList();
        IEnumerable<JsonNode> asked =
            query.ContainsKey("last_modified_since") ? ids.Where(told => changed.Contains($"{told["id"]}"))
            : query["super_event"] is [var super] ? ids.Where(told => $"{told["super_event"]?["@id"]}".Contains($"/{super}/", StringComparison.Ordinal) && told["deleted"]?.GetValue<bool>() != true && !gone.Contains($"{told["id"]}"))
            : path.StartsWith("/v1/event/h", StringComparison.Ordinal) ? ids.Where(told => path.Contains($"/{told["id"]}/", StringComparison.Ordinal))
            : ids;
        var shown = asked.Select(told => $"{told["id"]}").ToHashSet();
        var answer = LinkedEventsImports.AnswerOf(api, path, $"{query["page"]}", [.. ids.Select(told => $"{told["id"]}").Where(id => !shown.Contains(id))])
            .Replace($"{JsonEncodedText.Encode("Metsäkävely")}", $"{JsonEncodedText.Encode(name)}", StringComparison.Ordinal);
        if (query.ContainsKey("last_modified_since"))
        {
            answer = Deleted(answer);
        }

        return LoopbackApi.JsonAsync(context, path.StartsWith("/v1/event/h", StringComparison.Ordinal) ? JsonNode.Parse(answer)!["data"]![0]!.ToJsonString() : answer);
    }

    private string Deleted(string answer)
    {
        var page = JsonNode.Parse(answer)!;
        foreach (var told in page["data"]!.AsArray().Where(told => gone.Contains($"{told!["id"]}")))
        {
            told!["deleted"] = true;
        }

        return page.ToJsonString();
    }
}
