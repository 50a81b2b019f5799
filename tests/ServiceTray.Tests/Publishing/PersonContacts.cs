using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Accounts;
using ServiceTray.Data;
using ServiceTray.Offerings.Persons;
using ServiceTray.Organisations;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;

namespace ServiceTray.Tests.Publishing;

/// <summary>A person's name and number stand on the offering's page, as long as she permits it, and nowhere else.</summary>
public sealed partial class PersonContacts(SmallTray small) : IClassFixture<SmallTray>, IAsyncLifetime
{
    private const string Name = "Tuulikki Näätäsaari";
    private const string Phone = "040 712 3498";
    private const string Email = "tuulikki.naatasaari@esimerkki.example";

    private static readonly Guid Walkers = Source.IdOf("seed", "organisation:liikuttajat");
    private static readonly string[] Marks = ["Näätäsaari", "N\\u00E4\\u00E4t", "N&#228;&#228;t", "712 3498", "7123498", "naatasaari"];

    private readonly TrayApp tray = small.App;
    private Person publisher = null!;
    private Guid offering;

    private string Page => $"/tarjonta/{offering}";

    private string Own => $"/oma/tarjonta/{offering}";

    public async Task InitializeAsync()
    {
        publisher = await Person.SignedInAsync(tray, new Grant(Role.Publisher, Walkers));
        await using var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        offering = await context.Offerings.Where(row => row.OrganisationId == Walkers).OrderBy(row => row.Id).Select(row => row.Id).FirstAsync();
    }

