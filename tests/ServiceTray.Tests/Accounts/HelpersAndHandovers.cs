using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Accounts;
using ServiceTray.Accounts.Handovers;
using ServiceTray.Organisations;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;

namespace ServiceTray.Tests.Accounts;

/// <summary>Small organisations let somebody publish for them, and an office's account goes to who holds it next.</summary>
[Collection(SmallTray.Name)]
public sealed partial class HelpersAndHandovers(SmallTray small)
{
    private static readonly Guid Walkers = Source.IdOf("seed", "organisation:liikuttajat");
    private static readonly Guid City = Source.IdOf("seed", "organisation:kaupunki");

    private readonly TrayApp tray = small.App;

    [Fact]
    public async Task A_helper_publishes_for_those_that_agreed_and_for_nobody_when_it_is_over()
    {
        using var helper = await Person.SignedInAsync(tray, new Grant(Role.Helper, county: "PS"));
        using var publisher = await Person.SignedInAsync(tray, new Grant(Role.Publisher, Walkers));
        Assert.Equal(404, await WriteAsync(helper, Walkers));

        Assert.Equal(302, (int)(await publisher.SendAsync("/oma/apurit", "/oma/apurit", ("organisation", $"{Walkers}"), ("helper", $"{helper.Account}"))).StatusCode);
        Assert.Equal(302, await WriteAsync(helper, Walkers));
        Assert.Equal(404, await WriteAsync(helper, City));
        var own = await PageVisit.ReadAsync(await helper.Client.GetAsync("/oma/tarjonta"));
        var page = own.Document.QuerySelectorAll("h3 a").First(link => link.TextContent == "Apurin kirjoittama").GetAttribute("href")!;
        Assert.Equal(302, (int)(await helper.SendAsync(page, $"{page}/julkaise")).StatusCode);
        Assert.Equal(200, (await PageVisit.GetAsync(tray, page.Replace("/oma", "", StringComparison.Ordinal))).Status);

        // To write for them is not to invite for them, nor to read what is said to them.
        Assert.Equal(HttpStatusCode.Forbidden, (await helper.Client.GetAsync("/oma/ihmiset")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await helper.Client.GetAsync("/oma/palautteet")).StatusCode);

        Assert.Equal(302, (int)(await helper.SendAsync(page, $"{page}/piilota")).StatusCode);
        var agreements = await PageVisit.ReadAsync(await helper.Client.GetAsync("/oma/apurit"));
        var agreement = agreements.Document.QuerySelector("button[name=agreement]")!.GetAttribute("value")!;
        using var other = await Person.SignedInAsync(tray, new Grant(Role.Publisher, City));
        Assert.Equal("NOT_FOUND", (await other.AskAsync($$"""mutation { endHelperAgreement(id: "{{agreement}}") { errors { code } } }""")).GetProperty("data").GetProperty("endHelperAgreement").GetProperty("errors")[0].GetProperty("code").GetString());
        Assert.Equal(302, (int)(await publisher.SendAsync("/oma/apurit", "/oma/apurit/loppu", ("agreement", agreement))).StatusCode);
        Assert.Equal(404, await WriteAsync(helper, Walkers));
        Assert.Equal(HttpStatusCode.NotFound, (await helper.Client.GetAsync(page)).StatusCode);
        Assert.Contains("Päättyneet sopimukset", (await PageVisit.ReadAsync(await publisher.Client.GetAsync("/oma/apurit"))).Main.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_helper_may_end_it_herself_and_only_a_named_one_is_agreed_with()
    {
        using var helper = await Person.SignedInAsync(tray, new Grant(Role.Helper, county: "PS"));
        using var publisher = await Person.SignedInAsync(tray, new Grant(Role.Publisher, City));
        using var nobody = await Person.SignedInAsync(tray);
        Assert.Equal("NOT_FOUND", (await AgreeAsync(publisher, City, nobody.Account)).GetProperty("errors")[0].GetProperty("code").GetString());
        Assert.Equal("NOT_FOUND", (await AgreeAsync(publisher, Walkers, helper.Account)).GetProperty("errors")[0].GetProperty("code").GetString());
        var agreed = (await AgreeAsync(publisher, City, helper.Account)).GetProperty("agreement").GetProperty("id").GetString();
        Assert.Equal(agreed, (await AgreeAsync(publisher, City, helper.Account)).GetProperty("agreement").GetProperty("id").GetString());
        var ended = (await helper.AskAsync($$"""mutation { endHelperAgreement(id: "{{agreed}}") { agreement { endedAt helperName organisation { id } } errors { code } } }""")).GetProperty("data").GetProperty("endHelperAgreement");
        Assert.Equal(System.Text.Json.JsonValueKind.String, ended.GetProperty("agreement").GetProperty("endedAt").ValueKind);
        Assert.Equal(404, await WriteAsync(helper, City));
    }

    [Fact]
    public async Task An_account_goes_to_who_comes_next_and_whoever_had_it_is_out()
    {
        var name = $"puheenjohtaja-{Guid.NewGuid():N}@yhdistys.example";
        await tray.Services.GetRequiredService<AccountKeeper>().MakeAsync(new NewAccount(name, "Vanha Puheenjohtaja", Person.Password), [new Grant(Role.Publisher, Walkers)], null, CancellationToken.None);
        using var old = new Person(tray);
        Assert.Equal(HttpStatusCode.Redirect, (await old.SignInAsync(name, Person.Password)).StatusCode);
        var program = await PageVisit.ReadAsync(await old.SendAsync("/oma/ohjelmat", "/oma/ohjelmat", ("name", "Vanhan ohjelma"), ("grant", $"EDITOR {Walkers}"), ("scope", "offerings:write")));
        var token = program.Document.QuerySelector("#token strong")!.TextContent.Split(' ')[^1];
        Assert.Equal(200, await AskAsync(token));
        var open = await PageVisit.ReadAsync(await old.SendAsync("/oma/tili", "/oma/tili/luovutus", ("password", "arvattu lause tässä")));
        Assert.Equal((422, false), (open.Status, Code().IsMatch(open.Document.QuerySelector("#code")!.TextContent)));
        var earlier = Code().Match((await PageVisit.ReadAsync(await old.SendAsync("/oma/tili", "/oma/tili/luovutus", ("password", Person.Password)))).Document.QuerySelector("#code")!.TextContent).Value;
        var made = await PageVisit.ReadAsync(await old.SendAsync("/oma/tili", "/oma/tili/luovutus", ("password", Person.Password)));
        var code = Code().Match(made.Document.QuerySelector("#code")!.TextContent).Value;

        using var next = new Person(tray);
        const string NewPassword = "harakka istuu aidalla";
        Assert.Equal(422, (int)(await TakeAsync(next, code, "lyhyt")).StatusCode);
        Assert.Equal(422, (int)(await TakeAsync(next, "AAAA-BBBB-CCCC-DDDD", NewPassword)).StatusCode);
        Assert.Equal(422, (int)(await TakeAsync(next, earlier, NewPassword)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await TakeAsync(next, code, NewPassword)).StatusCode);
        Assert.Contains("Uusi Puheenjohtaja", (await PageVisit.ReadAsync(await next.Client.GetAsync("/oma"))).Main.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await next.Client.GetAsync("/oma/tarjonta")).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await old.Client.GetAsync("/oma/tili")).StatusCode);
        Assert.Equal(401, await AskAsync(token));
        using var again = new Person(tray);
        Assert.Equal(422, (int)(await again.SignInAsync(name, Person.Password)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await again.SignInAsync(name, NewPassword)).StatusCode);
        using var thief = new Person(tray);
        Assert.Equal(422, (int)(await TakeAsync(thief, code, "kolmas salasana on tässä")).StatusCode);
    }

