using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Data;
using ServiceTray.Import.Seed;
using ServiceTray.Offerings;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Import;

[Collection(FullTray.Name)]
public sealed class SeedTests(FullTray full)
{
    [Fact]
    public async Task What_ships_is_read_without_a_problem_and_covers_every_theme()
    {
        var tray = full.App;
        Assert.DoesNotContain(tray.Log.Lines, line => line.StartsWith("Warning ServiceTray.Import", StringComparison.Ordinal));
        await using var context = await ContextAsync(tray);
        var offerings = await context.Offerings.AsNoTracking().ToListAsync();
        Assert.True(offerings.OfType<Activity>().Count() >= 120);
        Assert.True(offerings.OfType<Event>().Count() >= 60);
        Assert.Equal(8, offerings.SelectMany(offering => offering.Themes).Distinct().Count());
        Assert.All(offerings.OfType<Event>(), dated => Assert.True(dated.EndsAt > TrayApp.Now));
    }

    [Fact]
    public async Task A_file_is_loaded_once_and_again_without_change()
    {
        await using var tray = await TrayApp.StartAsync();
        var before = await LastChangeAsync(tray);
        var seeds = tray.Services.GetRequiredService<SeedLoader>();
        var folder = Path.Combine(AppContext.BaseDirectory, "Seeds", "small");
        await seeds.LoadAsync(folder, again: false, CancellationToken.None);
        await seeds.LoadAsync(folder, again: true, CancellationToken.None);
        Assert.Equal(before, await LastChangeAsync(tray));
    }

    [Fact]
    public async Task A_changed_file_changes_only_what_differs()
    {
        await using var tray = await TrayApp.StartAsync();
        var before = await LastChangeAsync(tray);
        var folder = Directory.CreateTempSubdirectory("tray-seed-");
        var file = Path.Combine(folder.FullName, "organisations.json");
        await File.WriteAllTextAsync(file, """[{ "key": "kaupunki", "kind": "MUNICIPALITY", "names": { "fi": "Uusi nimi" } }]""");
        await tray.Services.GetRequiredService<SeedLoader>().LoadAsync(folder.FullName, again: false, CancellationToken.None);
        folder.Delete(recursive: true);
        Assert.Equal(before + 1, await LastChangeAsync(tray));
    }

    private static Task<TrayContext> ContextAsync(TrayApp tray) =>
        tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();

    private static async Task<long> LastChangeAsync(TrayApp tray)
    {
        await using var context = await ContextAsync(tray);
        return await context.Changes.MaxAsync(change => change.Seq);
    }
}