    public Task DisposeAsync()
    {
        publisher.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Are_on_the_page_and_in_nothing_that_is_fetched_by_programs_or_kept()
    {
        Assert.Equal(302, (int)(await ShowAsync()).StatusCode);
        var page = await PageVisit.GetAsync(tray, Page);
        Assert.True(page.Status == 200, tray.Log.Lines.LastOrDefault(line => line.StartsWith("Error", StringComparison.Ordinal)));
        var section = page.Document.QuerySelector("section[data-nosnippet]")!;
        Assert.Contains(Name, section.TextContent, StringComparison.Ordinal);
        Assert.Contains(Phone, section.TextContent, StringComparison.Ordinal);
        Assert.Equal($"mailto:{Email}", section.QuerySelector("a[href^=mailto]")!.GetAttribute("href"));
        foreach (var data in page.Document.QuerySelectorAll("script[type='application/ld+json']"))
        {
            Unmarked("JSON-LD", data.TextContent);
        }

        var asked = 0;
        foreach (var path in Paths())
        {
            using var answer = await tray.Client.GetAsync(path);
            asked += answer.IsSuccessStatusCode ? 1 : 0;
            Unmarked(path, await answer.Content.ReadAsStringAsync());
        }

        Assert.True(asked > 40, $"Only {asked} paths answered.");
        foreach (var path in new[] { ".ics", ".rss", ".geojson", ".csv", ".ndjson" }.SelectMany(format => new[] { $"/api/v1/offerings{format}", $"/api/v1/offerings/{offering}{format}" })
            .Concat([$"/api/v1/changes?records=true", $"/ogc/collections/offerings/items/{offering}", $"/oruk/services/{offering}", $"/hsds/services/{offering}", $"{Own}/historia"]))
        {
            using var answer = await publisher.Client.GetAsync(path);
            Unmarked(path, await answer.Content.ReadAsStringAsync());
        }

        Unmarked("GraphQL", $"{await publisher.AskAsync($$"""{ offering(id: "{{offering}}") { name { value } contacts { value label { value } } } offeringDraft(id: "{{offering}}") { id history { kind } } search(text: "Näätäsaari") { totalCount } }""")}");
        foreach (var file in new DirectoryInfo(tray.Settings.DataFolder).EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.Extension is ".db" or ".db-wal" or ".index" or ".log"))
        {
            await using var read = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await read.CopyToAsync(bytes);
            Unmarked(file.Name, System.Text.Encoding.UTF8.GetString(bytes.ToArray()));
        }
    }

    [Fact]
    public async Task Taken_away_leave_the_page_and_a_tombstone()
    {
        Assert.Equal(302, (int)(await ShowAsync()).StatusCode);
        var id = (await PageVisit.GetAsync(tray, Page)).Document.QuerySelector("section[data-nosnippet]")!.Id!["person-".Length..];
        Assert.Equal(302, (int)(await publisher.SendAsync($"{Own}/henkilo", $"{Own}/henkilo/poisto")).StatusCode);
        Assert.Null((await PageVisit.GetAsync(tray, Page)).Document.QuerySelector("section[data-nosnippet]"));
        var told = await WaitForChangeAsync(id);
        Assert.Equal(("PERSON_CONTACT", "REMOVED"), (told.GetProperty("kind").GetString(), told.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task Are_taken_away_by_an_editor_as_well_who_shows_nobody()
    {
        using var editor = await Person.SignedInAsync(tray, new Grant(Role.Editor, Walkers));
        var draft = await WriteAsync();
        Assert.Null((await PageVisit.ReadAsync(await editor.Client.GetAsync(draft))).Document.QuerySelector("form[action*='/henkilo/poisto']"));
        Assert.Equal(302, (int)(await publisher.SendAsync($"{draft}/henkilo", $"{draft}/henkilo", ("personName", Name), ("personPhone", Phone), ("personLastDay", Day(30)), ("personPermitted", "yes"))).StatusCode);
        var removal = (await PageVisit.ReadAsync(await editor.Client.GetAsync(draft))).Document.QuerySelector("form[action*='/henkilo/poisto']")!;
        Assert.Contains(Name, removal.TextContent, StringComparison.Ordinal);
        Assert.Equal(302, (int)(await editor.SendAsync(draft, removal.GetAttribute("action")!)).StatusCode);
        Assert.Null((await PageVisit.ReadAsync(await editor.Client.GetAsync(draft))).Document.QuerySelector("#person"));
        Assert.Null((await PageVisit.ReadAsync(await publisher.Client.GetAsync(draft))).Document.QuerySelector("#person + .note"));
    }

    [Fact]
    public async Task Are_over_with_their_last_day_and_then_deleted()
    {
        Assert.Equal(302, (int)(await ShowAsync()).StatusCode);
        await using var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        var row = await context.Set<PersonContact>().SingleAsync(row => row.OfferingId == offering);
        row.LastDay = DateOnly.FromDateTime(TrayApp.Now.Date).AddDays(-1);
        await context.SaveChangesAsync();
        Assert.Null((await PageVisit.GetAsync(tray, Page)).Document.QuerySelector("section[data-nosnippet]"));
        Assert.Equal(1, await tray.Services.GetRequiredService<PersonContactReader>().ForgetExpiredAsync(CancellationToken.None));
        await WaitForChangeAsync($"{row.Id}");
    }

    [Theory]
    [InlineData("", Phone, "", 30, "yes", "#personName")]
    [InlineData(Name, "", "", 30, "yes", "#personPhone")]
    [InlineData(Name, "soita", "", 30, "yes", "#personPhone")]
    [InlineData(Name, "", "ei osoite", 30, "yes", "#personEmail")]
    [InlineData(Name, Phone, "", -1, "yes", "#personLastDay")]
    [InlineData(Name, Phone, "", 400, "yes", "#personLastDay")]
    [InlineData(Name, Phone, "", 30, "", "#personPermitted")]
    public async Task Need_a_name_a_way_a_last_day_and_permission(string name, string phone, string email, int days, string permitted, string told)
    {
        var refused = await PageVisit.ReadAsync(await publisher.SendAsync($"{Own}/henkilo", $"{Own}/henkilo", ("personName", name), ("personPhone", phone), ("personEmail", email), ("personLastDay", Day(days)), ("personPermitted", permitted)));
        Assert.Equal((422, told), (refused.Status, refused.Document.QuerySelector("#problems a")!.GetAttribute("href")));
        Assert.Equal(name, refused.Document.QuerySelector("#personName")!.GetAttribute("value"));
        Assert.NotNull(refused.Document.QuerySelector(told));
        Assert.Equal(permitted.Length == 0, refused.Document.QuerySelector("#problems")!.TextContent.Contains("Kysy häneltä lupa", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_another_organisation_are_not_hers_to_write()
    {
        using var other = await Person.SignedInAsync(tray, new Grant(Role.Publisher, Source.IdOf("seed", "organisation:kaupunki")));
        Assert.Equal(404, (int)(await other.Client.GetAsync(Own)).StatusCode);
        using var editor = await Person.SignedInAsync(tray, new Grant(Role.Editor, Walkers));
        Assert.Equal(403, (int)(await editor.Client.GetAsync($"{Own}/henkilo")).StatusCode);
        Assert.Null((await PageVisit.ReadAsync(await editor.Client.GetAsync(Own))).Document.QuerySelector("button[value=henkilo]"));
        using var content = new FormUrlEncodedContent([]);
        Assert.Equal(403, (int)(await editor.Client.PostAsync($"{Own}/henkilo", content)).StatusCode);
    }

    [Fact]
    public async Task A_group_may_tell_time_and_place_to_who_asks_alone()
    {
        (string, string)[] group = [("name", "Hiljainen ryhmä"), ("summary", "Vertaistukea."), ("theme", "MIND"), ("weekday", "Tuesday"), ("from", "17:17"), ("to", "18:18"), ("area", "70100"), ("placeName", "Salainen talo"), ("street", "Piilokuja 3"), ("phone", "017 123 456"), ("kind", "ACTIVITY")];
        var made = await publisher.SendAsync($"/oma/tarjonta/uusi/{Walkers}", $"/oma/tarjonta/uusi/{Walkers}", group);
        var page = made.Headers.Location!.ToString().Split('?')[0];
        var id = page.Split('/')[^1];
        Assert.Equal(302, (int)(await publisher.SendAsync(page, $"{page}/julkaise")).StatusCode);
        var place = (await tray.GetAsync($"/api/v1/offerings/{id}")).Body.GetProperty("places")[0].GetProperty("id").GetString();

        Assert.Equal(302, (int)(await publisher.SendAsync(page, page, [.. group, ("onContact", "yes")])).StatusCode);
        Assert.Equal(302, (int)(await publisher.SendAsync(page, $"{page}/julkaise")).StatusCode);
        var shown = await WaitForAsync($"/tarjonta/{id}", "Aika ja paikka kerrotaan, kun otat yhteyttä.");
        foreach (var body in new[] { shown.Document.DocumentElement.OuterHtml, $"{(await tray.GetAsync($"/api/v1/offerings/{id}")).Body}", await tray.Client.GetStringAsync($"/oruk/services/{id}"), await tray.Client.GetStringAsync("/api/v1/offerings.csv") })
        {
            Assert.DoesNotContain("17.17", body, StringComparison.Ordinal);
            Assert.DoesNotContain("17:17", body, StringComparison.Ordinal);
            Assert.DoesNotContain("Salainen talo", body, StringComparison.Ordinal);
            Assert.DoesNotContain("Piilokuja", body, StringComparison.Ordinal);
        }

        Assert.Equal("true", $"{(await tray.QueryAsync($$"""{ offering(id: "{{id}}") { places { id } ... on Activity { onContact openingHours { opens } } } }""")).GetProperty("offering").GetProperty("onContact")}".ToLowerInvariant());
        Assert.Equal("null", (await tray.QueryAsync($$"""{ node(id: "{{place}}") { id } }""")).GetProperty("node").GetRawText());

        // What she wrote is hers still, and shown again when she wants.
        Assert.Equal(302, (int)(await publisher.SendAsync(page, page, group)).StatusCode);
        Assert.Equal(302, (int)(await publisher.SendAsync(page, $"{page}/julkaise")).StatusCode);
        await WaitForAsync($"/tarjonta/{id}", "Salainen talo");

        // Hidden altogether the place is gone too, and stays so when the group is shown again without it.
        Assert.Equal(302, (int)(await publisher.SendAsync(page, $"{page}/piilota")).StatusCode);
        await NodeIsGoneAsync(place!);
        Assert.Equal(302, (int)(await publisher.SendAsync(page, page, [.. group, ("onContact", "yes")])).StatusCode);
        Assert.Equal(302, (int)(await publisher.SendAsync(page, $"{page}/julkaise")).StatusCode);
        await WaitForAsync($"/tarjonta/{id}", "Aika ja paikka kerrotaan, kun otat yhteyttä.");
        await NodeIsGoneAsync(place!);
    }

    private async Task<string> WriteAsync() => (await publisher.SendAsync(
        $"/oma/tarjonta/uusi/{Walkers}", $"/oma/tarjonta/uusi/{Walkers}", ("name", "Kahvihetki"), ("summary", "Juttelua."), ("theme", "MIND"), ("weekday", "Tuesday"), ("from", "17:00"), ("to", "18:00"), ("area", "70100"), ("phone", "017 123 456"), ("kind", "ACTIVITY"))).Headers.Location!.ToString().Split('?')[0];

    private async Task NodeIsGoneAsync(string id)
    {
        var until = DateTime.UtcNow.AddSeconds(60);
        string told;
        do
        {
            told = (await tray.QueryAsync($$"""{ node(id: "{{id}}") { id } }""")).GetProperty("node").GetRawText();
        }
        while (told != "null" && DateTime.UtcNow < until);
        Assert.Equal("null", told);
    }

    private static string Day(int days) => DateOnly.FromDateTime(TrayApp.Now.Date).AddDays(days).ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    private static void Unmarked(string where, string told) =>
        Assert.DoesNotContain(Marks, mark => told.Contains(mark, StringComparison.OrdinalIgnoreCase) && where.Length > 0);

    // Every page and path that is open to all, with this offering, its organisation and its words where a path asks.
    private IEnumerable<string> Paths() => File.ReadLines(Path.Combine(Repository.Root, "src", "ServiceTray", "Accounts", "operations.txt"))
        .Select(line => Open().Match(line)).Where(match => match.Success).Select(match => match.Groups["path"].Value)
        .Where(path => path != "/tarjonta/{id}" && path != "/kirjaudu/palvelu")
        .Select(path => Parameter().Replace(path, path.Contains("organi", StringComparison.Ordinal) ? $"{Walkers}" : $"{offering}"));

    private Task<HttpResponseMessage> ShowAsync() => publisher.SendAsync(
        $"{Own}/henkilo", $"{Own}/henkilo", ("personName", Name), ("personPhone", Phone), ("personEmail", Email), ("personLastDay", Day(30)), ("personPermitted", "yes"));

    // Rows that pages show are kept until the index has seen their change.
    private async Task<PageVisit> WaitForAsync(string path, string words)
    {
        for (var deadline = DateTime.UtcNow.AddMinutes(2); ; await Task.Delay(100))
        {
            var page = await PageVisit.GetAsync(tray, path);
            if (DateTime.UtcNow > deadline || page.Main.TextContent.Contains(words, StringComparison.Ordinal))
            {
                Assert.Contains(words, page.Main.TextContent, StringComparison.Ordinal);
                return page;
            }
        }
    }

    private async Task<JsonElement> WaitForChangeAsync(string id)
    {
        for (var deadline = DateTime.UtcNow.AddMinutes(2); DateTime.UtcNow < deadline; await Task.Delay(100))
        {
            var items = (await tray.GetAsync("/api/v1/changes?first=1000")).Body.GetProperty("items").EnumerateArray().Where(item => item.GetProperty("id").GetString() == id).ToList();
            if (items.Count > 0)
            {
                return items[0];
            }
        }

        throw new TimeoutException("The change feed did not tell.");
    }

    [GeneratedRegex(@"^GET (?<path>\S+) : everyone", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Open();

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
