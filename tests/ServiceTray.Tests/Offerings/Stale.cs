using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Data;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
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

    [Fact]
    public async Task Sinks_below_its_like_says_so_on_its_card_and_rises_when_it_is_confirmed()
    {
        await using var tray = await TrayApp.StartAsync("none");
        var (old, fresh) = (OwnOfferings.Activity("a"), OwnOfferings.Activity("b"));
        (old.Name, fresh.Name) = (LocalizedText.Of("Kutomapiiri"), LocalizedText.Of("Kutomapiiri"));
        (old.UpdatedAt, fresh.UpdatedAt) = (TrayApp.Now.AddDays(-366), TrayApp.Now.AddDays(-364));
        await tray.PutAsync([old, fresh]);

        var edges = await FindAsync();
        Assert.Equal([fresh.Id, old.Id], edges.Select(edge => edge.GetProperty("node").GetProperty("id").GetGuid()));
        var parts = edges[1].GetProperty("explanation").EnumerateArray().ToDictionary(part => part.GetProperty("name").GetString()!, part => part.GetProperty("value").GetDouble());
        // One day past its check: a fifth, and of three tenths one part in 181.
        Assert.Equal(-(parts["text"] + parts["freshness"]) * (0.2 + (0.3 / 181)), parts["overdue"], 9);
        Assert.Equal(edges[1].GetProperty("score").GetDouble(), parts.Values.Sum(), 9);
        Assert.DoesNotContain(edges[0].GetProperty("explanation").EnumerateArray(), part => part.GetProperty("name").GetString() == "overdue");

        var cards = (await PageVisit.PostAsync(tray, "/haku", ("text", "kutomapiiri"))).All("li.card");
        Assert.Equal([false, true], cards.Select(card => card.Contains("Tiedot tarkistettu viimeksi 21.11.2025", StringComparison.Ordinal)));

        await using (var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync())
        {
            (await context.Offerings.FirstAsync(offering => offering.Id == old.Id)).ConfirmedAt = TrayApp.Now;
            await context.SaveChangesAsync();
        }

        await tray.PutAsync([]);
        Assert.All(await FindAsync(), edge => Assert.DoesNotContain(edge.GetProperty("explanation").EnumerateArray(), part => part.GetProperty("name").GetString() == "overdue"));

        async Task<List<JsonElement>> FindAsync() =>
            [.. (await tray.QueryAsync("{ search(filter: { text: \"kutomapiiri\" }) { edges { score explanation { name value } node { id } } } }")).GetProperty("search").GetProperty("edges").EnumerateArray()];
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
