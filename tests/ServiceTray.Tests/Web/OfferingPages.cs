using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Data;
using ServiceTray.Languages;
using ServiceTray.Organisations;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Web;

[Collection(SmallTray.Name)]
public sealed class OfferingPages(SmallTray small)
{
    [Fact]
    public async Task Put_a_number_to_tap_before_all_else()
    {
        var page = await PageVisit.GetAsync(small.App, SmallTray.OfferingPath("juttulinja"));
        Assert.Equal("tel:0170000002", page.Main.QuerySelector("a[href^='tel:']")!.GetAttribute("href"));
        Assert.Equal("contact", page.Main.QuerySelector("h2")!.Id);
        Assert.Contains("ma–pe 9–15", page.Main.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Give_the_number_of_who_offers_it_when_it_has_none()
    {
        var page = await PageVisit.GetAsync(small.App, SmallTray.OfferingPath("kavelyryhma"));
        Assert.Equal("tel:0170000001", page.Main.QuerySelector("a[href^='tel:']")!.GetAttribute("href"));
        Assert.Equal("Kysy järjestäjältä", page.Main.QuerySelector("#contact")!.TextContent);
    }

    [Fact]
    public async Task Say_that_the_price_is_not_told() =>
        Assert.Contains("Hintaa ei ole kerrottu. Kysy.", (await PageVisit.GetAsync(small.App, SmallTray.OfferingPath("vertaisryhma"))).All("dd"));

    [Fact]
    public async Task Tell_prices_hours_and_access()
    {
        var page = await PageVisit.GetAsync(small.App, SmallTray.OfferingPath("uimahalli"));
        Assert.Contains("5,50 €.", page.All("dd"));
        Assert.Contains("klo 6.00–20.00", page.All("dd"));
        Assert.Contains("Pääset pyörätuolilla", page.All("dt"));
    }

    [Fact]
    public async Task Tell_the_next_dates_of_an_event()
    {
        var page = await PageVisit.GetAsync(small.App, SmallTray.OfferingPath("konsertti"));
        var dates = page.All(".dates li");
        Assert.All(dates, date => Assert.Matches(@"^tiistai \d+\.\d+\.202\d klo 17\.00–18\.30$", date));
        Assert.Equal(4, dates.Count);
    }

    [Fact]
    public async Task Show_no_way_to_a_place_that_is_only_approximate()
    {
        Assert.NotEmpty((await PageVisit.GetAsync(small.App, SmallTray.OfferingPath("uimahalli"))).All("a[href*='openstreetmap']"));
        var hidden = await PageVisit.GetAsync(small.App, SmallTray.OfferingPath("vertaisryhma"));
        Assert.Empty(hidden.All("a[href*='openstreetmap']"));
        Assert.DoesNotContain("62.9011", hidden.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Say_in_which_language_a_text_is()
    {
        var page = await PageVisit.GetAsync(small.App, $"{SmallTray.OfferingPath("kavelyryhma")}?lang=sv");
        Assert.Equal("sv", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("fi", page.Main.QuerySelector("h1 [lang]")!.GetAttribute("lang"));
        Assert.Equal("Texten är på finska.", page.Main.QuerySelector("section[aria-labelledby=about] p.quiet")!.TextContent);
        Assert.Equal("fi", page.Main.QuerySelector("section[aria-labelledby=about] p[lang]")!.GetAttribute("lang"));
    }

    [Fact]
    public async Task Show_only_a_guidance_point_whose_agreement_is_in_force()
    {
        Assert.Contains("Matalan kynnyksen piste", (await PageVisit.GetAsync(small.App, SmallTray.OfferingPath("neuvontapiste"))).All("dt"));
        Assert.DoesNotContain("Matalan kynnyksen piste", (await PageVisit.GetAsync(small.App, SmallTray.OfferingPath("vanha-neuvontapiste"))).All("dt"));
    }

    [Fact]
    public async Task Never_run_what_a_record_brings()
    {
        const string Evil = "<script>alert(1)</script>";
        var id = Source.IdOf("test", "evil");
        await using (var context = await small.App.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync())
        {
            context.Add(new Organisation
            {
                Id = id,
                Name = LocalizedText.Of($"Paha {Evil}"),
                Kind = OrganisationKind.Other,
                Description = LocalizedText.Of($"\"><img src=x onerror=alert(1)> {Evil}"),
                Contacts = [new Contact(ContactKind.Web, "javascript:alert(1)", LocalizedText.Empty, LocalizedText.Empty), new Contact(ContactKind.Phone, "javascript:1", LocalizedText.Empty, LocalizedText.Empty)],
                Links = [new Link("data:text/html,x", LocalizedText.Of(Evil))],
                Source = new Source("test", "evil", Url: "javascript:alert(2)"),
            });
            await context.SaveChangesAsync();
        }

        var page = await PageVisit.GetAsync(small.App, $"/organisaatiot/{id}");
        Assert.Equal(200, page.Status);
        Assert.Equal($"Paha {Evil}", page.Main.QuerySelector("h1")!.TextContent);
        Assert.Empty(page.Document.QuerySelectorAll("script:not([src], [type='application/ld+json']), img, [onerror], main [href^='javascript'], main [href^='data']"));
    }

    [Fact]
    public async Task Of_an_organisation_list_what_it_offers()
    {
        var page = await PageVisit.GetAsync(small.App, $"/organisaatiot/{Source.IdOf("seed", "organisation:liikuttajat")}");
        Assert.Equal(["Juttulinja", "Kävelyryhmä", "Vertaisryhmä eronneille"], page.All(".card h3"));
    }
}
