using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Data;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Tests.Support;
using ServiceTray.Themes;
using Xunit;

namespace ServiceTray.Tests.Offerings;

public sealed class Stale
{
    [Theory]
    [InlineData("seed", 364, null, false)]
    [InlineData("seed", 366, null, true)]
    [InlineData("seed", 900, 10, false)]
    [InlineData("ptv", 700, null, false)]
    [InlineData("ptv", 740, null, true)]
    public void After_a_time_by_its_source_counted_from_the_last_change_or_confirmation(string source, int updatedDaysAgo, int? confirmedDaysAgo, bool stale)
    {
        var offering = Of(source, updatedDaysAgo);
        offering.ConfirmedAt = confirmedDaysAgo is { } days ? TrayApp.Now.AddDays(-days) : null;
        Assert.Equal(stale, Freshness.Of(offering).IsStale(TrayApp.Now));
    }

    [Fact]
    public async Task Is_told_on_the_page_over_GraphQL_and_over_REST()
    {
        await using var tray = await TrayApp.StartAsync();
        var old = Of("ptv", 2_000);
        await using (var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync())
        {
            old.OrganisationId = (await context.Organisations.FirstAsync()).Id;
            context.Add(old);
            await context.SaveChangesAsync();
        }

        var (data, page, rest) = await TellAsync(old.Id);
        Assert.Contains("voivat olla vanhentuneet", page, StringComparison.Ordinal);
        Assert.True(data.GetProperty("stale").GetBoolean() && rest.GetProperty("stale").GetBoolean());
        Assert.Equal(data.GetProperty("nextCheckAt").GetDateTimeOffset(), rest.GetProperty("nextCheckAt").GetDateTimeOffset());
        Assert.Equal(TrayApp.Now.AddDays(730 - 2_000), data.GetProperty("nextCheckAt").GetDateTimeOffset());

        var fresh = await TellAsync(Guid.Parse(SmallTray.OfferingPath("uimahalli")["/tarjonta/".Length..]));
        Assert.DoesNotContain("vanhentuneet", fresh.Page, StringComparison.Ordinal);
        Assert.False(fresh.Data.GetProperty("stale").GetBoolean());

        async Task<(JsonElement Data, string Page, JsonElement Answer)> TellAsync(Guid id) => (
            (await tray.QueryAsync("query($id: ID!) { offering(id: $id) { stale nextCheckAt } }", new { id })).GetProperty("offering"),
            await tray.Client.GetStringAsync($"/tarjonta/{id}"),
            JsonDocument.Parse(await tray.Client.GetStringAsync($"/api/v1/offerings/{id}")).RootElement);
    }

    private static Activity Of(string source, int updatedDaysAgo) => new()
    {
        Id = Source.IdOf(source, "vanha"),
        Name = LocalizedText.Of("Vanha tieto"),
        Themes = [ThemeCode.Community],
        OrganisationId = Guid.Empty,
        Source = new Source(source, "vanha"),
        UpdatedAt = TrayApp.Now.AddDays(-updatedDaysAgo),
    };
}
