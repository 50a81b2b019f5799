using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ServiceTray.Accounts;
using ServiceTray.Connections;
using ServiceTray.Data;
using ServiceTray.Organisations;
using ServiceTray.Tests.Import;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;

namespace ServiceTray.Tests.Connections;

/// <summary>An organisation connects its own calendar or table, and what comes from there is its own.</summary>
public sealed class OwnCalendars : IAsyncLifetime
{
    private const string Path = "/oma/yhteydet";

    private static readonly Guid Walkers = Source.IdOf("seed", "organisation:liikuttajat");
    private static readonly Guid City = Source.IdOf("seed", "organisation:kaupunki");

    private TrayApp tray = null!;
    private LoopbackApi api = null!;
    private Person publisher = null!;
    private string told = "";
    private Task gate = Task.CompletedTask;

    public async Task InitializeAsync()
    {
        tray = await TrayApp.StartAsync(change: builder => builder.Services.Replace(ServiceDescriptor.Singleton(new ConnectionSettings(ReadsOwnNetwork: true))));
        api = await LoopbackApi.StartAsync(async (_, context) =>
        {
            await gate;
            await context.Response.WriteAsync(told);
        });
        publisher = await Person.SignedInAsync(tray, new Grant(Role.Publisher, Walkers));
    }

    public async Task DisposeAsync()
    {
        publisher.Dispose();
        await api.DisposeAsync();
        await tray.DisposeAsync();
    }

