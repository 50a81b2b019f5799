using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using ServiceTray.Accounts;
using ServiceTray.Data;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Outbox;
using ServiceTray.Publishing.Confirmations;
using ServiceTray.Tests.Referrals;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;

namespace ServiceTray.Tests.Publishing;

/// <summary>A reminder before an offering is taken for stale, answered by its link without signing in.</summary>
public sealed partial class StillOn : IAsyncLifetime, IDisposable
{
    private static readonly Guid Walkers = Source.IdOf("seed", "organisation:liikuttajat");

    private readonly MailCatcher mails = new();
    private readonly HandClock clock = new();
    private TrayApp tray = null!;
    private Person publisher = null!;
    private string page = "";

    private Guid Offering => Guid.Parse(page.Split('/')[^1]);

    public async Task InitializeAsync()
    {
        tray = await TrayApp.StartAsync(change: builder =>
        {
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
            mails.Serve(builder);
            foreach (var clockwork in builder.Services.Where(service => service.ServiceType == typeof(IHostedService) && service.ImplementationFactory?.Method.ReturnType == typeof(ConfirmationReminder)).ToList())
            {
                builder.Services.Remove(clockwork);
            }
        });
        publisher = await Person.SignedInAsync(tray, new Grant(Role.Publisher, Walkers));
        var form = $"/oma/tarjonta/uusi/{Walkers}";
        using var written = await publisher.SendAsync(
            form, form, ("name", "Kahviporukka"), ("summary", "Juodaan kahvia."), ("theme", "COMMUNITY"), ("weekday", "Tuesday"), ("from", "13:00"), ("to", "14.30"), ("area", "70100"), ("email", "kahvi@liikuttajat.example"));
        page = written.Headers.Location!.OriginalString.Split('?')[0];
        await publisher.SendAsync(page, $"{page}/julkaise");
    }

    public async Task DisposeAsync()
    {
        publisher.Dispose();
        await tray.DisposeAsync();
    }

    public void Dispose() => mails.Dispose();

    [Fact]
    public async Task Is_asked_two_weeks_before_by_mail_to_the_contact_and_once()
    {
        clock.Now = TrayApp.Now.AddDays(350);
        Assert.Empty(await AskedAsync());
        clock.Now = TrayApp.Now.AddDays(351);
        var mail = Assert.Single(await AskedAsync());
        Assert.Contains("kahvi@liikuttajat.example", mail, StringComparison.Ordinal);
        Assert.Contains("Kahviporukka", MailCatcher.Words(mail), StringComparison.Ordinal);
        Assert.Single(await AskedAsync());
        Assert.Empty(DiskSearch.FilesWith(tray.Settings.DataFolder, CodeOf(mail), CodeOf(mail).Replace("-", "", StringComparison.Ordinal)));

        // No answer: asked again when the link is over.
        clock.Now = clock.Now.AddDays(60);
        Assert.Equal(2, (await AskedAsync()).Count);
    }

    [Fact]
    public async Task Is_answered_by_one_tap_that_is_good_once_and_looking_changes_nothing()
    {
        var link = await LinkAsync();
        using var chair = new Person(tray);
        var asked = await PageVisit.ReadAsync(await chair.Client.GetAsync($"{link}?lang=sv"));
        Assert.Equal((200, "no-store"), (asked.Status, asked.Header("Cache-Control")));
        Assert.Contains("Ja, uppgifterna stämmer", asked.Main.TextContent, StringComparison.Ordinal);
        Assert.Equal(TrayApp.Now, (await OfferingAsync()).ConfirmedAt);

        var thanks = await PageVisit.ReadAsync(await chair.SendAsync(link, link, ("answer", "on")));
        Assert.Contains("Kiitos", thanks.Main.TextContent, StringComparison.Ordinal);
        Assert.Equal(clock.Now, (await OfferingAsync()).ConfirmedAt);
        Assert.False(Freshness.Of(await OfferingAsync()).IsStale(TrayApp.Now.AddDays(700)));
        Assert.Contains("vahvistettu linkistä", (await PageVisit.ReadAsync(await publisher.Client.GetAsync($"{page}/historia"))).Main.TextContent, StringComparison.Ordinal);
        Assert.Equal(404, (await PageVisit.ReadAsync(await chair.Client.GetAsync(link))).Status);
        Assert.Single(await AskedAsync());
    }

