using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Import;
using ServiceTray.Import.Ptv;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Import.Ptv;

/// <summary>Real records taken in while the tray is serving.</summary>
public sealed class RealRegisterServed
{
    private const string Near = """
        { search(filter: { text: "päihteet", near: { at: { place: "Naantali" }, radiusKm: 30 } }, first: 50) {
            edges { distanceKm node { name { value } } } } }
        """;

    private static readonly string Data = Path.Combine(Repository.Shared, "data", "ptv");

    [SkippableFact]
    public async Task Are_found_near_Naantali_and_nothing_further()
    {
        Skip.IfNot(Directory.Exists(Data), $"{Data} is not here.");
        await using var tray = await TrayApp.StartAsync("none");
        Assert.Empty(Edges(await tray.QueryAsync(Near)));

        await tray.Services.GetRequiredService<Importer>().RunAsync(
            new PtvSource(new PtvFolder(Data), ImportFolder.Rules, ImportFolder.Regions, TimeProvider.System), dryRun: false, CancellationToken.None);
        var edges = await FoundAsync(tray);

        var distances = edges.ToDictionary(
            edge => edge.GetProperty("node").GetProperty("name").GetProperty("value").GetString()!,
            edge => edge.GetProperty("distanceKm"));
        Assert.All(
            ["Päihteiden käyttäjien päiväkeskuspalvelut", "Päihdeongelmaisten palveluohjaus", "Päihdetyö"],
            name => Assert.InRange(distances[name].GetDouble(), 0, 30));

        // What has no place of its own is near for whom it is available, and has no distance.
        Assert.All(distances.Values, distance => Assert.True(distance.ValueKind == JsonValueKind.Null || distance.GetDouble() <= 30));
    }

    /// <summary>The serving tray looks for changes by itself; this waits until it has seen them.</summary>
    private static async Task<List<JsonElement>> FoundAsync(TrayApp tray)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var edges = Edges(await tray.QueryAsync(Near));
            if (edges.Count > 0)
            {
                return edges;
            }

            await Task.Delay(100, patience.Token);
        }
    }

    private static List<JsonElement> Edges(JsonElement data) => [.. data.GetProperty("search").GetProperty("edges").EnumerateArray()];
}
