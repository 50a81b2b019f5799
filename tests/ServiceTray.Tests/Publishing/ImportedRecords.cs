using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Accounts;
using ServiceTray.Data;
using ServiceTray.Import.Seed;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;

namespace ServiceTray.Tests.Publishing;

/// <summary>What a register brought and its organisation wrote over.</summary>
public sealed class ImportedRecords : IAsyncLifetime
{
    private static readonly Guid Walkers = Source.IdOf("seed", "organisation:liikuttajat");
    private static readonly Guid Group = Source.IdOf("seed", "kavelyryhma");

    private TrayApp tray = null!;

    public async Task InitializeAsync() => tray = await TrayApp.StartAsync();

    public async Task DisposeAsync() => await tray.DisposeAsync();

    [Fact]
    public async Task Keep_what_their_organisation_wrote_when_they_are_imported_again()
    {
        using var publisher = await Person.SignedInAsync(tray, new Grant(Role.Publisher, Walkers));
        var page = $"/oma/tarjonta/{Group}";
        var form = await PageVisit.ReadAsync(await publisher.Client.GetAsync(page));
        Assert.Equal("Kävelyryhmä", form.Document.QuerySelector("#name")!.GetAttribute("value"));
        var before = await ReadAsync();

        var fields = Filled(form).Where(field => field.Name != "summary").Append(("summary", "Kävellään hitaasti.")).ToArray();
        Assert.Equal(302, (int)(await publisher.SendAsync(page, page, fields)).StatusCode);
        var published = await publisher.SendAsync(page, $"{page}/julkaise");
        Assert.True((int)published.StatusCode == 302, await published.Content.ReadAsStringAsync());
        var written = await ReadAsync();
        Assert.Equal("Kävellään hitaasti.", written.Summary.Pick(Language.Fi).Value);
        Assert.Equal((before.Name, before.Source.Name, before.OrganisationId), (written.Name, written.Source.Name, written.OrganisationId));
        Assert.Equal(before.Audiences, written.Audiences);

        Assert.Equal("Olette itse kirjoittaneet: tiivistelmä. Rekisteristä tuotu tieto ei muuta näitä.", (await PageVisit.ReadAsync(await publisher.Client.GetAsync(page))).Document.QuerySelector("#kept")!.TextContent.Trim());

        // The register says something else of both; only what she did not write is taken.
        await using (var context = await ContextAsync())
        {
            var row = await context.Offerings.SingleAsync(offering => offering.Id == Group);
            row.LowThreshold = !before.LowThreshold;
            await context.SaveChangesAsync();
        }

        await tray.Services.GetRequiredService<SeedLoader>().LoadAsync(Path.Combine(AppContext.BaseDirectory, "Seeds", "small"), true, CancellationToken.None);
        var again = await ReadAsync();
        Assert.Equal("Kävellään hitaasti.", again.Summary.Pick(Language.Fi).Value);
        Assert.Equal(before.LowThreshold, again.LowThreshold);
    }

