using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Offerings;

/// <summary>An index that was stored long ago learns the later dates of its series, soon after the tray has started.</summary>
public sealed class SeriesAfterRestart : IDisposable
{
    private const string ThisWeek = "/api/v1/offerings?from=2026-11-22T00:00:00Z&to=2026-11-29T00:00:00Z";

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"tray-{Guid.CreateVersion7()}");

    [Fact]
    public async Task Are_found_on_dates_that_the_stored_index_did_not_reach()
    {
        var series = OwnOfferings.Event("a", OwnOfferings.Weekly(new DateTime(2024, 9, 3, 10, 0, 0)));
        await using (var longAgo = await StartAsync(TrayApp.Now.AddDays(-700)))
        {
            await longAgo.PutAsync([series]);
            Assert.Empty((await longAgo.GetAsync(ThisWeek)).Ids);
        }

        await using var tray = await StartAsync(TrayApp.Now);
        IReadOnlyList<string> found = [];
        for (var tries = 0; tries < 600 && found.Count == 0; tries++)
        {
            await Task.Delay(100);
            found = [.. (await tray.GetAsync(ThisWeek)).Ids];
        }

        Assert.Equal([$"{series.Id}"], found);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Task<TrayApp> StartAsync(DateTimeOffset now) => TrayApp.StartAsync(
        "none", builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new FixedClock(now))), folder);
}
