using ServiceTray.Accounts;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;

namespace ServiceTray.Tests.Connections;

/// <summary>Where a county wants a second person, what a connected calendar tells for the first time waits for her.</summary>
public sealed class HeldCalendars : ConnectedTray
{
    [Fact]
    public async Task What_is_new_waits_for_a_second_person_where_the_county_wants_her_and_a_time_never_does()
    {
        using var county = await Person.SignedInAsync(Tray, new Grant(Role.CountyAdministrator, county: "PS"));
        Told = Calendar(("vanha", "Tanssit"));
        await ConnectAsync("kalenteri.ics", "CALENDAR");
        await ReadDueAsync();
        await county.SendAsync("/oma/alueet", "/oma/alueet", ("county", "PS"), ("secondPerson", "yes"));

        Told = Calendar(("vanha", "Tanssit"), ("uusi", "Kuoro"), ("outo", "Arpajaiset"));
        await PressAsync("read");
        await ReadDueAsync();
        Assert.Equal(["Tanssit"], (await OwnAsync()).Select(row => row.Name));
        Assert.Contains("Kuoro: odottaa toista ihmistä", (await PageVisit.ReadAsync(await Publisher.Client.GetAsync(Path))).Main.TextContent, StringComparison.Ordinal);

        // Who connected it is not the second person; another county's administrator is none.
        using var stranger = await Person.SignedInAsync(Tray, new Grant(Role.CountyAdministrator, county: "ES"));
        Assert.Equal((2, 0, 0), (await WaitingAsync(county), await WaitingAsync(Publisher), await WaitingAsync(stranger)));
        var (review, page) = await ReviewOfAsync(county, "Kuoro");
        Assert.Equal(404, (int)(await stranger.Client.GetAsync(review)).StatusCode);
        Assert.Contains("Kuoro", (await PageVisit.ReadAsync(await county.Client.GetAsync(review))).Main.TextContent, StringComparison.Ordinal);

        // The words change while she looks: what she did not see does not go through.
        Told = Calendar(("vanha", "Tanssit"), ("uusi", "Kuoro ja orkesteri"), ("outo", "Arpajaiset"));
        await PressAsync("read");
        await ReadDueAsync();
        Assert.Equal(409, (int)(await county.SendAsync("/oma/tarkistettavat", review, ("decision", "publish"), ("version", page))).StatusCode);
        Assert.Equal(302, (int)(await county.SendAsync("/oma/tarkistettavat", review, ("decision", "publish"))).StatusCode);
        var (other, _) = await ReviewOfAsync(county, "Arpajaiset");
        Assert.Equal(302, (int)(await county.SendAsync("/oma/tarkistettavat", other, ("decision", "return"), ("words", "Arpajaiset eivät kuulu tänne."))).StatusCode);

        // The next round reads it though it is not due; a new hour of the same is no new word.
        Told = Calendar(("vanha", "Tanssit"), ("uusi", "Kuoro ja orkesteri"), ("outo", "Arpajaiset")).Replace("T15", "T16", StringComparison.Ordinal);
        await ReadDueAsync();
        Assert.Equal(["Kuoro ja orkesteri", "Tanssit"], (await OwnAsync()).Select(row => row.Name));
        Assert.Contains("Arpajaiset eivät kuulu tänne.", (await PageVisit.ReadAsync(await Publisher.Client.GetAsync(Path))).Main.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await WaitingAsync(county));
    }

    private static async Task<int> WaitingAsync(Person who) => (await PageVisit.ReadAsync(await who.Client.GetAsync("/oma/tarkistettavat"))).Main.QuerySelectorAll("button[value=publish]").Length;

    private static async Task<(string Path, string Version)> ReviewOfAsync(Person who, string name)
    {
        var row = (await PageVisit.ReadAsync(await who.Client.GetAsync("/oma/tarkistettavat"))).Main.QuerySelectorAll("ul.rows > li").Single(row => row.QuerySelector("h2")!.TextContent == name);
        return (row.QuerySelector("a")!.GetAttribute("href")!.Split('?')[0], row.QuerySelector("input[name=version]")!.GetAttribute("value")!);
    }
}
