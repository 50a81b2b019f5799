using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ServiceTray.Outbox;
using ServiceTray.Referrals;
using ServiceTray.Referrals.Outbox;
using ServiceTray.Refusals;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;
using static ServiceTray.Tests.Referrals.ReferralTown;

namespace ServiceTray.Tests.Referrals;

/// <summary>A helper who receives the client's messages is written to when the client is, and to nothing else.</summary>
public sealed class AidesWhoReceive : IAsyncLifetime, IDisposable
{
    private readonly MailCatcher mails = new();
    private readonly HandClock clock = new();
    private ReferralTown town = null!;

    public async Task InitializeAsync() => town = await BuildAsync(await TrayApp.StartAsync("none", builder =>
    {
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
        builder.Services.AddSingleton(new ReferralSettings { Address = "https://tarjotin.example" });
        builder.Services.AddSingleton(new MailSettings { Server = MailServer.Of(mails.Address), Address = "https://tarjotin.example" });
        foreach (var own in builder.Services.Where(service => service.ImplementationType == typeof(ReferralClockwork)).ToList())
        {
            builder.Services.Remove(own);
        }
    }));

    public async Task DisposeAsync() => await town.DisposeAsync();

    public void Dispose() => mails.Dispose();

    [Theory]
    [InlineData("RECEIVES_NOTICES", "aino@koti.example", true)]
    [InlineData("HELPS_TO_COMMUNICATE", "aino@koti.example", false)]
    [InlineData("DECIDES_AS_GUARDIAN", "aino@koti.example", false)]
    [InlineData("RECEIVES_NOTICES", null, true)]
    [InlineData("RECEIVES_NOTICES", "040 123 4567", true)]
    public async Task Are_told_once_when_the_client_is_and_not_by_which_code(string scope, string? client, bool isTold)
    {
        var sent = await SendAsync(scope, "eeva@auttaja.example", client);
        await DeliverAsync();
        clock.Now += TimeSpan.FromDays(1);
        await DeliverAsync();
        var hers = mails.Mails.Where(mail => mail.Contains("eeva@auttaja.example", StringComparison.Ordinal)).ToList();
        Assert.Equal(isTold ? 1 : 0, hers.Count);
        Assert.Equal(client == "aino@koti.example" ? 1 : 0, mails.Mails.Count(mail => mail.Contains("aino@koti.example", StringComparison.Ordinal)));
        Assert.All(hers, mail =>
        {
            var words = MailCatcher.Words(mail);
            Assert.Contains("https://tarjotin.example/oma-lahete", words, StringComparison.Ordinal);
            foreach (var word in new[] { "Aino", "Eeva", sent.GetProperty("code").GetString()!, "lähete ", "hyvinvointi" })
            {
                Assert.DoesNotContain(word, words, StringComparison.OrdinalIgnoreCase);
            }
        });
        Assert.Empty(DiskSearch.FilesWith(town.Tray.Settings.DataFolder, "eeva@auttaja.example"));
    }

    [Theory]
    [InlineData("eeva")]
    [InlineData("eeva@")]
    [InlineData("12")]
    public async Task Are_refused_where_they_cannot_be_written_to(string contact) =>
        Assert.Contains((RefusalCodes.ContactInvalid, "client.aide.contact"), (await SendAsync("RECEIVES_NOTICES", contact, null)).GetProperty("errors").EnumerateArray().Select(error => (error.GetProperty("code").GetString(), error.GetProperty("field").GetString())));

