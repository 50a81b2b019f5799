using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Accounts;
using ServiceTray.Connections;
using ServiceTray.Data;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Publishing.Reviews;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using ServiceTray.Themes;
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

    [Fact]
    public async Task Over_GraphQL_she_sees_its_words_and_decides_on_what_she_saw()
    {
        using var county = await Person.SignedInAsync(Tray, new Grant(Role.CountyAdministrator, county: "PS"));
        await county.SendAsync("/oma/alueet", "/oma/alueet", ("county", "PS"), ("secondPerson", "yes"));
        Told = Calendar(("uusi", "Kuoro"), ("outo", "Arpajaiset"));
        await ConnectAsync("kalenteri.ics", "CALENDAR");
        await ReadDueAsync();
        Assert.Empty((await Publisher.AskAsync("{ heldOfferings { id } }")).GetProperty("data").GetProperty("heldOfferings").EnumerateArray());
        var held = (await county.AskAsync("{ heldOfferings { id print kind name { value } themes askedAt organisation { id } places { municipality { code } } } }")).GetProperty("data").GetProperty("heldOfferings").EnumerateArray()
            .ToDictionary(one => one.GetProperty("name").GetProperty("value").GetString()!);
        Assert.Equal(["Arpajaiset", "Kuoro"], held.Keys.Order());
        Assert.Equal("297", held["Kuoro"].GetProperty("places")[0].GetProperty("municipality").GetProperty("code").GetString());
        Assert.Equal("DRAFT_MOVED", await DecideAsync(county, held["Kuoro"], "print: \"muu\""));
        Assert.Equal("NOT_FOUND", await DecideAsync(Publisher, held["Kuoro"]));
        Assert.Null(await DecideAsync(county, held["Kuoro"]));
        Assert.Equal("DRAFT_INVALID", await DecideAsync(county, held["Arpajaiset"], givenBackWith: " "));
        Assert.Null(await DecideAsync(county, held["Arpajaiset"], givenBackWith: "Eivät kuulu tänne."));
        Assert.Equal("NOT_FOUND", await DecideAsync(county, held["Arpajaiset"]));
        await ReadDueAsync();
        Assert.Equal(["Kuoro"], (await OwnAsync()).Select(row => row.Name));
    }

    [Fact]
    public async Task What_changes_in_the_moment_in_which_she_decides_is_not_let_through_unseen()
    {
        var (sieve, desk) = (Tray.Services.GetRequiredService<HeldSieve>(), Tray.Services.GetRequiredService<HeldDesk>());
        using var county = await Person.SignedInAsync(Tray, new Grant(Role.CountyAdministrator, county: "PS"));
        await county.SendAsync("/oma/alueet", "/oma/alueet", ("county", "PS"), ("secondPerson", "yes"));
        var second = Caller.Person(county.Account, "Maakunta", [new Grant(Role.CountyAdministrator, county: "PS")]);
        await ConnectAsync("kalenteri.ics", "CALENDAR");
        var (connection, writer) = ((await Tray.Services.GetRequiredService<ConnectionReader>().DueAsync(CancellationToken.None)).Single().Id, Guid.NewGuid());
        for (var round = 0; round < 40; round++)
        {
            var id = Guid.NewGuid();
            var (seen, unseen) = (Record(id, "Nähty"), Record(id, "Näkemätön"));
            await sieve.SiftAsync(connection, Walkers, writer, [seen], CancellationToken.None);
            var deciding = Task.Run(() => Xunit.Record.ExceptionAsync(() => desk.DecideAsync(second, id, seen.Print(), null, CancellationToken.None)));
            await sieve.SiftAsync(connection, Walkers, writer, [unseen], CancellationToken.None);
            await deciding;
            await using var context = await Tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
            var row = await context.Set<HeldOffering>().SingleAsync(one => one.Id == id);
            Assert.True(row is { State: HeldState.Waiting, DecidedBy: null }, $"round {round}: {row.State} {row.Record.Told().Name.Pick(Language.Fi).Value}");
        }
    }

    private static HeldRecord Record(Guid id, string name) => new(
        new Activity { Id = id, Name = LocalizedText.Of(name), Themes = [ThemeCode.Community], OrganisationId = Walkers, Source = new Source("koe", $"{id}"), Availability = new Availability(false, false, ["297"]) }, null, []);

    private static async Task<string?> DecideAsync(Person who, System.Text.Json.JsonElement held, string? print = null, string? givenBackWith = null)
    {
        var words = givenBackWith is null ? "" : $", givenBackWith: \"{givenBackWith}\"";
        var answer = await who.AskAsync($"mutation {{ decideHeldOffering(id: \"{held.GetProperty("id").GetString()}\", {print ?? $"print: \"{held.GetProperty("print").GetString()}\""}{words}) {{ errors {{ code }} }} }}");
        return answer.GetProperty("data").GetProperty("decideHeldOffering").GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("code").GetString()).FirstOrDefault();
    }

    private static async Task<int> WaitingAsync(Person who) => (await PageVisit.ReadAsync(await who.Client.GetAsync("/oma/tarkistettavat"))).Main.QuerySelectorAll("button[value=publish]").Length;

    private static async Task<(string Path, string Version)> ReviewOfAsync(Person who, string name)
    {
        var row = (await PageVisit.ReadAsync(await who.Client.GetAsync("/oma/tarkistettavat"))).Main.QuerySelectorAll("ul.rows > li").Single(row => row.QuerySelector("h2")!.TextContent == name);
        return (row.QuerySelector("a")!.GetAttribute("href")!.Split('?')[0], row.QuerySelector("input[name=version]")!.GetAttribute("value")!);
    }
}
