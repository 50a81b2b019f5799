using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ServiceTray.Accounts;
using ServiceTray.Data;
using ServiceTray.Feedback;
using ServiceTray.Organisations;
using ServiceTray.Outbox;
using ServiceTray.Tests.Referrals;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;

namespace ServiceTray.Tests.Feedback;

/// <summary>What residents say of offerings, as the work of those who offer them and of their county.</summary>
public sealed class FeedbackWorkList : IAsyncLifetime, IDisposable
{
    private const string Work = "/oma/palautteet";

    private static readonly Guid Swimming = Source.IdOf("seed", "uimahalli");
    private static readonly Guid Peers = Source.IdOf("seed", "vertaisryhma");
    private static readonly Guid Town = Source.IdOf("seed", "organisation:kaupunki");
    private static readonly Guid Movers = Source.IdOf("seed", "organisation:liikuttajat");

    private readonly MailCatcher mails = new();
    private readonly HandClock clock = new();
    private TrayApp tray = null!;
    private Person publisher = null!;
    private Person administrator = null!;

    public async Task InitializeAsync()
    {
        tray = await TrayApp.StartAsync(change: builder =>
        {
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
            mails.Serve(builder);
        });
        publisher = await Person.SignedInAsync(tray, new Grant(Role.Publisher, Movers));
        administrator = await Person.SignedInAsync(tray, new Grant(Role.Administrator));
    }

    public async Task DisposeAsync()
    {
        publisher.Dispose();
        administrator.Dispose();
        await tray.DisposeAsync();
    }

    public void Dispose() => mails.Dispose();

    [Fact]
    public async Task Is_reached_from_the_offerings_page_and_thanks()
    {
        var link = (await PageVisit.GetAsync(tray, $"/tarjonta/{Peers}?lang=sv")).Main.QuerySelector($"a[href^='/palaute/{Peers}']")!.GetAttribute("href")!;
        Assert.Equal(200, (await PageVisit.GetAsync(tray, link)).Status);
        using var answer = await GiveAsync(Peers, ("useful", "4"));
        Assert.Equal((HttpStatusCode.Redirect, "/saavutettavuus/kiitos"), (answer.StatusCode, $"{answer.Headers.Location}".Split('?')[0]));
    }

    [Fact]
    public async Task Shows_each_what_is_hers_and_nothing_of_others()
    {
        await GiveAsync(Peers, ("wrong", "TIME"), ("message", "Ryhmä alkaa jo viideltä"));
        await GiveAsync(Swimming, ("message", "Ovi on raskas"));
        await ServiceAsync("Kartan napit ovat pienet");
        using var town = await Person.SignedInAsync(tray, new Grant(Role.Publisher, Town));
        using var county = await Person.SignedInAsync(tray, new Grant(Role.CountyAdministrator, county: "PS"));
        using var otherCounty = await Person.SignedInAsync(tray, new Grant(Role.CountyAdministrator, county: "VS"));
        using var editor = await Person.SignedInAsync(tray, new Grant(Role.Editor, Movers));
        Assert.Equal(["Ryhmä alkaa jo viideltä"], await SaidAsync(publisher));
        Assert.Equal(["Ovi on raskas"], await SaidAsync(town));
        Assert.Equal(["Ovi on raskas", "Ryhmä alkaa jo viideltä"], (await SaidAsync(county)).Order());
        Assert.Empty(await SaidAsync(otherCounty));
        Assert.Equal(["Kartan napit ovat pienet", "Ovi on raskas", "Ryhmä alkaa jo viideltä"], (await SaidAsync(administrator)).Order());
        Assert.Equal(HttpStatusCode.Forbidden, (await editor.Client.GetAsync(Work)).StatusCode);
        Assert.Contains("Väärin: aika", (await PageAsync(publisher)).Main.TextContent, StringComparison.Ordinal);

        // Another's is as if it was not there, and so is one that never was.
        var hers = NoteOf(await PageAsync(publisher));
        foreach (var note in new[] { hers, $"{Guid.NewGuid()}", "1' OR 1=1 --" })
        {
            using var refused = await town.SendAsync(Work, Work, ("note", note), ("act", "close"));
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }

        Assert.Equal(["Ryhmä alkaa jo viideltä"], await SaidAsync(publisher));
    }

