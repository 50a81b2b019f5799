using System.Text.Json;
using ServiceTray.Accounts;
using ServiceTray.Organisations;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;

namespace ServiceTray.Tests.Publishing;

/// <summary>Where a county wants it, residents see what one wrote when another has looked at it; but times at once.</summary>
public sealed class SecondPersons(SmallTray small) : IClassFixture<SmallTray>
{
    // Postal code 70100 is in Kuopio, which is in North Savo.
    private const string County = "PS";

    private static readonly Guid Walkers = Source.IdOf("seed", "organisation:liikuttajat");

    private static readonly (string Name, string Value)[] Group =
    [
        ("name", "Neljän silmän porukka"), ("summary", "Katsotaan yhdessä."), ("theme", "COMMUNITY"), ("weekday", "Tuesday"), ("from", "13:00"), ("to", "14:30"), ("area", "70100"), ("kind", "ACTIVITY"),
    ];

    private readonly TrayApp tray = small.App;

    [Fact]
    public async Task Who_wrote_it_asks_and_another_of_the_organisation_publishes()
    {
        using var county = await WantingCountyAsync();
        using var writer = await PublisherAsync();
        var page = await AskedAsync(writer);
        var id = page.Split('/')[^1];
        Assert.Equal(404, (await PageVisit.GetAsync(tray, $"/tarjonta/{id}")).Status);
        Assert.Contains("Odottaa toista ihmistä", (await PageVisit.ReadAsync(await writer.Client.GetAsync(page))).Main.TextContent, StringComparison.Ordinal);

        // Asking twice makes nobody a second person, nor does the list of those who may be.
        Assert.Equal(302, (int)(await writer.SendAsync(page, $"{page}/julkaise")).StatusCode);
        Assert.Equal(404, (await PageVisit.GetAsync(tray, $"/tarjonta/{id}")).Status);
        Assert.Equal(404, (int)(await writer.Client.GetAsync($"/oma/tarkistettavat/{id}")).StatusCode);

        using var other = await PublisherAsync();
        Assert.Equal(302, (int)(await other.SendAsync(page, $"{page}/julkaise")).StatusCode);
        Assert.Equal(200, (await PageVisit.GetAsync(tray, $"/tarjonta/{id}")).Status);
    }

    [Fact]
    public async Task A_county_administrator_is_the_second_person_where_an_organisation_has_none()
    {
        using var county = await WantingCountyAsync();
        using var writer = await PublisherAsync();
        var id = (await AskedAsync(writer)).Split('/')[^1];
        using var stranger = await Person.SignedInAsync(tray, new Grant(Role.CountyAdministrator, county: "ES"));
        Assert.Equal(404, (int)(await stranger.Client.GetAsync($"/oma/tarkistettavat/{id}")).StatusCode);

        var list = await PageVisit.ReadAsync(await county.Client.GetAsync("/oma/tarkistettavat"));
        Assert.NotNull(list.Document.QuerySelector($"a[href='/oma/tarkistettavat/{id}']"));
        Assert.Contains("Neljän silmän porukka", (await PageVisit.ReadAsync(await county.Client.GetAsync($"/oma/tarkistettavat/{id}"))).Main.TextContent, StringComparison.Ordinal);
        Assert.Equal(302, (int)(await county.SendAsync("/oma/tarkistettavat", $"/oma/tarkistettavat/{id}", ("decision", "publish"))).StatusCode);
        Assert.Equal(200, (await PageVisit.GetAsync(tray, $"/tarjonta/{id}")).Status);
        Assert.Equal(404, (int)(await county.Client.GetAsync($"/oma/tarkistettavat/{id}")).StatusCode);
    }

    [Fact]
    public async Task What_is_given_back_tells_its_writer_why()
    {
        using var county = await WantingCountyAsync();
        using var writer = await PublisherAsync();
        var page = await AskedAsync(writer);
        var review = $"/oma/tarkistettavat/{page.Split('/')[^1]}";
        Assert.Equal(422, (int)(await county.SendAsync("/oma/tarkistettavat", review, ("decision", "return"), ("words", " "))).StatusCode);
        Assert.Equal(302, (int)(await county.SendAsync("/oma/tarkistettavat", review, ("decision", "return"), ("words", "Kerro vielä <b>osoite</b>."))).StatusCode);
        Assert.Contains("Kerro vielä <b>osoite</b>.", (await PageVisit.ReadAsync(await writer.Client.GetAsync(page))).Main.TextContent, StringComparison.Ordinal);
        Assert.Equal(404, (int)(await county.Client.GetAsync(review)).StatusCode);
    }

