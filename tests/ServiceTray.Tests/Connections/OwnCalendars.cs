using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ServiceTray.Accounts;
using ServiceTray.Connections;
using ServiceTray.Data;
using ServiceTray.Organisations;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;

namespace ServiceTray.Tests.Connections;

/// <summary>An organisation connects its own calendar or table, and what comes from there is its own.</summary>
public sealed class OwnCalendars : ConnectedTray
{
    private static readonly Guid City = Source.IdOf("seed", "organisation:kaupunki");

    [Fact]
    public async Task Are_read_shown_as_hers_reported_to_her_and_taken_away_with_the_connection()
    {
        Told = Calendar(("yksi", "Tanssit"), ("kaksi", "Kuoro"));
        Assert.Equal(302, (int)(await ConnectAsync("kalenteri.ics?avain=salainen", "CALENDAR")).StatusCode);
        await ReadDueAsync();
        var shown = await OwnAsync();
        Assert.Equal(["Kuoro", "Tanssit"], shown.Select(row => row.Name));
        Assert.All(shown, row => Assert.Equal(Walkers, row.Organisation));
        var page = await PageVisit.ReadAsync(await Publisher.Client.GetAsync(Path));
        Assert.Contains("Lisättiin 2", page.Main.TextContent, StringComparison.Ordinal);

        // A whole calendar: what it lacks is gone, and a name that changed has changed.
        Told = Calendar(("yksi", "Iltatanssit"), ("kaksi", "Kuoro"));
        await PressAsync("read");
        await ReadDueAsync();
        Assert.Equal(["Iltatanssit", "Kuoro"], (await OwnAsync()).Select(row => row.Name));

        await PressAsync("end");
        Assert.Empty(await OwnAsync());
        Assert.DoesNotContain("kalenteri.ics", (await PageVisit.ReadAsync(await Publisher.Client.GetAsync(Path))).Main.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ended_while_it_is_read_leaves_nothing_behind_and_is_no_error()
    {
        var (reader, ender) = (Tray.Services.GetRequiredService<ConnectionReader>(), Tray.Services.GetRequiredService<ConnectionEnder>());
        var (connection, reading, answer) = await BeginReadingAsync(reader);

        // Whoever ends it is not told of a reading that happens to go on; it is hers no more to read or end.
        await PressAsync("end");
        var page = await PageVisit.ReadAsync(await Publisher.Client.GetAsync(Path));
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
        Assert.DoesNotContain("katkaistu", (await PageVisit.ReadAsync(await Publisher.Client.GetAsync(Path))).Main.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_for_while_it_is_read_it_is_read_once_more()
    {
        var reader = Tray.Services.GetRequiredService<ConnectionReader>();
        var (_, reading, answer) = await BeginReadingAsync(reader);
        Assert.Empty(await reader.DueAsync(CancellationToken.None));
        await PressAsync("read");
        answer.SetResult();
        await reading;
        await ReadDueAsync();
        Assert.Equal(2, Api.Asked.Count);
        Assert.Empty(await reader.DueAsync(CancellationToken.None));
    }

    /// <summary>A calendar that is being read until it may answer.</summary>
    private async Task<(Connection Connection, Task Reading, TaskCompletionSource Answer)> BeginReadingAsync(ConnectionReader reader)
    {
        Told = Calendar(("yksi", "Tanssit"));
        await ConnectAsync("kalenteri.ics", "CALENDAR");
        var answer = new TaskCompletionSource();
        Gate = answer.Task;
        var connection = Assert.Single(await reader.DueAsync(CancellationToken.None));
        var reading = reader.ReadAsync(connection, CancellationToken.None);
        await AskedAsync();
        return (connection, reading, answer);
    }

    [Fact]
    public async Task A_table_that_names_another_organisation_brings_nothing_to_it()
    {
        Told = "id,name_fi,themes,organisation\r\nr1,Taulukon ryhmä,MIND,Kuopion kaupunki\r\nr2,,MIND,Kuopion kaupunki\r\n";
        Assert.Equal(302, (int)(await ConnectAsync("taulukko.csv", "TABLE")).StatusCode);
        await ReadDueAsync();
        var row = Assert.Single(await OwnAsync());
        Assert.Equal(("Taulukon ryhmä", Walkers), (row.Name, row.Organisation));
        var page = await PageVisit.ReadAsync(await Publisher.Client.GetAsync(Path));
        Assert.Contains("name_fi", page.Main.TextContent, StringComparison.Ordinal);
        Assert.Contains($"{Api.Address.Authority}:3", page.Main.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_in_the_place_of_a_table_takes_nothing_away()
    {
        Told = "id,name_fi,themes,organisation\r\nr1,Taulukon ryhmä,MIND,Seura\r\n";
        await ConnectAsync("taulukko.csv", "TABLE");
        await ReadDueAsync();
        foreach (var instead in new[] { "<html>", "", "\r\n", "<html>\r\n<p>Kirjaudu sisään</p>\r\n</html>" })
        {
            Told = instead;
            await PressAsync("read");
            await ReadDueAsync();
            Assert.Single(await OwnAsync());
        }

        Assert.Contains("Taulukko ei ole mallin mukainen", (await PageVisit.ReadAsync(await Publisher.Client.GetAsync(Path))).Main.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_changes_nothing_and_rests_longer_each_time()
    {
        Told = Calendar(("yksi", "Tanssit"));
        await ConnectAsync("kalenteri.ics", "CALENDAR");
        await ReadDueAsync();
        Told = "<html>";
        for (var failures = 1; failures <= 2; failures++)
        {
            await PressAsync("read");
            await ReadDueAsync();
            await using var context = await Tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
            var row = await context.Set<Connection>().AsNoTracking().SingleAsync();
            Assert.Equal((failures, TrayApp.Now.AddHours(24 << failures)), (row.Failures, row.NextAt));
        }

        Assert.Single(await OwnAsync());
        Assert.Contains("epäonnistunut 2 kertaa", (await PageVisit.ReadAsync(await Publisher.Client.GetAsync(Path))).Main.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_nobody_elses_to_see_or_end()
    {
        Told = Calendar(("yksi", "Tanssit"));
        await ConnectAsync("kalenteri.ics", "CALENDAR");
        await using var context = await Tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        var id = (await context.Set<Connection>().AsNoTracking().SingleAsync()).Id;
        using var other = await Person.SignedInAsync(Tray, new Grant(Role.Publisher, City));
        Assert.DoesNotContain("kalenteri.ics", await other.Client.GetStringAsync(Path), StringComparison.Ordinal);
        var page = await PageVisit.ReadAsync(await other.Client.GetAsync(Path));
        var fields = PageVisit.FieldsOf((AngleSharp.Html.Dom.IHtmlFormElement)page.Document.QuerySelector($"form[action^='{Path}']")!).ToList();
        foreach (var key in new[] { id, Guid.NewGuid() })
        {
            using var content = new FormUrlEncodedContent(fields.Append(("act", "end")).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
            Assert.Equal(404, (int)(await other.Client.PostAsync($"{Path}/{key}", content)).StatusCode);
        }

        using var forged = new FormUrlEncodedContent(fields.Where(field => field.Name != "organisation").Append(("organisation", $"{Walkers}")).Append(("address", $"{Api.Address}x.ics")).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
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
}
