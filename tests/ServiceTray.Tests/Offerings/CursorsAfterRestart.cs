using System.Net;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Offerings;

/// <summary>A walk through pages goes on after the tray was started anew.</summary>
public sealed class CursorsAfterRestart : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"tray-{Guid.CreateVersion7()}");

    private string KeyFile => Path.Combine(folder, "cursor.key");

    [Fact]
    public async Task Go_on_by_place_in_every_order_but_the_best()
    {
        string[] walks = ["order=NAME", "order=NEWEST", "order=SOONEST", "order=NEAREST&place=Kuopio&radiusKm=200"];
        var (all, cursors) = (new List<List<string>>(), new List<string>());
        string best;
        await using (var before = await TrayApp.StartAsync(dataFolder: folder))
        {
            foreach (var walk in walks)
            {
                all.Add([.. (await before.GetAsync($"/api/v1/offerings?first=100&{walk}")).Ids]);
                cursors.Add(await CursorAsync(before, walk));
            }

            best = await CursorAsync(before, "order=BEST");
        }

        var key = await File.ReadAllBytesAsync(KeyFile);
        Assert.Equal(32, key.Length);
        Assert.Distinct(key.Chunk(8).Select(Convert.ToHexString));
        await using var after = await TrayApp.StartAsync(dataFolder: folder);
        Assert.Equal(key, await File.ReadAllBytesAsync(KeyFile));
        for (var i = 0; i < walks.Length; i++)
        {
            var rest = await after.GetAsync($"/api/v1/offerings?first=100&{walks[i]}&after={cursors[i]}");
            Assert.Equal((walks[i], HttpStatusCode.OK), (walks[i], rest.Status));
            Assert.True(all[i].Count > 3);
            Assert.Equal(all[i].Skip(2), rest.Ids);
        }

        Assert.Equal("CURSOR_EXPIRED", (await after.GetAsync($"/api/v1/offerings?first=2&order=BEST&after={best}")).Code);
        var changed = (best[5] == 'A' ? 'B' : 'A') is var letter ? $"{best[..5]}{letter}{best[6..]}" : best;
        Assert.Equal("CURSOR_INVALID", (await after.GetAsync($"/api/v1/offerings?first=2&order=BEST&after={changed}")).Code);
    }

    [SkippableFact]
    public async Task Are_kept_by_a_key_that_only_the_tray_reads()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip.If(true, "Windows has no file modes.");
            return;
        }

        await using var tray = await TrayApp.StartAsync("none", dataFolder: folder);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile));
    }

    [Fact]
    public async Task Are_foreign_after_the_key_was_damaged_and_made_anew()
    {
        string cursor;
        await using (var before = await TrayApp.StartAsync(dataFolder: folder))
        {
            cursor = await CursorAsync(before, "order=NAME");
        }

        await File.WriteAllBytesAsync(KeyFile, [1, 2, 3]);
        await using var after = await TrayApp.StartAsync(dataFolder: folder);
        Assert.Equal("CURSOR_INVALID", (await after.GetAsync($"/api/v1/offerings?first=2&order=NAME&after={cursor}")).Code);
        Assert.Equal(32, new FileInfo(KeyFile).Length);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static async Task<string> CursorAsync(TrayApp tray, string walk) =>
        (await tray.GetAsync($"/api/v1/offerings?first=2&{walk}")).Body.GetProperty("pageInfo").GetProperty("endCursor").GetString()!;
}
