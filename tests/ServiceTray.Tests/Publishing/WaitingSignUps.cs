using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ServiceTray.Accounts;
using ServiceTray.Data;
using ServiceTray.Organisations;
using ServiceTray.Outbox;
using ServiceTray.Publishing;
using ServiceTray.Tests.Referrals;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;

namespace ServiceTray.Tests.Publishing;

/// <summary>Sign-ups that wait: administrators are told, see them a page at a time, and are not flooded.</summary>
public sealed class WaitingSignUps : IAsyncLifetime, IDisposable
{
    private readonly HandClock clock = new();
    private readonly MailCatcher mails = new();
    private TrayApp tray = null!;

    public async Task InitializeAsync() => tray = await TrayApp.StartAsync("none", builder =>
    {
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
        mails.Serve(builder);
    });

    public async Task DisposeAsync() => await tray.DisposeAsync();

    public void Dispose() => mails.Dispose();

    [Fact]
    public async Task Are_told_to_each_administrator_in_her_language_once_until_they_are_looked_at()
    {
        using var finnish = await Person.SignedInAsync(tray, new Grant(Role.Administrator));
        using var swedish = await Person.SignedInAsync(tray, new Grant(Role.Administrator));
        await swedish.SendAsync("/oma/tili", "/oma/tili/kieli", ("language", "sv"));
        using var county = await Person.SignedInAsync(tray, new Grant(Role.CountyAdministrator, county: "11"));
        using var asker = await Person.SignedInAsync(tray);
        await AskAsync(asker, "Kävelykerho", "1@kerho.example");
        await AskAsync(asker, "Toinen kerho", "2@kerho.example");
        await SendMailAsync();
        var words = mails.Mails.Select(MailCatcher.Words).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(2, words.Count);
        Assert.Contains("En organisation har ansökt", words[0], StringComparison.Ordinal);
        Assert.Contains("https://tarjotin.example/oma/hakemukset?lang=sv", words[0], StringComparison.Ordinal);
        Assert.Contains("Organisaatio hakee julkaisijaksi", words[1], StringComparison.Ordinal);
        Assert.DoesNotContain("En organisation", words[1], StringComparison.Ordinal);
        Assert.All(words, one => Assert.DoesNotContain("kerho", one, StringComparison.OrdinalIgnoreCase));

        // Nobody has looked for a day: the next one is told again.
        clock.Now += TimeSpan.FromDays(1);
        using var later = await Person.SignedInAsync(tray);
        await AskAsync(later, "Kolmas kerho", "3@kerho.example");
        await SendMailAsync();
        Assert.Equal(4, mails.Mails.Count);
    }

    [Fact]
    public async Task Are_shown_a_page_at_a_time_the_oldest_first()
    {
        using var administrator = await Person.SignedInAsync(tray, new Grant(Role.Administrator));
        await using (var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync())
        {
            for (var i = 0; i < SignUpDesk.PageSize + 2; i++)
            {
                var at = clock.Now.AddMinutes(i);
                context.Add(new SignUp { Id = Guid.CreateVersion7(at), AccountId = administrator.Account, Name = $"Kerho {i}", Kind = OrganisationKind.Association, Contact = "040 555 0101", At = at });
            }

            await context.SaveChangesAsync();
        }

        var first = await PageVisit.ReadAsync(await administrator.Client.GetAsync("/oma/hakemukset?lang=en"));
        Assert.Equal(Enumerable.Range(0, SignUpDesk.PageSize).Select(i => $"Kerho {i}"), Names(first));
        var next = first.Main.QuerySelector("a[rel=next]")!;
        Assert.Equal("More requests", next.TextContent);
        var last = await PageVisit.ReadAsync(await administrator.Client.GetAsync(next.GetAttribute("href")));
        Assert.Equal(["Kerho 25", "Kerho 26"], Names(last));
        Assert.Null(last.Main.QuerySelector("a[rel=next]"));
        Assert.Contains("Requests", last.Main.TextContent, StringComparison.Ordinal);

        static IEnumerable<string> Names(PageVisit page) => page.Main.QuerySelectorAll("ul.rows h2").Select(name => name.TextContent);
    }

    [Fact]
    public async Task Of_one_contact_or_one_network_are_bounded_and_leave_no_account_behind()
    {
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(302, await SignUpAsync($"a{i}", "sama@kerho.example"));
        }

        Assert.Equal(422, await SignUpAsync("a3", "sama@kerho.example"));
        for (var i = 3; i < SignUpDesk.MostFromNetwork; i++)
        {
            Assert.Equal(302, await SignUpAsync($"b{i}", $"{i}@kerho.example"));
        }

        Assert.Equal(422, await SignUpAsync("c", "c@kerho.example"));
        await using var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        Assert.False(await context.Set<Account>().AnyAsync(account => account.SignInName == "a3@esimerkki.example" || account.SignInName == "c@esimerkki.example"));
        clock.Now += TimeSpan.FromHours(1);
        Assert.Equal(302, await SignUpAsync("c", "c@kerho.example"));
    }

    [Theory]
    [InlineData("fi", "samalla yhteystiedolla", "Yritä tunnin kuluttua")]
    [InlineData("sv", "samma kontaktuppgift", "om en timme")]
    [InlineData("en", "the same contact", "in an hour")]
    public async Task Of_others_are_not_said_to_be_hers(string language, string contact, string network)
    {
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(302, await SignUpAsync($"a{i}", "sama@kerho.example"));
        }

        Assert.Contains(contact, await SaidAsync("a3", "sama@kerho.example", language), StringComparison.Ordinal);
        for (var i = 3; i < SignUpDesk.MostFromNetwork; i++)
        {
            await SignUpAsync($"b{i}", $"{i}@kerho.example");
        }

        Assert.Contains(network, await SaidAsync("c", "c@kerho.example", language), StringComparison.Ordinal);
    }

    private async Task<string> SaidAsync(string name, string contact, string language) =>
        (await PageVisit.ReadAsync(await AnswerAsync(name, contact, language))).Main.QuerySelector("[role=alert]")!.TextContent;

    private async Task<int> SignUpAsync(string name, string contact) => (int)(await AnswerAsync(name, contact, "fi")).StatusCode;

    private async Task<HttpResponseMessage> AnswerAsync(string name, string contact, string language)
    {
        using var person = new Person(tray);
        return await person.SendAsync(
            $"/julkaise?lang={language}", "/julkaise", ("name", $"Kerho {name}"), ("kind", "ASSOCIATION"), ("contact", contact), ("displayName", "Hakija"), ("userName", $"{name}@esimerkki.example"), ("password", Person.Password));
    }

    private static async Task AskAsync(Person asker, string name, string contact) =>
        Assert.Equal(302, (int)(await asker.SendAsync("/julkaise", "/julkaise", ("name", name), ("kind", "ASSOCIATION"), ("contact", contact))).StatusCode);

    private Task<int> SendMailAsync() => tray.Services.GetRequiredService<MailDeliverer>().RunAsync(CancellationToken.None);
}