    [Fact]
    public async Task Are_asked_for_on_the_page_and_seen_by_the_desk()
    {
        var wrong = await PageVisit.ReadAsync(await town.Nurse.SendAsync(
            "/lahete", "/lahete", ("receiver", $"{Kuopio}"), ("name", "Aino Asiakas"), ("contact", "040 123 4567"), ("theme", "NATURE"), ("form", "SPOKEN_PRESENT"), ("aideName", "Eeva"), ("aideScope", "RECEIVES_NOTICES"), ("aideContact", "eeva@")));
        Assert.Equal("true", wrong.Document.QuerySelector("#aideContact")!.GetAttribute("aria-invalid"));
        Assert.NotNull(wrong.Document.QuerySelector("[role=alert] a[href='#aideContact']"));
        var sent = await SendAsync("RECEIVES_NOTICES", "040 555 0102", null, "SPOKEN_PRESENT");
        var page = await PageVisit.ReadAsync(await town.Coordinator.Client.GetAsync($"/lahetteet/{sent.GetProperty("referral").GetProperty("id").GetString()}"));
        Assert.Contains("Eeva Auttaja – Ottaa vastaan viestit, 040 555 0102", page.Main.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_not_dropped_where_their_name_was_forgotten()
    {
        var wrong = await PageVisit.ReadAsync(await town.Nurse.SendAsync(
            "/lahete", "/lahete", ("receiver", $"{Kuopio}"), ("name", "Aino Asiakas"), ("contact", "040 123 4567"), ("theme", "NATURE"), ("form", "SPOKEN_PRESENT"), ("aideName", " "), ("aideScope", "RECEIVES_NOTICES"), ("aideContact", "eeva@auttaja.example")));
        Assert.Equal((422, "eeva@auttaja.example"), (wrong.Status, wrong.Document.QuerySelector("#aideContact")!.GetAttribute("value")));
        Assert.NotNull(wrong.Document.QuerySelector("[role=alert] a[href='#aideName']"));
    }

    [Fact]
    public async Task Are_told_with_her_before_her_permission_ends_and_not_once_she_has_let_it_go_on()
    {
        var code = (await SendAsync("RECEIVES_NOTICES", "eeva@auttaja.example", "aino@koti.example", "SPOKEN_PRESENT", "2026-12-11")).GetProperty("code").GetString()!;
        clock.Now = new(2026, 11, 27, 10, 0, 0, TimeSpan.Zero);
        for (var i = 0; i < 2; i++)
        {
            await town.Tray.Services.GetRequiredService<ReferralLapser>().RunAsync(CancellationToken.None);
            await DeliverAsync();
        }

        Assert.Equal((1, 1), (mails.Mails.Count(mail => mail.Contains("eeva@auttaja.example", StringComparison.Ordinal)), mails.Mails.Count(mail => mail.Contains("aino@koti.example", StringComparison.Ordinal))));

        // The next time hers is sent and her helper's waits still when she answers.
        clock.Now += TimeSpan.FromHours(1);
        await RenewAsync(code, "2026-12-10");
        clock.Now += TimeSpan.FromHours(1);
        await town.Tray.Services.GetRequiredService<ReferralLapser>().RunAsync(CancellationToken.None);
        await town.Tray.Services.GetRequiredService<NoticeDeliverer>().RunAsync(CancellationToken.None);
        clock.Now += TimeSpan.FromHours(1);
        await RenewAsync(code, null);
        await DeliverAsync();
        Assert.Equal((1, 2), (mails.Mails.Count(mail => mail.Contains("eeva@auttaja.example", StringComparison.Ordinal)), mails.Mails.Count(mail => mail.Contains("aino@koti.example", StringComparison.Ordinal))));
    }

    private Task RenewAsync(string code, string? until) => town.Tray.QueryAsync(
        "mutation($code: String!, $until: Date) { renewConsentByCode(code: $code, pin: \"2468\", textVersion: \"1.0\", until: $until) { errors { code } } }", new { code, until });

    private Task<int> DeliverAsync() => DeliverTwiceAsync(town.Tray.Services.GetRequiredService<NoticeDeliverer>());

    // What the first round adds, the second delivers.
    private static async Task<int> DeliverTwiceAsync(NoticeDeliverer deliverer) => await deliverer.RunAsync(CancellationToken.None) + await deliverer.RunAsync(CancellationToken.None);

    private Task<System.Text.Json.JsonElement> SendAsync(string scope, string contact, string? client, string form = "CODE", string? until = null)
    {
        var input = Input();
        var told = (Dictionary<string, object?>)input["client"]!;
        (told["aideName"], told["aideScope"], told["aideContact"]) = ("Eeva Auttaja", scope, contact);
        if (client is not null)
        {
            // Text messages are not set up here: hers waits, and is tried again.
            (told["channel"], told["contact"]) = (client.Contains('@', StringComparison.Ordinal) ? "EMAIL" : "TEXT_MESSAGE", client);
        }

        ((Dictionary<string, object?>)input["agreement"]!)["form"] = form;
        ((Dictionary<string, object?>)input["agreement"]!)["until"] = until;
        return town.SendAsync(input);
    }
}
