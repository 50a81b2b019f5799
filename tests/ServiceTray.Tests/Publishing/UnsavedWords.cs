using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Accounts;
using ServiceTray.Data;
using ServiceTray.Organisations;
using ServiceTray.Publishing;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;

namespace ServiceTray.Tests.Publishing;

/// <summary>Whoever goes on from a draft's form to another page of it takes what she typed along.</summary>
[Collection(SmallTray.Name)]
public sealed class UnsavedWords(SmallTray small)
{
    private static readonly Guid Walkers = Source.IdOf("seed", "organisation:liikuttajat");
    private static readonly string New = $"/oma/tarjonta/uusi/{Walkers}";

    private readonly TrayApp tray = small.App;

    [Theory]
    [InlineData("esikatselu", "/esikatselu")]
    [InlineData("henkilo", "/henkilo")]
    [InlineData("kaannos/sv", "/kaannos/sv")]
    [InlineData("kaannos/en", "/kaannos/en")]
    [InlineData("", "")]
    [InlineData("/paha.example", "")]
    [InlineData("../../ihmiset", "")]
    public async Task Are_saved_on_the_way(string then, string led)
    {
        using var publisher = await Person.SignedInAsync(tray, new Grant(Role.Publisher, Walkers));
        var page = await MakeAsync(publisher);
        var gone = await publisher.SendAsync(page, page, Fields("Kirjoitettu juuri", then));
        Assert.Equal((302, $"{page}{led}"), ((int)gone.StatusCode, gone.Headers.Location!.ToString()));
        Assert.Equal("Kirjoitettu juuri", (await PageVisit.ReadAsync(await publisher.Client.GetAsync(page))).Document.QuerySelector("#name")!.GetAttribute("value"));
        Assert.Contains("Kirjoitettu juuri", (await PageVisit.ReadAsync(await publisher.Client.GetAsync($"{page}{led}"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Have_no_form_and_no_link_beside_them_that_would_drop_them()
    {
        using var publisher = await Person.SignedInAsync(tray, new Grant(Role.Publisher, Walkers));
        var page = await PageVisit.ReadAsync(await publisher.Client.GetAsync(await MakeAsync(publisher)));
        Assert.Empty(page.Main.QuerySelectorAll("a[href*='esikatselu'], a[href*='kaannos'], a[href*='henkilo'], form[action*='henkilo'] input[type=text]"));
        Assert.Equal(["esikatselu", "henkilo", "kaannos/en", "kaannos/sv", "publish"], page.Main.QuerySelectorAll("form[enctype] button[name=then]").Select(button => button.GetAttribute("value")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Are_saved_and_nothing_else_by_enter_in_a_field()
    {
        using var publisher = await Person.SignedInAsync(tray, new Grant(Role.Publisher, Walkers));
        foreach (var page in new[] { New, await MakeAsync(publisher) })
        {
            var form = (await PageVisit.ReadAsync(await publisher.Client.GetAsync(page))).Main.QuerySelector("form[enctype]")!;
            Assert.Null(form.QuerySelector("button:not([type=button]), input[type=submit], input[type=image]")!.GetAttribute("value"));
        }
    }

    [Fact]
    public async Task That_are_none_make_no_version()
    {
        using var publisher = await Person.SignedInAsync(tray, new Grant(Role.Publisher, Walkers));
        var page = await MakeAsync(publisher);
        var id = Guid.Parse(page.Split('/')[^1]);
        var before = await EditionsAsync(id);
        await publisher.SendAsync(page, page, Fields("Hiljainen ryhmä", "esikatselu"));
        Assert.Equal(before, await EditionsAsync(id));
        await publisher.SendAsync(page, page, Fields("Toinen ryhmä", "esikatselu"));
        Assert.Equal(before + 1, await EditionsAsync(id));
    }

    private static async Task<string> MakeAsync(Person publisher) => (await publisher.SendAsync(New, New, Fields("Hiljainen ryhmä", ""))).Headers.Location!.ToString();

    private static (string, string)[] Fields(string name, string then) =>
        [("name", name), ("summary", "Vertaistukea."), ("theme", "MIND"), ("weekday", "Tuesday"), ("from", "17:00"), ("to", "18:00"), ("area", "70100"), ("phone", "017 123 456"), ("kind", "ACTIVITY"), ("then", then)];

    private async Task<int> EditionsAsync(Guid draft)
    {
        await using var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        return await context.Set<Edition>().CountAsync(row => row.DraftId == draft);
    }
}