    [Fact]
    public async Task Are_not_hidden_from_here_and_say_why()
    {
        using var publisher = await Person.SignedInAsync(tray, new Grant(Role.Publisher, Walkers));
        var page = $"/oma/tarjonta/{Group}";
        var refused = await PageVisit.ReadAsync(await publisher.SendAsync(page, $"{page}/piilota"));
        Assert.Equal(422, refused.Status);
        Assert.Contains("rekisteristä", refused.Document.QuerySelector("#problems")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(await ReadAsync());
    }

    [Fact]
    public async Task Are_claimed_with_their_organisation_once_an_administrator_has_verified()
    {
        using var asker = new Person(tray);
        var answer = await asker.SendAsync($"/julkaise?organisaatio={Walkers}", "/julkaise", ("contact", "meri@esimerkki.example"), ("displayName", "Meri Salo"), ("userName", "meri"), ("password", Person.Password));
        Assert.Equal(302, (int)answer.StatusCode);
        Assert.Equal("/julkaise", answer.Headers.Location!.ToString().Split('?')[0]);
        Assert.Contains("odottaa ylläpidon päätöstä", (await PageVisit.ReadAsync(await asker.Client.GetAsync("/julkaise"))).Main.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(403, (int)(await asker.Client.GetAsync("/oma/tarjonta")).StatusCode);

        using var administrator = await Person.SignedInAsync(tray, new Grant(Role.Administrator));
        var waiting = await PageVisit.ReadAsync(await administrator.Client.GetAsync("/oma/hakemukset"));
        Assert.Contains("Meri Salo, meri@esimerkki.example", waiting.Main.TextContent, StringComparison.Ordinal);
        Assert.Equal(302, (int)(await administrator.SendAsync("/oma/hakemukset", "/oma/hakemukset", ("verify", "yes"))).StatusCode);
        Assert.Null((await PageVisit.ReadAsync(await asker.Client.GetAsync("/julkaise"))).Main.QuerySelector("[role=status]"));
        Assert.Contains("Kävelyryhmä", (await PageVisit.ReadAsync(await asker.Client.GetAsync("/oma/tarjonta"))).Main.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_organisation_is_made_when_it_is_verified_and_not_when_it_is_refused()
    {
        using var administrator = await Person.SignedInAsync(tray, new Grant(Role.Administrator));
        foreach (var (verdict, made) in new[] { ("no", 0), ("yes", 1) })
        {
            using var asker = await Person.SignedInAsync(tray);
            Assert.Equal(302, (int)(await asker.SendAsync("/julkaise", "/julkaise", ("name", "Torstaikerho ry"), ("kind", "ASSOCIATION"), ("businessId", "0116297-6"), ("contact", "040 000"))).StatusCode);
            Assert.Equal(302, (int)(await administrator.SendAsync("/oma/hakemukset", "/oma/hakemukset", ("verify", verdict))).StatusCode);
            await using var context = await ContextAsync();
            Assert.Equal(made, await context.Organisations.CountAsync(row => row.BusinessId == "0116297-6"));
            Assert.Equal(made == 1 ? 200 : 403, (int)(await asker.Client.GetAsync("/oma/tarjonta")).StatusCode);
        }
    }

    [Theory]
    [InlineData("0116297-5")]
    [InlineData("01162976")]
    [InlineData("abcdefg-h")]
    public async Task A_business_id_that_is_none_is_told(string id)
    {
        using var asker = await Person.SignedInAsync(tray);
        var page = await PageVisit.ReadAsync(await asker.SendAsync("/julkaise", "/julkaise", ("name", "Kerho"), ("businessId", id), ("contact", "040 000")));
        Assert.Equal((422, true), (page.Status, page.Main.TextContent.Contains("Y-tunnus ei ole oikein.", StringComparison.Ordinal)));
    }

    private static IEnumerable<(string Name, string Value)> Filled(PageVisit page) =>
        page.Document.QuerySelectorAll<AngleSharp.Html.Dom.IHtmlInputElement>("form[action^='/oma/tarjonta'] input")
            .Where(field => field.Type is not ("hidden" or "checkbox" or "radio") || (field.Type is "checkbox" or "radio" && field.IsChecked))
            .Select(field => (field.Name!, field.Value))
            .Concat(page.Document.QuerySelectorAll<AngleSharp.Html.Dom.IHtmlTextAreaElement>("textarea").Select(field => (field.Name!, field.Value)))
            .Concat(page.Document.QuerySelectorAll<AngleSharp.Html.Dom.IHtmlSelectElement>("main select").Select(field => (field.Name!, field.Value!)))
            .Concat(page.Document.QuerySelectorAll<AngleSharp.Html.Dom.IHtmlInputElement>("input[type=hidden][name=theme]").Select(field => (field.Name!, field.Value)));

    private Task<TrayContext> ContextAsync() => tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();

    private async Task<Offering> ReadAsync()
    {
        await using var context = await ContextAsync();
        return await context.Offerings.AsNoTracking().SingleAsync(row => row.Id == Group);
    }
}
