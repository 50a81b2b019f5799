using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Data;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Import;

public sealed class SeedTests
{
    [Fact]
    public async Task Loads_each_file_once_and_nothing_changes_the_second_time()
    {
        var folder = Directory.CreateTempSubdirectory("tray-seed-").FullName;
        var keep = Path.Combine(folder, "data");
        long before;
        await using (var first = await TrayApp.StartAsync(dataFolder: keep))
        {
            before = await LastChangeAsync(first);
            Assert.True(before > 0);
        }
    }

    private static async Task<long> LastChangeAsync(TrayApp tray)
    {
        await using var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        return await context.Changes.MaxAsync(change => change.Seq);
    }
}