    [Fact]
    public async Task What_changed_since_she_looked_is_not_let_through_before_she_looks_again()
    {
        using var county = await WantingCountyAsync();
        using var writer = await PublisherAsync();
        var page = await AskedAsync(writer);
        var id = page.Split('/')[^1];
        var seen = VersionOf(await county.Client.GetStringAsync("/oma/tarkistettavat"), id);

        // The list was open while the writer wrote on and asked again.
        await writer.SendAsync(page, page, [.. Group[1..], ("name", "Kukaan ei nähnyt tätä")]);
        await writer.SendAsync(page, $"{page}/julkaise");
        foreach (var decision in new[] { "publish", "return" })
        {
            var refused = await PageVisit.ReadAsync(await county.SendAsync("/oma/tarkistettavat", $"/oma/tarkistettavat/{id}", ("decision", decision), ("version", seen), ("words", "Hyvä.")));
            Assert.Equal(409, refused.Status);
            Assert.Contains("Katso uudelleen", refused.Main.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal(404, (await PageVisit.GetAsync(tray, $"/tarjonta/{id}")).Status);
        using var colleague = await PublisherAsync();
        Assert.Equal(422, (int)(await colleague.SendAsync(page, $"{page}/julkaise", ("version", seen))).StatusCode);
        Assert.Equal(302, (int)(await county.SendAsync("/oma/tarkistettavat", $"/oma/tarkistettavat/{id}", ("decision", "publish"))).StatusCode);
        Assert.Contains("Kukaan ei nähnyt tätä", (await PageVisit.GetAsync(tray, $"/tarjonta/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_is_told_at_once_and_words_are_not()
    {
        using var county = await WantingCountyAsync();
        using var writer = await PublisherAsync();
        var page = await AskedAsync(writer);
        using var other = await PublisherAsync();
        await other.SendAsync(page, $"{page}/julkaise");
        var address = $"/tarjonta/{page.Split('/')[^1]}";

        Assert.Equal(302, (int)(await writer.SendAsync(page, page, [.. Group.Where(field => field.Name is not ("from" or "to")), ("from", "15:00"), ("to", "16:00")])).StatusCode);
        await writer.SendAsync(page, $"{page}/julkaise");
        Assert.Contains("15.00", (await OfferingAsync(page)).Main.TextContent, StringComparison.Ordinal);

        Assert.Equal(302, (int)(await writer.SendAsync(page, page, [.. Group[1..], ("name", "Uusi nimi")])).StatusCode);
        await writer.SendAsync(page, $"{page}/julkaise");
        Assert.DoesNotContain("Uusi nimi", (await OfferingAsync(page)).Text, StringComparison.Ordinal);
        Assert.Equal(302, (int)(await writer.SendAsync(page, $"{page}/piilota")).StatusCode);
        await using var context = await Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<Microsoft.EntityFrameworkCore.IDbContextFactory<ServiceTray.Data.TrayContext>>(tray.Services).CreateDbContextAsync();
        Assert.Null(await context.Offerings.FindAsync(Guid.Parse(address.Split('/')[^1])));
    }

    [Fact]
    public async Task Over_GraphQL_it_goes_the_same_way()
    {
        using var county = await Person.SignedInAsync(tray, new Grant(Role.CountyAdministrator, county: County));
        var chosen = await county.AskAsync("""mutation { chooseSecondPerson(county: "PS", wanted: true) { choice { county { code } secondPerson } errors { code } } }""");
        Assert.True(chosen.GetProperty("data").GetProperty("chooseSecondPerson").GetProperty("choice").GetProperty("secondPerson").GetBoolean(), $"{chosen}");
        var other = await county.AskAsync("""mutation { chooseSecondPerson(county: "ES", wanted: true) { choice { secondPerson } errors { code } } }""");
        Assert.Equal("NOT_FOUND", other.GetProperty("data").GetProperty("chooseSecondPerson").GetProperty("errors")[0].GetProperty("code").GetString());

        using var writer = await PublisherAsync();
        var id = (await AskedAsync(writer)).Split('/')[^1];
        Assert.True((await writer.AskAsync($$"""{ offeringDraft(id: "{{id}}") { awaitsSecondPerson publishedAt } }""")).GetProperty("data").GetProperty("offeringDraft").GetProperty("awaitsSecondPerson").GetBoolean());
        var waiting = await county.AskAsync("{ draftsToReview { id version } }");
        Assert.Contains(waiting.GetProperty("data").GetProperty("draftsToReview").EnumerateArray(), draft => draft.GetProperty("id").GetString() == id);
        var moved = (await county.AskAsync($$"""mutation { publishOffering(id: "{{id}}") { draft { id } errors { code } } }""")).GetProperty("data").GetProperty("publishOffering");
        Assert.Equal("DRAFT_MOVED", moved.GetProperty("errors")[0].GetProperty("code").GetString());
        var version = waiting.GetProperty("data").GetProperty("draftsToReview").EnumerateArray().Single(draft => draft.GetProperty("id").GetString() == id).GetProperty("version").GetInt32();
        var published = (await county.AskAsync($$"""mutation { publishOffering(id: "{{id}}", version: {{version}}) { draft { publishedAt awaitsSecondPerson } errors { code } } }""")).GetProperty("data").GetProperty("publishOffering");
        Assert.Equal(JsonValueKind.String, published.GetProperty("draft").GetProperty("publishedAt").ValueKind);
        Assert.Equal("NOT_FOUND", (await county.AskAsync($$"""mutation { publishOffering(id: "{{id}}") { errors { code } } }""")).GetProperty("data").GetProperty("publishOffering").GetProperty("errors")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_program_is_nobodys_second_person()
    {
        using var county = await WantingCountyAsync();
        using var writer = await PublisherAsync();
        var id = (await AskedAsync(writer)).Split('/')[^1];
        using var colleague = await PublisherAsync();
        using var own = await ProgramAsync(writer);
        using var others = await ProgramAsync(colleague);
        foreach (var program in new[] { own, others })
        {
            var published = await AskAsync(program, $$"""mutation { publishOffering(id: "{{id}}", version: {{await VersionAsync(writer, id)}}) { draft { publishedAt awaitsSecondPerson } errors { code } } }""");
            Assert.Equal(JsonValueKind.Null, published.GetProperty("data").GetProperty("publishOffering").GetProperty("draft").GetProperty("publishedAt").ValueKind);
            Assert.Equal("FORBIDDEN", (await AskAsync(program, "{ draftsToReview { id } }")).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
            Assert.Equal("FORBIDDEN", (await AskAsync(program, "{ heldOfferings { id } }")).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        }

        // What her own program wrote is hers; another's program asks, and she may answer.
        var written = await AskAsync(own, $$"""mutation { saveOfferingDraft(input: { organisation: "{{Walkers}}", id: "{{id}}", version: {{await VersionAsync(writer, id)}}, kind: ACTIVITY, name: { fi: "Ohjelman kirjoittama" }, summary: { fi: "Yhdessä." }, themes: [COMMUNITY], place: { area: "70100" }, times: [{ weekday: TUESDAY, from: "13:00", to: "14:00" }] }) { draft { version } errors { code field } } }""");
        Assert.Empty(written.GetProperty("data").GetProperty("saveOfferingDraft").GetProperty("errors").EnumerateArray());
        await writer.SendAsync($"/oma/tarjonta/{id}", $"/oma/tarjonta/{id}/julkaise");
        Assert.Equal(404, (await PageVisit.GetAsync(tray, $"/tarjonta/{id}")).Status);
        Assert.Equal(404, (int)(await writer.Client.GetAsync($"/oma/tarkistettavat/{id}")).StatusCode);
        Assert.Equal(302, (int)(await colleague.SendAsync("/oma/tarkistettavat", $"/oma/tarkistettavat/{id}", ("decision", "publish"))).StatusCode);
        Assert.Equal(200, (await PageVisit.GetAsync(tray, $"/tarjonta/{id}")).Status);
    }

    private static async Task<int> VersionAsync(Person writer, string id) =>
        (await writer.AskAsync($$"""{ offeringDraft(id: "{{id}}") { version } }""")).GetProperty("data").GetProperty("offeringDraft").GetProperty("version").GetInt32();

    private async Task<HttpClient> ProgramAsync(Person maker)
    {
        var token = await Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<MachineClientDesk>(tray.Services).MakeAsync(
            Caller.Person(maker.Account, "Julkaisija", [new Grant(Role.Publisher, Walkers)]), "Oma ohjelma", new Grant(Role.Publisher, Walkers), ["offerings:write"], CancellationToken.None);
        var program = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = tray.Client.BaseAddress };
        program.DefaultRequestHeaders.Authorization = new System.Net.Http.Headers.AuthenticationHeaderValue("Bearer", token);
        return program;
    }

    private static async Task<JsonElement> AskAsync(HttpClient program, string query)
    {
        using var response = await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(program, "/graphql", new { query });
        return await System.Net.Http.Json.HttpContentJsonExtensions.ReadFromJsonAsync<JsonElement>(response.Content);
    }

    private async Task<PageVisit> OfferingAsync(string page)
    {
        // What residents see follows its change rows, which are looked for twice a second.
        var address = $"/tarjonta/{page.Split('/')[^1]}";
        var before = await PageVisit.GetAsync(tray, address);
        var deadline = DateTime.UtcNow.AddSeconds(60);
        while (before.Main.TextContent.Contains("13.00", StringComparison.Ordinal) && DateTime.UtcNow < deadline)
        {
            await Task.Delay(100);
            before = await PageVisit.GetAsync(tray, address);
        }

        return before;
    }

    private static string VersionOf(string page, string id) => new AngleSharp.Html.Parser.HtmlParser().ParseDocument(page)
        .QuerySelector($"form[action^='/oma/tarkistettavat/{id}'] input[name=version]")!.GetAttribute("value")!;

    private async Task<string> AskedAsync(Person writer)
    {
        var page = $"/oma/tarjonta/uusi/{Walkers}";
        var made = (await writer.SendAsync(page, page, Group)).Headers.Location!.OriginalString;
        Assert.Equal(302, (int)(await writer.SendAsync(made, $"{made}/julkaise")).StatusCode);
        return made;
    }

    private async Task<Person> WantingCountyAsync()
    {
        var county = await Person.SignedInAsync(tray, new Grant(Role.CountyAdministrator, county: County));
        await county.SendAsync("/oma/alueet", "/oma/alueet", ("county", County), ("secondPerson", "yes"));
        return county;
    }

    private Task<Person> PublisherAsync() => Person.SignedInAsync(tray, new Grant(Role.Publisher, Walkers));
}