    [Fact]
    public async Task An_account_that_meets_clients_goes_to_nobody()
    {
        using var coordinator = await Person.SignedInAsync(tray, new Grant(Role.Coordinator, City), new Grant(Role.Publisher, City));
        Assert.Contains("ei voi luovuttaa", (await PageVisit.ReadAsync(await coordinator.Client.GetAsync("/oma/tili"))).Main.TextContent, StringComparison.Ordinal);
        var desk = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<HandoverDesk>(tray.Services);
        await Assert.ThrowsAsync<ForbiddenException>(() => desk.MakeAsync(Caller.Person(coordinator.Account, "Koordinaattori", [new Grant(Role.Coordinator, City)]), CancellationToken.None));

        // Nor one that got such a role after its code was made.
        using var publisher = await Person.SignedInAsync(tray, new Grant(Role.Publisher, City));
        var code = Code().Match((await PageVisit.ReadAsync(await publisher.SendAsync("/oma/tili", "/oma/tili/luovutus", ("password", Person.Password)))).Document.QuerySelector("#code")!.TextContent).Value;
        await using (var context = await Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<Microsoft.EntityFrameworkCore.IDbContextFactory<ServiceTray.Data.TrayContext>>(tray.Services).CreateDbContextAsync())
        {
            context.Add(AccountKeeper.Given(publisher.Account, new Grant(Role.LinkPerson, City), null, TrayApp.Now));
            await context.SaveChangesAsync();
        }

        using var next = new Person(tray);
        Assert.Equal(422, (int)(await TakeAsync(next, code, "harakka istuu aidalla")).StatusCode);
    }

    private async Task<int> AskAsync(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/themes") { Headers = { Authorization = new("Bearer", token) } };
        using var answer = await tray.Client.SendAsync(request);
        return (int)answer.StatusCode;
    }

    private static Task<HttpResponseMessage> TakeAsync(Person person, string code, string password) =>
        person.SendAsync("/kirjaudu/luovutus", "/kirjaudu/luovutus", ("code", code), ("displayName", "Uusi Puheenjohtaja"), ("password", password));

    private static async Task<System.Text.Json.JsonElement> AgreeAsync(Person by, Guid organisation, Guid helper) => (await by.AskAsync(
        "mutation($o: ID!, $h: ID!) { agreeWithHelper(organisation: $o, helper: $h) { agreement { id } errors { code } } }", new { o = organisation, h = helper })).GetProperty("data").GetProperty("agreeWithHelper");

    private static async Task<int> WriteAsync(Person person, Guid organisation)
    {
        var page = $"/oma/tarjonta/uusi/{organisation}";
        using var form = await person.Client.GetAsync(page);
        return form.StatusCode != HttpStatusCode.OK ? (int)form.StatusCode : (int)(await person.SendAsync(
            page, page, ("name", "Apurin kirjoittama"), ("summary", "Kirjoitettu puolesta."), ("theme", "COMMUNITY"), ("area", "70100"), ("phone", "017 123"), ("kind", "ACTIVITY"))).StatusCode;
    }

    [GeneratedRegex("[0-9A-Z]{4,5}(?:-[0-9A-Z]{4,5}){3,}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