    [Fact]
    public async Task Tells_a_break_which_residents_see_and_the_next_publishing_keeps_until_it_is_over()
    {
        var link = await LinkAsync();
        using var chair = new Person(tray);
        foreach (var until in new[] { "", "2027-11-08", "2028-11-09", "31.12.2027", "' OR 1=1", "9999-99-99" })
        {
            var refused = await PageVisit.ReadAsync(await chair.SendAsync(link, link, ("answer", "break"), ("until", until)));
            Assert.True(refused.Status == 422, $"{until} was answered {refused.Status}");
        }

        // Today is 8 November 2027.
        Assert.Equal(200, (await PageVisit.ReadAsync(await chair.SendAsync(link, link, ("answer", "break"), ("until", "2028-01-09")))).Status);
        await AssertBreakAsync(new DateOnly(2028, 1, 9));
        await publisher.SendAsync(page, page, ("name", "Kahviporukka"), ("summary", "Juodaan teetä."), ("theme", "COMMUNITY"), ("weekday", "Tuesday"), ("from", "13:00"), ("to", "14.30"), ("area", "70100"));
        await publisher.SendAsync(page, $"{page}/julkaise");
        await AssertBreakAsync(new DateOnly(2028, 1, 9));
        await ShowsAsync("9.1.2028");

        await publisher.SendAsync(page, page, ("name", "Kahviporukka"), ("summary", "Juodaan teetä."), ("theme", "COMMUNITY"), ("weekday", "Tuesday"), ("from", "13:00"), ("to", "14.30"), ("area", "70100"), ("breakOver", "yes"));
        await publisher.SendAsync(page, $"{page}/julkaise");
        Assert.DoesNotContain(((Activity)await OfferingAsync()).OpeningHours, hours => hours.Closed);
    }

    [Fact]
    public async Task A_break_leaves_what_waits_for_a_second_person_waiting()
    {
        var link = await LinkAsync();
        using var county = await Person.SignedInAsync(tray, new Grant(Role.CountyAdministrator, county: "PS"));
        await county.SendAsync("/oma/alueet", "/oma/alueet", ("county", "PS"), ("secondPerson", "yes"));
        await publisher.SendAsync(page, page, ("name", "Teeporukka"), ("summary", "Juodaan teetä."), ("theme", "COMMUNITY"), ("weekday", "Tuesday"), ("from", "13:00"), ("to", "14.30"), ("area", "70100"));
        await publisher.SendAsync(page, $"{page}/julkaise");
        using var chair = new Person(tray);
        Assert.Equal(200, (await PageVisit.ReadAsync(await chair.SendAsync(link, link, ("answer", "break"), ("until", "2028-01-09")))).Status);

        Assert.Equal(302, (int)(await county.SendAsync("/oma/tarkistettavat", $"/oma/tarkistettavat/{Offering}", ("decision", "publish"))).StatusCode);
        Assert.Equal("Teeporukka", (await OfferingAsync()).Name.Pick(ServiceTray.Languages.Language.Fi).Value);
        await AssertBreakAsync(new DateOnly(2028, 1, 9));
    }

    [Fact]
    public async Task Leads_to_the_same_nothing_when_it_is_used_over_wrong_or_malformed()
    {
        var link = await LinkAsync();
        clock.Now = clock.Now.AddDays(61);
        var answers = new List<string>();
        foreach (var code in new[] { link.Split('/')[^1], "7KQ2-M0XA-9VTB-H3WE", "x", "%3Cscript%3Ealert(1)%3C%2Fscript%3E", "' OR '1'='1" })
        {
            var shown = await PageVisit.GetAsync(tray, $"/vahvistus/{code}");
            answers.Add($"{shown.Status} {shown.Text}");
            Assert.DoesNotContain("<script>alert", shown.Text, StringComparison.Ordinal);
        }

        Assert.Single(answers.Distinct());
        Assert.StartsWith("404 ", answers[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_not_taken_from_another_site()
    {
        var link = await LinkAsync();
        Assert.Equal(400, (await PageVisit.PostAsync(tray, link, ("answer", "on"))).Status);
        Assert.Equal(TrayApp.Now, (await OfferingAsync()).ConfirmedAt);
    }

    // What was read is kept until its change is seen.
    private async Task ShowsAsync(string words)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!(await PageVisit.GetAsync(tray, $"/tarjonta/{Offering}")).Main.TextContent.Contains(words, StringComparison.Ordinal))
        {
            await Task.Delay(50, patience.Token);
        }
    }

    private async Task AssertBreakAsync(DateOnly until)
    {
        var closure = Assert.Single(((Activity)await OfferingAsync()).OpeningHours, hours => hours.Closed);
        Assert.Equal((new DateOnly(2027, 11, 8), until), (closure.ValidFrom, closure.ValidTo));
    }

    private async Task<Offering> OfferingAsync()
    {
        await using var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        return await context.Offerings.AsNoTracking().SingleAsync(row => row.Id == Offering);
    }

    private async Task<string> LinkAsync()
    {
        clock.Now = TrayApp.Now.AddDays(351);
        publisher.Dispose();
        publisher = await Person.SignedInAsync(tray, new Grant(Role.Publisher, Walkers));
        return $"/vahvistus/{CodeOf(Assert.Single(await AskedAsync()))}";
    }

    private async Task<IReadOnlyList<string>> AskedAsync()
    {
        await tray.Services.GetRequiredService<ConfirmationReminder>().RunAsync(CancellationToken.None);
        await tray.Services.GetRequiredService<MailDeliverer>().RunAsync(CancellationToken.None);
        return mails.Mails;
    }

    private static string CodeOf(string mail) => Link().Match(MailCatcher.Words(mail)).Groups["code"].Value;

    [GeneratedRegex(@"https://tarjotin\.example/vahvistus/(?<code>[0-9A-Z-]{19})\?lang=fi", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