    [Fact]
    public async Task Answers_by_mail_to_whoever_left_an_address_and_forgets_it()
    {
        await GiveAsync(Peers, ("message", "Onko ryhmään vielä tilaa?"), ("replyTo", "aino@posti.example"));
        var page = await PageAsync(publisher);
        Assert.DoesNotContain("aino@posti", page.Text, StringComparison.Ordinal);
        var note = NoteOf(page);
        using (var empty = await publisher.SendAsync(Work, Work, ("note", note), ("act", "answer"), ("answer", " ")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        }

        var long_ = await PageVisit.ReadAsync(await publisher.SendAsync(Work, Work, ("note", note), ("act", "answer"), ("answer", new string('x', FeedbackDesk.LongestAnswer + 1))));
        Assert.Equal((422, FeedbackDesk.LongestAnswer + 1), (long_.Status, long_.Main.QuerySelector("textarea")!.TextContent.Length));

        // Two at once: both pages were open, one answer goes.
        using var colleague = await Person.SignedInAsync(tray, new Grant(Role.Publisher, Movers));
        using var answered = await publisher.SendAsync(Work, Work, ("note", note), ("act", "answer"), ("answer", "On tilaa, tervetuloa."));
        Assert.Equal(HttpStatusCode.Redirect, answered.StatusCode);
        await GiveAsync(Peers, ("message", "Toinen asia"));
        var late = await PageVisit.ReadAsync(await colleague.SendAsync(Work, Work, ("note", note), ("act", "answer"), ("answer", "Ei ole.")));
        Assert.Equal(422, late.Status);
        Assert.Contains("Joku toinen ehti", late.Main.TextContent, StringComparison.Ordinal);

        Assert.Empty(DiskSearch.FilesWith(tray.Settings.DataFolder, "aino@posti", "On tilaa", "Onko ryhmään"));
        Assert.Equal(1, await tray.Services.GetRequiredService<MailDeliverer>().RunAsync(CancellationToken.None));
        var mail = MailCatcher.Words(Assert.Single(mails.Mails));
        Assert.Contains("On tilaa, tervetuloa.", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("Vertais", mail, StringComparison.Ordinal);
        await using var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        var kept = await context.Set<FeedbackNote>().AsNoTracking().SingleAsync(one => one.Id == Guid.Parse(note));
        Assert.Null(FeedbackWords.Of(kept, tray.Services.GetRequiredService<ServiceTray.Codes.Sealer>()).ReplyTo);
        Assert.Equal(publisher.Account, kept.ClosedBy);
    }

    [Fact]
    public async Task Writes_to_one_address_so_often_and_keeps_the_note_open_when_it_may_not()
    {
        for (var i = 0; i <= MailGuard.MostToAddress; i++)
        {
            await GiveAsync(Peers, ("message", $"Kysymys {i}"), ("replyTo", "aino@posti.example"));
        }

        for (var i = 0; i < MailGuard.MostToAddress; i++)
        {
            using var answered = await publisher.SendAsync(Work, Work, ("note", NoteOf(await PageAsync(publisher))), ("act", "answer"), ("answer", "Kyllä."));
            Assert.Equal(HttpStatusCode.Redirect, answered.StatusCode);
        }

        var refused = await PageVisit.ReadAsync(await publisher.SendAsync(Work, Work, ("note", NoteOf(await PageAsync(publisher))), ("act", "answer"), ("answer", "Vielä kerran.")));
        Assert.Contains("lähetä se myöhemmin", refused.Main.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Vielä kerran.", refused.Main.QuerySelector("textarea")!.TextContent);
        Assert.Single(await SaidAsync(publisher));
    }

    [Fact]
    public async Task Shows_a_telephone_number_and_a_note_on_the_service_until_it_is_done()
    {
        await GiveAsync(Peers, ("message", "Soittakaa"), ("replyTo", "040 555 0101"));
        var page = await PageAsync(publisher);
        Assert.Equal(["040 555 0101"], page.All("strong.whole"));
        Assert.Null(page.Main.QuerySelector("textarea"));
        using (var byMail = await publisher.SendAsync(Work, Work, ("note", NoteOf(page)), ("act", "answer"), ("answer", "Hei")))
        {
            Assert.Equal(HttpStatusCode.NotFound, byMail.StatusCode);
        }

        await publisher.SendAsync(Work, Work, ("note", NoteOf(page)), ("act", "close"));
        Assert.Contains("0 palautetta odottaa", (await PageAsync(publisher)).Main.TextContent, StringComparison.Ordinal);
        await ServiceAsync("Kartan napit ovat pienet");
        page = await PageAsync(administrator);
        Assert.Contains("Palvelutarjotin ja sen saavutettavuus", page.Main.TextContent, StringComparison.Ordinal);
        await administrator.SendAsync(Work, Work, ("note", NoteOf(page)), ("act", "close"));
        Assert.Empty(await SaidAsync(administrator));
        Assert.Empty(mails.Mails);
    }

    [Fact]
    public async Task Tells_how_useful_something_is_found_from_five_on_and_a_number_alone_is_no_work()
    {
        foreach (var useful in new[] { "5", "4", "4", "3" })
        {
            await GiveAsync(Peers, ("useful", useful));
        }

        Assert.DoesNotContain("vastauksia", (await PageAsync(publisher)).Main.TextContent, StringComparison.Ordinal);
        await GiveAsync(Peers, ("useful", "5"));
        var page = await PageAsync(publisher);
        Assert.Contains("4,2 (vastauksia 5)", page.Main.TextContent, StringComparison.Ordinal);
        Assert.Contains("0 palautetta odottaa", page.Main.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_words_for_a_year_and_numbers_longer()
    {
        await GiveAsync(Peers, ("useful", "5"), ("message", "Hyvä ryhmä"));
        clock.Now += TimeSpan.FromDays(364);
        var box = tray.Services.GetRequiredService<FeedbackBox>();
        Assert.Equal(0, await box.ForgetExpiredAsync(CancellationToken.None));
        clock.Now += TimeSpan.FromDays(2);
        Assert.Equal(1, await box.ForgetExpiredAsync(CancellationToken.None));
        Assert.Equal(0, await box.ForgetExpiredAsync(CancellationToken.None));
        await using var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        var kept = await context.Set<FeedbackNote>().AsNoTracking().SingleAsync();
        Assert.Equal((5, null), (kept.Useful, kept.Contents));
    }

    [Theory]
    [InlineData("useful", "6")]
    [InlineData("useful", "1; DROP TABLE feedback")]
    [InlineData("wrong", "<script>alert(1)</script>")]
    [InlineData("message", " ")]
    public async Task Takes_nothing_that_the_form_does_not_offer(string field, string value)
    {
        var page = await PageVisit.ReadAsync(await GiveAsync(Peers, (field, value)));
        Assert.Equal(422, page.Status);
        Assert.DoesNotContain("<script>alert", page.Text, StringComparison.Ordinal);
        await using var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        Assert.Equal(0, await context.Set<FeedbackNote>().CountAsync());
    }

    [Fact]
    public async Task Shows_what_was_written_as_words_and_never_as_a_page()
    {
        const string Script = "\"><script>alert(1)</script>' OR '1'='1";
        Assert.Equal(HttpStatusCode.Redirect, (await GiveAsync(Peers, ("message", Script), ("replyTo", Script))).StatusCode);
        var page = await PageAsync(publisher);
        Assert.DoesNotContain("<script>alert", page.Text, StringComparison.Ordinal);
        Assert.Equal([Script], page.All(".said"));
        foreach (var id in new[] { $"{Guid.NewGuid()}", "1'--", "%3Cscript%3E" })
        {
            Assert.Equal(404, (await PageVisit.GetAsync(tray, $"/palaute/{id}")).Status);
        }
    }

    private static string NoteOf(PageVisit page) => page.Main.QuerySelector("input[name=note]")!.GetAttribute("value")!;

    private static async Task<PageVisit> PageAsync(Person person) => await PageVisit.ReadAsync(await person.Client.GetAsync(Work));

    private static async Task<IReadOnlyList<string>> SaidAsync(Person person) => (await PageAsync(person)).All(".said");

    private async Task<HttpResponseMessage> GiveAsync(Guid offering, params (string Name, string Value)[] fields)
    {
        using var resident = new Person(tray);
        return await resident.SendAsync($"/palaute/{offering}", $"/palaute/{offering}", fields);
    }

    private async Task ServiceAsync(string message)
    {
        using var resident = new Person(tray);
        using var answer = await resident.SendAsync("/saavutettavuus", "/saavutettavuus", ("message", message));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }
}
