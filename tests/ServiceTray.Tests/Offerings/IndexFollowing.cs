using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Data;
using ServiceTray.Import.Seed;
using ServiceTray.Offerings;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Offerings;

public sealed class IndexFollowing
{
    private const string BuiltAnew = "The index is built from the database";

    [Fact]
    public async Task Finds_what_was_committed_beside_it()
    {
        await using var tray = await TrayApp.StartAsync();
        Assert.Equal(0, await CountAsync(tray, "marjastusretki"));
        await LoadAsync(tray, "activities-more.json", """
            [{ "key": "marjaretki", "organisation": "kaupunki", "names": { "fi": "Marjastusretki" }, "themes": ["NATURE"], "price": null, "availability": { "nationwide": true } }]
            """);
        await EventuallyAsync(async () => await CountAsync(tray, "marjastusretki") == 1);
    }

    [Fact]
    public async Task Finds_an_offering_by_its_organisations_new_name()
    {
        await using var tray = await TrayApp.StartAsync();
        await LoadAsync(tray, "organisations.json", """[{ "key": "kaupunki", "kind": "MUNICIPALITY", "names": { "fi": "Kummallinen" } }]""");
        await EventuallyAsync(async () => await CountAsync(tray, "kummallinen") == 4);
    }

    [Fact]
    public async Task Builds_a_damaged_index_anew_and_says_so()
    {
        await using var tray = await TrayApp.StartAsync();
        await File.WriteAllTextAsync(tray.Settings.Database.IndexFile, "not an index");
        await PrepareAgainAsync(tray);
        Assert.Equal(2, tray.Log.Lines.Count(line => line.Contains(BuiltAnew, StringComparison.Ordinal)));
        Assert.Equal(1, await CountAsync(tray, "kävelyryhmä"));
    }

    [Fact]
    public async Task Takes_its_own_index_again_but_never_that_of_another_database()
    {
        await using var tray = await TrayApp.StartAsync();
        await PrepareAgainAsync(tray);
        Assert.Equal(1, tray.Log.Lines.Count(line => line.Contains(BuiltAnew, StringComparison.Ordinal)));
        await using var other = await TrayApp.StartAsync();
        File.Copy(other.Settings.Database.IndexFile, tray.Settings.Database.IndexFile, overwrite: true);
        await PrepareAgainAsync(tray);
        Assert.Equal(2, tray.Log.Lines.Count(line => line.Contains(BuiltAnew, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Heeds_a_wish_to_build_anew()
    {
        await using var tray = await TrayApp.StartAsync();
        File.Delete(tray.Settings.Database.IndexFile);
        await File.WriteAllTextAsync(tray.Settings.Database.ReindexWish, "");
        await EventuallyAsync(() => Task.FromResult(!File.Exists(tray.Settings.Database.ReindexWish)));
        Assert.True(File.Exists(tray.Settings.Database.IndexFile));
    }

    [Fact]
    public async Task Counts_dates_on_again_when_that_was_last_done_more_than_a_week_ago()
    {
        await using var tray = await TrayApp.StartAsync();
        var indexer = tray.Services.GetRequiredService<OfferingIndexer>();
        var built = indexer.RenewedAt;
        Assert.True(File.Exists(tray.Settings.Database.IndexRenewedFile), "Building the index counts all dates, which is noted.");
        File.SetLastWriteTimeUtc(tray.Settings.Database.IndexRenewedFile, built.UtcDateTime.AddDays(-8));
        await EventuallyAsync(() => Task.FromResult(indexer.RenewedAt >= built));
    }

    [Fact]
    public async Task Check_agrees_and_tells_what_differs()
    {
        await using var tray = await TrayApp.StartAsync();
        var check = tray.Services.GetRequiredService<IndexCheck>();
        Assert.Empty(await check.RunAsync(CancellationToken.None));
        await using var context = await ContextAsync(tray);
        var gone = await context.Offerings.Select(offering => offering.Id).FirstAsync();
        await context.Offerings.Where(offering => offering.Id == gone).ExecuteDeleteAsync();
        Assert.Equal([$"Not in the database: {gone}"], await check.RunAsync(CancellationToken.None));
    }

    [Fact]
    public async Task An_offering_of_a_new_kind_whose_organisation_is_unknown_leaves_the_old_one()
    {
        await using var tray = await TrayApp.StartAsync();
        await LoadAsync(tray, "events-strange.json", """
            [{ "key": "uimahalli", "organisation": "nobody", "names": { "fi": "Uimahalli" }, "themes": ["MOVEMENT"], "price": null }]
            """);
        await using var context = await ContextAsync(tray);
        Assert.Equal(1, await context.Offerings.OfType<Activity>().CountAsync(offering => offering.Source.Id == "uimahalli"));
    }

    private static Task PrepareAgainAsync(TrayApp tray) => tray.Services.GetRequiredService<OfferingIndexer>().PrepareAsync(CancellationToken.None);

    private static Task<TrayContext> ContextAsync(TrayApp tray) =>
        tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();

    private static async Task LoadAsync(TrayApp tray, string name, string json)
    {
        var folder = Directory.CreateTempSubdirectory("tray-more-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, name), json);
        await tray.Services.GetRequiredService<SeedLoader>().LoadAsync(folder.FullName, again: false, CancellationToken.None);
        folder.Delete(recursive: true);
    }

    private static async Task<int> CountAsync(TrayApp tray, string text)
    {
        var data = await tray.QueryAsync("query($text: String) { search(filter: { text: $text }, first: 100) { nodes { name { value } organisation { name { value } } } } }", new { text });
        return data.GetProperty("search").GetProperty("nodes").EnumerateArray().Count(node => $"{node}".Contains(text, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task EventuallyAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await holds())
        {
            await Task.Delay(100, patience.Token);
        }
    }
}
