using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ServiceTray.Accounts;
using ServiceTray.Data;
using ServiceTray.Outbox;
using ServiceTray.Referrals;
using ServiceTray.Referrals.Outbox;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;
using static ServiceTray.Tests.Referrals.ReferralTown;

namespace ServiceTray.Tests.Referrals;

/// <summary>Notices as text messages, letters and signed calls; and what was given up.</summary>
public sealed class OutboxWays : IAsyncLifetime
{
    private readonly HandClock clock = new();

    private WebCatcher outside = null!;
    private ReferralTown town = null!;

    public async Task InitializeAsync()
    {
        outside = await WebCatcher.StartAsync();
        town = await BuildAsync(await TrayApp.StartAsync("none", builder =>
        {
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
            builder.Services.AddSingleton(new ReferralSettings { TextGateway = outside.Address, TextGatewayToken = "portti", CallsOwnNetwork = true, Address = "https://tarjotin.example" });
            foreach (var own in builder.Services.Where(service => service.ImplementationType == typeof(ReferralClockwork)).ToList())
            {
                builder.Services.Remove(own);
            }
        }));
    }

    public async Task DisposeAsync()
    {
        await town.DisposeAsync();
        await outside.DisposeAsync();
    }

    [Fact]
    public async Task A_text_message_goes_to_the_gateway_once_it_takes_it_in_words_that_say_nothing()
    {
        outside.Refuse(1);
        var sent = await SendAskingAsync("TEXT_MESSAGE", "040 555 0101");
        await DeliverAsync();
        Assert.Empty(outside.Caught);
        clock.Now += TimeSpan.FromMinutes(2);
        await DeliverAsync();
        await DeliverAsync();
        var (headers, body) = Assert.Single(outside.Caught);
        Assert.Equal("Bearer portti", headers.Authorization.ToString());
        var message = JsonElement.Parse(body);
        Assert.Equal("040 555 0101", message.GetProperty("to").GetString());
        Assert.Contains(sent.GetProperty("code").GetString()!, message.GetProperty("text").GetString(), StringComparison.Ordinal);
        foreach (var word in new[] { "Aino", "lähete ", "hyvinvointi", "terve" })
        {
            Assert.DoesNotContain(word, body, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_letter_waits_on_the_senders_page_until_it_is_posted()
    {
        await SendAskingAsync("LETTER", "Kotikatu 1, 70100 Kuopio");
        await DeliverAsync();
        using var other = await Person.SignedInAsync(town.Tray, new Grant(Role.Professional, County));
        Assert.DoesNotContain("Kotikatu", (await PageVisit.ReadAsync(await other.Client.GetAsync("/kirjeet"))).Text, StringComparison.Ordinal);
        var readings = await ReadingsAsync();
        var page = await PageVisit.ReadAsync(await town.Nurse.Client.GetAsync("/kirjeet"));
        Assert.Equal(readings + 1, await ReadingsAsync());

        // Her name is on the envelope, or the post cannot deliver it; the letter itself says nothing of her.
        Assert.Equal(["Aino Asiakas", "Kotikatu 1", "70100 Kuopio"], page.Main.QuerySelector(".address")!.TextContent.Split('\n'));
        var text = page.Main.QuerySelector(".letter p:not(.address)")!.TextContent;
        Assert.DoesNotContain("Aino", text, StringComparison.Ordinal);
        Assert.Contains("://", text, StringComparison.Ordinal);
        var letter = page.Main.QuerySelector("button[name=letter]")!.GetAttribute("value")!;
        Assert.Equal(302, (int)(await town.Nurse.SendAsync("/kirjeet", "/kirjeet", ("letter", letter))).StatusCode);
        Assert.Null((await PageVisit.ReadAsync(await town.Nurse.Client.GetAsync("/kirjeet"))).Main.QuerySelector(".letter"));
    }

    [Fact]
    public async Task How_she_is_written_to_is_chosen_on_the_page()
    {
        using var answer = await town.Nurse.SendAsync("/lahete", "/lahete",
            ("receiver", $"{Kuopio}"), ("name", "Kirjeen Asiakas"), ("contact", "Kirjekatu 5, 70100 Kuopio"), ("channel", "LETTER"), ("needsInterpreter", "on"), ("form", "CODE"), ("pin", "4711"));
        Assert.Equal(200, (int)answer.StatusCode);
        await DeliverAsync();
        Assert.Equal("Kirjeen Asiakas\nKirjekatu 5\n70100 Kuopio", (await PageVisit.ReadAsync(await town.Nurse.Client.GetAsync("/kirjeet"))).Main.QuerySelector(".address")!.TextContent);
        var box = await PageVisit.ReadAsync(await town.Nurse.Client.GetAsync("/lahetteet"));
        Assert.Contains("Tarvitsee tulkin", (await PageVisit.ReadAsync(await town.Nurse.Client.GetAsync(box.Main.QuerySelector(".card a")!.GetAttribute("href")))).Main.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_who_is_reached_by_telephone_is_work_for_the_sender_until_she_has_told_her()
    {
        var sent = await SendAskingAsync("PHONE", "040 555 0101");
        await DeliverAsync();
        clock.Now += TimeSpan.FromDays(7);
        await town.Tray.Services.GetRequiredService<ReferralLapser>().RunAsync(CancellationToken.None);
        await DeliverAsync();
        using var nurse = await AgainAsync(town.Nurse);
        using var other = await Person.SignedInAsync(town.Tray, new Grant(Role.Professional, County));
        Assert.DoesNotContain("Soita asiakkaalle", (await PageVisit.ReadAsync(await other.Client.GetAsync("/kirjeet"))).Text, StringComparison.Ordinal);
        var page = await PageVisit.ReadAsync(await nurse.Client.GetAsync("/kirjeet"));
        var rows = page.Main.QuerySelectorAll("button[name=told]");
        Assert.Equal(2, rows.Length);
        Assert.Equal($"/lahetteet/{sent.GetProperty("referral").GetProperty("id").GetString()}", page.Main.QuerySelector("ul.rows a")!.GetAttribute("href"));
        Assert.DoesNotContain("040 555 0101", page.Text, StringComparison.Ordinal);

        // Another's is as one that never was; what was told is told of both.
        foreach (var row in new[] { rows[0].GetAttribute("value")!, $"{Guid.NewGuid()}" })
        {
            await SendAskingAsync("LETTER", "Kotikatu 1, 70100 Kuopio", other);
            await DeliverAsync();
            Assert.Equal(404, (int)(await other.SendAsync("/kirjeet", "/kirjeet", ("told", row))).StatusCode);
        }

        Assert.Equal(302, (int)(await nurse.SendAsync("/kirjeet", "/kirjeet", ("told", rows[0].GetAttribute("value")!))).StatusCode);
        Assert.Empty((await PageVisit.ReadAsync(await nurse.Client.GetAsync("/kirjeet"))).Main.QuerySelectorAll("button[name=told]"));
        await using var context = await town.ContextAsync();
        Assert.Equal([town.Nurse.Account, town.Nurse.Account], (await context.Set<ReferralNotice>().Where(notice => notice.ToldBy != null).ToListAsync()).Select(notice => notice.ToldBy!.Value));
        var readings = (await town.ByCodeAsync(sent.GetProperty("code").GetString()!, "2468")).GetProperty("data").GetProperty("referralByCode").GetProperty("readings");
        Assert.Contains(readings.EnumerateArray(), reading => (reading.GetProperty("role").GetString(), reading.GetProperty("act").GetString()) == ("SENDER", "TOLD"));
    }

    private async Task<int> ReadingsAsync()
    {
        await using var context = await town.Tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        return await context.Set<AuditEntry>().CountAsync(entry => entry.Act == AuditWriter.Read);
    }

    [Fact]
    public async Task A_desks_program_is_called_and_can_tell_who_calls()
    {
        var wrong = await PageVisit.ReadAsync(await town.Coordinator.SendAsync("/oma/kutsuosoitteet", "/oma/kutsuosoitteet", ("url", "ftp://kuopio.example"), ("act", "set")));
        Assert.Equal(422, wrong.Status);
        var set = await PageVisit.ReadAsync(await town.Coordinator.SendAsync("/oma/kutsuosoitteet", "/oma/kutsuosoitteet", ("url", $"{outside.Address}"), ("act", "set")));
        var secret = set.Main.QuerySelector("#secret strong")!.TextContent;
        var id = (await town.SendAsync(Input("Kutsun Asiakas"))).GetProperty("referral").GetProperty("id").GetString();
        await DeliverAsync();
        var (headers, body) = Assert.Single(outside.Caught);

        // As Standard Webhooks check it: the signature over id, time and body by the secret after its beginning.
        var expected = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), Encoding.UTF8.GetBytes($"{headers["webhook-id"]}.{headers["webhook-timestamp"]}.{body}")));
        Assert.Equal($"v1,{expected}", headers["webhook-signature"].ToString());
        Assert.Equal(("referral.arrived", id), (JsonElement.Parse(body).GetProperty("type").GetString(), JsonElement.Parse(body).GetProperty("data").GetProperty("referral").GetString()));
        Assert.DoesNotContain("Kutsun", body, StringComparison.Ordinal);
        Assert.Empty(DiskSearch.FilesWith(town.Tray.Settings.DataFolder, secret, secret["whsec_".Length..]));
    }

    [Fact]
    public async Task A_program_that_answers_without_an_end_is_not_listened_to()
    {
        await ConnectAsync();
        await town.SendAsync(Input("Pitkä Asiakas"));
        outside.Manner = Manner.Endless;
        Assert.Equal(1, await DeliverAsync());
        await using var context = await town.ContextAsync();
        Assert.Equal(0, await context.Set<ReferralNotice>().CountAsync(notice => notice.Audience == NoticeAudience.Program && notice.DeliveredAt == null));
    }

    [Fact]
    public async Task A_program_that_does_not_answer_is_called_once_a_round_and_loses_nothing()
    {
        await ConnectAsync();
        foreach (var name in new[] { "Eka Asiakas", "Toka Asiakas", "Kolmas Asiakas" })
        {
            await town.SendAsync(Input(name));
        }

        outside.Manner = Manner.BreaksOff;
        await DeliverAsync();
        Assert.Equal(1, outside.Calls);
        outside.Manner = Manner.Takes;
        clock.Now += TimeSpan.FromMinutes(2);
        await DeliverAsync();
        Assert.Equal(3, outside.Caught.Count);
    }

    [Fact]
    public async Task What_was_given_up_is_seen_by_the_administrator_and_tried_again()
    {
        outside.Refuse(Retrying.MostTries);
        await SendAskingAsync("TEXT_MESSAGE", "040 555 0101");
        for (var i = 0; i < Retrying.MostTries; i++)
        {
            await DeliverAsync();
            clock.Now += TimeSpan.FromDays(2);
        }

        using var administrator = await Person.SignedInAsync(town.Tray, new Grant(Role.Administrator));
        var page = await PageVisit.ReadAsync(await administrator.Client.GetAsync("/oma/toimittamatta"));
        Assert.Contains("asiakkaalle, 12 yritystä", page.Main.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("040", page.Main.QuerySelector("form")!.TextContent, StringComparison.Ordinal);
        await administrator.SendAsync("/oma/toimittamatta", "/oma/toimittamatta");
        await DeliverAsync();
        Assert.Single(outside.Caught);
    }

    [Fact]
    public async Task The_desk_to_which_one_is_forwarded_is_told_of_it_and_the_log_has_how_it_came()
    {
        var sent = await town.SendAsync(Input("Siirtyvä Asiakas"));
        var child = Guid.Parse((await MoveAsync(town.Coordinator, "forwardReferral", sent.GetProperty("referral"), $"receiver: \"{Iisalmi}\"")).GetProperty("referral").GetProperty("child").GetString()!);
        await using var context = await town.ContextAsync();
        Assert.Equal([(NoticeKind.Arrived, NoticeAudience.Desk)], (await context.Set<ReferralNotice>().AsNoTracking().Where(notice => notice.Referral == child).ToListAsync()).Select(notice => (notice.Kind, notice.Audience)));
        var subject = (await context.Set<Referral>().AsNoTracking().SingleAsync(referral => referral.Id == child)).Pseudonym;
        Assert.Equal(["SEND"], await context.Set<AuditEntry>().Where(entry => entry.Subject == subject).Select(entry => entry.Act).ToListAsync());
        Assert.Null(await AuditWriter.FirstBrokenAsync(context, CancellationToken.None));
    }

    [Fact]
    public async Task A_letter_that_asks_is_gone_once_the_client_has_answered()
    {
        var sent = await SendAskingAsync("LETTER", "Kotikatu 1, 70100 Kuopio");
        await DeliverAsync();
        Assert.NotNull((await PageVisit.ReadAsync(await town.Nurse.Client.GetAsync("/kirjeet"))).Main.QuerySelector(".letter"));
        await town.Tray.QueryAsync(
            "mutation($code: String!) { answerConsentByCode(code: $code, pin: \"2468\", agreement: { textVersion: \"1.0\", form: CODE, purposes: [SEND] }) { errors { code } } }",
            new { code = sent.GetProperty("code").GetString() });
        Assert.Null((await PageVisit.ReadAsync(await town.Nurse.Client.GetAsync("/kirjeet"))).Main.QuerySelector(".letter"));
    }

    [Fact]
    public async Task Where_the_client_opens_hers_is_the_trays_own_address_however_it_was_asked()
    {
        using var answer = await town.Nurse.SendAsync("/lahete", "/lahete", ("receiver", $"{Kuopio}"), ("name", "Osoitteen Asiakas"), ("contact", "040 123 4567"), ("form", "SPOKEN_PRESENT"));
        Assert.Equal("https://tarjotin.example/oma-lahete", (await PageVisit.ReadAsync(answer)).Main.QuerySelector(".whole")!.TextContent);
        Assert.Equal("https://tarjotin.example/oma-lahete", ServiceTray.Referrals.Pages.ReferralPaths.OwnFrom(town.Tray.Services.GetRequiredService<ReferralSettings>(), new Microsoft.AspNetCore.Http.DefaultHttpContext().Request));
    }

    private async Task ConnectAsync() =>
        Assert.Equal(200, (int)(await town.Coordinator.SendAsync("/oma/kutsuosoitteet", "/oma/kutsuosoitteet", ("url", $"{outside.Address}"), ("act", "set"))).StatusCode);

    // Her session of the first day is over.
    private async Task<Person> AgainAsync(Person person)
    {
        await using var context = await town.ContextAsync();
        var again = new Person(town.Tray);
        await again.SignInAsync((await context.Set<Account>().SingleAsync(account => account.Id == person.Account)).SignInName!, Person.Password);
        return again;
    }

    private Task<int> DeliverAsync() => town.Tray.Services.GetRequiredService<NoticeDeliverer>().RunAsync(CancellationToken.None);

    private Task<JsonElement> SendAskingAsync(string channel, string contact, Person? by = null)
    {
        var input = Input();
        ((Dictionary<string, object?>)input["client"]!)["channel"] = channel;
        ((Dictionary<string, object?>)input["client"]!)["contact"] = contact;
        ((Dictionary<string, object?>)input["agreement"]!)["form"] = "CODE";
        return town.SendAsync(input, by: by);
    }
}