    [Fact]
    public async Task Are_read_shown_as_hers_reported_to_her_and_taken_away_with_the_connection()
    {
        told = Calendar(("yksi", "Tanssit"), ("kaksi", "Kuoro"));
        Assert.Equal(302, (int)(await ConnectAsync("kalenteri.ics?avain=salainen", "CALENDAR")).StatusCode);
        await ReadDueAsync();
        var shown = await OwnAsync();
        Assert.Equal(["Kuoro", "Tanssit"], shown.Select(row => row.Name));
        Assert.All(shown, row => Assert.Equal(Walkers, row.Organisation));
        var page = await PageVisit.ReadAsync(await publisher.Client.GetAsync(Path));
        Assert.Contains("Lisättiin 2", page.Main.TextContent, StringComparison.Ordinal);

        // A whole calendar: what it lacks is gone, and a name that changed has changed.
        told = Calendar(("yksi", "Iltatanssit"), ("kaksi", "Kuoro"));
        await PressAsync("read");
        await ReadDueAsync();
        Assert.Equal(["Iltatanssit", "Kuoro"], (await OwnAsync()).Select(row => row.Name));

        await PressAsync("end");
        Assert.Empty(await OwnAsync());
        Assert.DoesNotContain("kalenteri.ics", (await PageVisit.ReadAsync(await publisher.Client.GetAsync(Path))).Main.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ended_while_it_is_read_leaves_nothing_behind_and_is_no_error()
    {
        told = Calendar(("yksi", "Tanssit"));
        await ConnectAsync("kalenteri.ics", "CALENDAR");
        var (reader, ender) = (tray.Services.GetRequiredService<ConnectionReader>(), tray.Services.GetRequiredService<ConnectionEnder>());
        var answer = new TaskCompletionSource();
        gate = answer.Task;
        var connection = Assert.Single(await reader.DueAsync(CancellationToken.None));
        var reading = reader.ReadAsync(connection, CancellationToken.None);
        await AskedAsync();

        // Whoever ends it is not told of a reading that happens to go on; it is hers no more to read or end.
        await PressAsync("end");
        var page = await PageVisit.ReadAsync(await publisher.Client.GetAsync(Path));
        Assert.Contains("Yhteys on katkaistu", page.Main.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll($"form[action^='{Path}/']"));
        await ender.GoOnAsync(CancellationToken.None);

        answer.SetResult();
        await reading;
        await ender.GoOnAsync(CancellationToken.None);
        Assert.Empty(await OwnAsync());

        // One that was about to be read when it was ended is not.
        await reader.ReadAsync(connection, CancellationToken.None);
        Assert.Empty(await OwnAsync());
        Assert.DoesNotContain("katkaistu", (await PageVisit.ReadAsync(await publisher.Client.GetAsync(Path))).Main.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Addresses_are_in_no_file_page_or_report()
    {
        told = Calendar(("yksi", "Tanssit"));
        await ConnectAsync("salapolku-x7/kalenteri.ics?avain=salasana-q9", "CALENDAR");
        await ReadDueAsync();
        told = "<html>";
        await PressAsync("read");
        await ReadDueAsync();
        Assert.Equal(2, api.Asked.Count(asked => asked == "/salapolku-x7/kalenteri.ics?avain=salasana-q9"));
        var page = await publisher.Client.GetStringAsync(Path);
        Assert.Contains(api.Address.Authority, page, StringComparison.Ordinal);
        Assert.DoesNotContain("salapolku", page, StringComparison.Ordinal);
        Assert.Contains("epäonnistunut", page, StringComparison.Ordinal);
        Assert.Empty(DiskSearch.FilesWith(tray.Settings.DataFolder, "salapolku", "salasana"));
        Assert.DoesNotContain(tray.Log.Lines, line => line.Contains("salapolku", StringComparison.Ordinal) || line.Contains("salasana", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Addresses_kept_before_are_sealed_by_the_first_round()
    {
        told = Calendar(("yksi", "Tanssit"));
        await ConnectAsync("kalenteri.ics", "CALENDAR");
        await using var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        await context.Set<Connection>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Address, $"{api.Address}vanha.ics"));
        await tray.Services.GetRequiredService<PlainAddresses>().SealAsync(CancellationToken.None);
        var kept = (await context.Set<Connection>().AsNoTracking().SingleAsync()).Address;
        Assert.DoesNotContain("vanha", kept, StringComparison.Ordinal);
        await ReadDueAsync();
        Assert.Equal("/vanha.ics", api.Asked[^1]);
        Assert.Single(await OwnAsync());
    }

    [Fact]
    public async Task A_table_that_names_another_organisation_brings_nothing_to_it()
    {
        told = "id,name_fi,themes,organisation\r\nr1,Taulukon ryhmä,MIND,Kuopion kaupunki\r\nr2,,MIND,Kuopion kaupunki\r\n";
        Assert.Equal(302, (int)(await ConnectAsync("taulukko.csv", "TABLE")).StatusCode);
        await ReadDueAsync();
        var row = Assert.Single(await OwnAsync());
        Assert.Equal(("Taulukon ryhmä", Walkers), (row.Name, row.Organisation));
        var page = await PageVisit.ReadAsync(await publisher.Client.GetAsync(Path));
        Assert.Contains("name_fi", page.Main.TextContent, StringComparison.Ordinal);
        Assert.Contains($"{api.Address.Authority}:3", page.Main.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_in_the_place_of_a_table_takes_nothing_away()
    {
        told = "id,name_fi,themes,organisation\r\nr1,Taulukon ryhmä,MIND,Seura\r\n";
        await ConnectAsync("taulukko.csv", "TABLE");
        await ReadDueAsync();
        foreach (var instead in new[] { "<html>", "", "\r\n", "<html>\r\n<p>Kirjaudu sisään</p>\r\n</html>" })
        {
            told = instead;
            await PressAsync("read");
            await ReadDueAsync();
            Assert.Single(await OwnAsync());
        }

        Assert.Contains("Taulukko ei ole mallin mukainen", (await PageVisit.ReadAsync(await publisher.Client.GetAsync(Path))).Main.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_new_waits_for_a_second_person_where_the_county_wants_her_and_a_time_never_does()
    {
        using var county = await Person.SignedInAsync(tray, new Grant(Role.CountyAdministrator, county: "PS"));
        told = Calendar(("vanha", "Tanssit"));
        await ConnectAsync("kalenteri.ics", "CALENDAR");
        await ReadDueAsync();
        await county.SendAsync("/oma/alueet", "/oma/alueet", ("county", "PS"), ("secondPerson", "yes"));

        told = Calendar(("vanha", "Tanssit"), ("uusi", "Kuoro"), ("outo", "Arpajaiset"));
        await PressAsync("read");
        await ReadDueAsync();
        Assert.Equal(["Tanssit"], (await OwnAsync()).Select(row => row.Name));
        Assert.Contains("Kuoro: odottaa toista ihmistä", (await PageVisit.ReadAsync(await publisher.Client.GetAsync(Path))).Main.TextContent, StringComparison.Ordinal);

        // Who connected it is not the second person; another county's administrator is none.
        using var stranger = await Person.SignedInAsync(tray, new Grant(Role.CountyAdministrator, county: "ES"));
        Assert.Equal((2, 0, 0), (await WaitingAsync(county), await WaitingAsync(publisher), await WaitingAsync(stranger)));
        var (review, page) = await ReviewOfAsync(county, "Kuoro");
        Assert.Equal(404, (int)(await stranger.Client.GetAsync(review)).StatusCode);
        Assert.Contains("Kuoro", (await PageVisit.ReadAsync(await county.Client.GetAsync(review))).Main.TextContent, StringComparison.Ordinal);

        // The words change while she looks: what she did not see does not go through.
        told = Calendar(("vanha", "Tanssit"), ("uusi", "Kuoro ja orkesteri"), ("outo", "Arpajaiset"));
        await PressAsync("read");
        await ReadDueAsync();
        Assert.Equal(409, (int)(await county.SendAsync("/oma/tarkistettavat", review, ("decision", "publish"), ("version", page))).StatusCode);
        Assert.Equal(302, (int)(await county.SendAsync("/oma/tarkistettavat", review, ("decision", "publish"))).StatusCode);
        var (other, _) = await ReviewOfAsync(county, "Arpajaiset");
        Assert.Equal(302, (int)(await county.SendAsync("/oma/tarkistettavat", other, ("decision", "return"), ("words", "Arpajaiset eivät kuulu tänne."))).StatusCode);

        // The next round reads it though it is not due; a new hour of the same is no new word.
        told = Calendar(("vanha", "Tanssit"), ("uusi", "Kuoro ja orkesteri"), ("outo", "Arpajaiset")).Replace("T15", "T16", StringComparison.Ordinal);
        await ReadDueAsync();
        Assert.Equal(["Kuoro ja orkesteri", "Tanssit"], (await OwnAsync()).Select(row => row.Name));
        Assert.Contains("Arpajaiset eivät kuulu tänne.", (await PageVisit.ReadAsync(await publisher.Client.GetAsync(Path))).Main.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await WaitingAsync(county));
    }

    [Fact]
    public async Task What_cannot_be_read_changes_nothing_and_rests_longer_each_time()
    {
        told = Calendar(("yksi", "Tanssit"));
        await ConnectAsync("kalenteri.ics", "CALENDAR");
        await ReadDueAsync();
        told = "<html>";
        for (var failures = 1; failures <= 2; failures++)
        {
            await PressAsync("read");
            await ReadDueAsync();
            await using var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
            var row = await context.Set<Connection>().AsNoTracking().SingleAsync();
            Assert.Equal((failures, TrayApp.Now.AddHours(24 << failures)), (row.Failures, row.NextAt));
        }

        Assert.Single(await OwnAsync());
        Assert.Contains("epäonnistunut 2 kertaa", (await PageVisit.ReadAsync(await publisher.Client.GetAsync(Path))).Main.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_nobody_elses_to_see_or_end()
    {
        told = Calendar(("yksi", "Tanssit"));
        await ConnectAsync("kalenteri.ics", "CALENDAR");
        await using var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        var id = (await context.Set<Connection>().AsNoTracking().SingleAsync()).Id;
        using var other = await Person.SignedInAsync(tray, new Grant(Role.Publisher, City));
        Assert.DoesNotContain("kalenteri.ics", await other.Client.GetStringAsync(Path), StringComparison.Ordinal);
        var page = await PageVisit.ReadAsync(await other.Client.GetAsync(Path));
        var fields = PageVisit.FieldsOf((AngleSharp.Html.Dom.IHtmlFormElement)page.Document.QuerySelector($"form[action^='{Path}']")!).ToList();
        foreach (var key in new[] { id, Guid.NewGuid() })
        {
            using var content = new FormUrlEncodedContent(fields.Append(("act", "end")).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
            Assert.Equal(404, (int)(await other.Client.PostAsync($"{Path}/{key}", content)).StatusCode);
        }

        using var forged = new FormUrlEncodedContent(fields.Where(field => field.Name != "organisation").Append(("organisation", $"{Walkers}")).Append(("address", $"{api.Address}x.ics")).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        Assert.Equal(403, (int)(await other.Client.PostAsync(Path, forged)).StatusCode);
    }

    [Fact]
    public async Task Twice_or_too_many_are_refused()
    {
        for (var i = 0; i < ConnectionDesk.Most; i++)
        {
            Assert.Equal(302, (int)(await ConnectAsync($"{i}.ics", "CALENDAR")).StatusCode);
        }

        Assert.Contains("on jo liitetty", (await PageVisit.ReadAsync(await ConnectAsync("0.ics", "CALENDAR"))).Document.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Viisi osoitetta", (await PageVisit.ReadAsync(await ConnectAsync("6.ics", "CALENDAR"))).Document.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://127.0.0.1/k.ics")]
    [InlineData("https://[::1]/k.ics")]
    [InlineData("https://10.1.2.3/k.ics")]
    [InlineData("https://169.254.169.254/latest")]
    [InlineData("https://palvelin.local/k.ics")]
    [InlineData("https://localhost/k.ics")]
    [InlineData("http://kuopio.fi/k.ics")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://a:b@kuopio.fi/k.ics")]
    [InlineData("kalenteri")]
    public void Inside_networks_and_other_ways_are_refused(string address)
    {
        using var client = new ConnectionClient(new ConnectionSettings());
        Assert.Null(client.Read(address));
        Assert.Equal("https://kuopio.fi/k.ics", client.Read(" webcal://kuopio.fi/k.ics ")!.AbsoluteUri);
    }

    [Fact]
    public async Task A_name_that_leads_inside_is_not_called_when_it_is_read()
    {
        using var client = new ConnectionClient(new ConnectionSettings());
        var refused = await Assert.ThrowsAsync<ServiceTray.Import.ImportException>(() => client.Remote.ReadAsync(new Uri($"http://localhost:{api.Address.Port}/k.ics"), "text/calendar", null, CancellationToken.None));
        Assert.Contains("localhost", refused.Message, StringComparison.Ordinal);
        Assert.Empty(api.Asked);
    }

    private static async Task<int> WaitingAsync(Person who) => (await PageVisit.ReadAsync(await who.Client.GetAsync("/oma/tarkistettavat"))).Main.QuerySelectorAll("button[value=publish]").Length;

    private static async Task<(string Path, string Version)> ReviewOfAsync(Person who, string name)
    {
        var row = (await PageVisit.ReadAsync(await who.Client.GetAsync("/oma/tarkistettavat"))).Main.QuerySelectorAll("ul.rows > li").Single(row => row.QuerySelector("h2")!.TextContent == name);
        return (row.QuerySelector("a")!.GetAttribute("href")!.Split('?')[0], row.QuerySelector("input[name=version]")!.GetAttribute("value")!);
    }

    private static string Calendar(params (string Uid, string Name)[] events) =>
        $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{string.Concat(events.Select(one => $"BEGIN:VEVENT\r\nUID:{one.Uid}\r\nSUMMARY:{one.Name}\r\nLOCATION:Kauppakatu 1\\, 70100 Kuopio\r\nDTSTART:{TrayApp.Now.AddDays(7):yyyyMMdd}T150000Z\r\nDTEND:{TrayApp.Now.AddDays(7):yyyyMMdd}T160000Z\r\nEND:VEVENT\r\n"))}END:VCALENDAR\r\n";

    private Task<HttpResponseMessage> ConnectAsync(string at, string kind) =>
        publisher.SendAsync(Path, Path, ("organisation", $"{Walkers}"), ("address", $"{api.Address}{at}"), ("kind", kind), ("theme", "CULTURE"), ("hours", "24"));

    private async Task PressAsync(string act)
    {
        var page = await PageVisit.ReadAsync(await publisher.Client.GetAsync(Path));
        var action = page.Document.QuerySelectorAll("form").Select(form => form.GetAttribute("action")!.Split('?')[0]).First(action => action.StartsWith($"{Path}/", StringComparison.Ordinal));
        Assert.Equal(302, (int)(await publisher.SendAsync(Path, action, ("act", act))).StatusCode);
    }

    private async Task AskedAsync()
    {
        for (var waited = 0; waited < 600 && api.Asked.Count == 0; waited++)
        {
            await Task.Delay(50);
        }

        Assert.NotEmpty(api.Asked);
    }

    private async Task ReadDueAsync()
    {
        var reader = tray.Services.GetRequiredService<ConnectionReader>();
        foreach (var connection in await reader.DueAsync(CancellationToken.None))
        {
            await reader.ReadAsync(connection, CancellationToken.None);
        }
    }

    private async Task<List<(string Name, Guid Organisation)>> OwnAsync()
    {
        await using var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        var rows = await context.Offerings.AsNoTracking().Where(row => row.Source.Name.StartsWith("own-")).ToListAsync();
        return [.. rows.Select(row => (row.Name.Pick(ServiceTray.Languages.Language.Fi).Value, row.OrganisationId)).OrderBy(row => row.Value)];
    }
}
