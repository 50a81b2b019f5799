using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ServiceTray.Accounts;
using ServiceTray.Outbox;
using ServiceTray.Referrals;
using ServiceTray.Referrals.Outbox;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;
using PublicWords = ServiceTray.Languages.PublicWords;
using static ServiceTray.Tests.Referrals.ReferralTown;

namespace ServiceTray.Tests.Referrals;

/// <summary>What the clock does, and what is told by mail: at least once, in neutral words.</summary>
public sealed class TimeAndNotices : IAsyncLifetime, IDisposable
{
    private readonly MailCatcher catcher = new();
    private readonly MovingClock clock = new();
    private ReferralTown town = null!;

    public async Task InitializeAsync() => town = await BuildAsync(await TrayApp.StartAsync("none", builder =>
    {
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
        builder.Services.AddSingleton(new ReferralSettings { Address = "https://tarjotin.example" });
        builder.Services.AddSingleton(new MailSettings { Server = MailServer.Of(catcher.Address) });
        foreach (var own in builder.Services.Where(service => service.ImplementationType == typeof(ReferralClockwork)).ToList())
        {
            // The test turns the clock itself.
            builder.Services.Remove(own);
        }
    }));

    public async Task DisposeAsync() => await town.DisposeAsync();

    public void Dispose() => catcher.Dispose();

    [Fact]
    public async Task A_notice_comes_through_after_refusals_in_words_that_say_nothing()
    {
        catcher.Refuse(2);
        await town.SendAsync(Input("Merkki-Asiakas-Qwz"));
        Assert.Equal(0, await DeliverAsync());
        Assert.Equal(0, await DeliverAsync());
        clock.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(0, await DeliverAsync());
        clock.Now += TimeSpan.FromMinutes(2);
        Assert.Equal(1, await DeliverAsync());
        clock.Now += TimeSpan.FromDays(1);
        Assert.Equal(0, await DeliverAsync());

        var mail = Readable(Assert.Single(catcher.Mails));
        Assert.Contains("linkki@kuopio.example", mail, StringComparison.Ordinal);
        Assert.Contains("https://tarjotin.example/lahetteet", mail, StringComparison.Ordinal);
        foreach (var word in new[] { "Merkki-Asiakas-Qwz", "040 123 4567", "viikoittain", "lähete ", "hyvinvointi", "COMMUNITY" })
        {
            Assert.DoesNotContain(word, mail, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_notice_that_never_comes_through_is_given_up_and_kept()
    {
        catcher.Refuse(int.MaxValue);
        await town.SendAsync(Input());
        for (var i = 0; i < Retrying.MostTries + 3; i++)
        {
            await DeliverAsync();
            clock.Now += TimeSpan.FromDays(2);
        }

        await using var context = await town.ContextAsync();
        var notice = await context.Set<ReferralNotice>().SingleAsync();
        Assert.Equal((Retrying.MostTries, true, null, null), (notice.Attempts, notice.DeadAt is not null, notice.DeliveredAt, notice.NextAt));
        Assert.Empty(catcher.Mails);
    }

    [Fact]
    public async Task The_client_who_is_asked_by_code_is_reminded_once_and_then_it_lapses()
    {
        var input = Input();
        ((Dictionary<string, object?>)input["client"]!)["channel"] = "EMAIL";
        ((Dictionary<string, object?>)input["client"]!)["contact"] = "asiakas@esimerkki.example";
        ((Dictionary<string, object?>)input["agreement"]!)["form"] = "CODE";
        var sent = await town.SendAsync(input);
        await DeliverAsync();
        var asked = Readable(Assert.Single(catcher.Mails));
        Assert.Contains(sent.GetProperty("code").GetString()!, asked, StringComparison.Ordinal);
        Assert.DoesNotContain("Aino", asked, StringComparison.Ordinal);

        // Sent on a Sunday: Wednesday is the third working day.
        await TurnToAsync(new(2026, 11, 24, 21, 0, 0, TimeSpan.Zero));
        Assert.Single(catcher.Mails);
        await TurnToAsync(new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero));
        await TurnToAsync(new(2026, 11, 26, 8, 0, 0, TimeSpan.Zero));
        Assert.Equal(2, catcher.Mails.Count);

        // Fourteen working days from it end on Thursday 10 December, for 6 December is a Sunday anyway.
        await TurnToAsync(new(2026, 12, 10, 21, 59, 0, TimeSpan.Zero));
        Assert.Equal("AWAITING_CONSENT", await StateAsync(sent));
        await TurnToAsync(new(2026, 12, 10, 22, 1, 0, TimeSpan.Zero));
        Assert.Equal("EXPIRED", await StateAsync(sent));
    }

    [Fact]
    public async Task A_desk_that_is_late_is_told_once_and_stands_first_in_its_own_queue()
    {
        var late = await town.SendAsync(Input("Ensimmäinen"));
        var other = (await town.SendAsync(Input("Toinen"))).GetProperty("referral");
        await MoveAsync(town.Coordinator, "receiveReferral", other);
        clock.Now = new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero);
        await RunAsync();
        await RunAsync();
        await using (var context = await town.ContextAsync())
        {
            Assert.Equal(1, await context.Set<ReferralNotice>().CountAsync(notice => notice.Kind == NoticeKind.Overdue));
        }

        // Her session of Sunday is over.
        using var coordinator = await Person.SignedInAsync(town.Tray, new Grant(Role.Coordinator, Kuopio));
        var box = (await coordinator.AskAsync("{ referrals(box: RECEIVED) { overdueCount nodes { id isOverdue } } }")).GetProperty("data").GetProperty("referrals");
        Assert.Equal(1, box.GetProperty("overdueCount").GetInt32());
        Assert.Equal((late.GetProperty("referral").GetProperty("id").GetString(), true), (box.GetProperty("nodes")[0].GetProperty("id").GetString(), box.GetProperty("nodes")[0].GetProperty("isOverdue").GetBoolean()));
    }

    [Fact]
    public async Task A_desk_that_stays_late_is_told_of_to_the_sender_and_the_county_once_and_only_while_it_is()
    {
        using var county = await Person.SignedInAsync(town.Tray, new Grant(Role.CountyAdministrator, county: "PS"));
        using var unreachable = await Person.SignedInAsync(town.Tray, new Grant(Role.CountyAdministrator, county: "PS"));
        using var elsewhere = await Person.SignedInAsync(town.Tray, new Grant(Role.CountyAdministrator, county: "ES"));
        await using var context = await town.ContextAsync();
        var names = await context.Set<Account>().ToDictionaryAsync(account => account.Id, account => account.SignInName!);
        catcher.Unknown = names[unreachable.Account];
        await town.SendAsync(Input("Unohtunut Asiakas"));
        var other = (await town.SendAsync(Input("Muistettu Asiakas"))).GetProperty("referral");

        // Due when Tuesday is over; two working days more end with Thursday.
        await TurnToAsync(new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero));
        await TurnToAsync(new(2026, 11, 26, 21, 59, 0, TimeSpan.Zero));
        Assert.DoesNotContain(NoticeKind.Escalated, await KindsAsync());
        using (var coordinator = await AgainAsync(town.Coordinator))
        {
            await MoveAsync(coordinator, "receiveReferral", other);
        }

        await TurnToAsync(new(2026, 11, 26, 22, 1, 0, TimeSpan.Zero));
        await TurnToAsync(new(2026, 11, 27, 8, 0, 0, TimeSpan.Zero));
        Assert.Equal(3, (await KindsAsync()).Count(kind => kind == NoticeKind.Escalated));
        var late = Readable(Assert.Single(catcher.Mails, mail => mail.Contains(names[county.Account], StringComparison.Ordinal)));
        Assert.Contains("Kuopion kaupunki (esimerkki)", late, StringComparison.Ordinal);
        Assert.DoesNotContain("Asiakas", late, StringComparison.Ordinal);

        // One that the other was received, as the client allowed, and one that this was not.
        Assert.Equal(2, catcher.Mails.Count(mail => mail.Contains(names[town.Nurse.Account], StringComparison.Ordinal)));
        Assert.DoesNotContain(catcher.Mails, mail => mail.Contains(names[elsewhere.Account], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_sender_who_does_not_answer_is_reminded_and_then_the_desk_that_asked_is()
    {
        var received = (await MoveAsync(town.Coordinator, "receiveReferral", (await town.SendAsync(Input())).GetProperty("referral"))).GetProperty("referral");
        await MoveAsync(town.Coordinator, "askInformation", received, "text: \"Kumpi päivä?\"");

        // Five working days from a Sunday end on Friday, two more on Tuesday.
        await TurnToAsync(new(2026, 11, 27, 21, 59, 0, TimeSpan.Zero));
        Assert.DoesNotContain(NoticeKind.Overdue, await KindsAsync());
        await TurnToAsync(new(2026, 11, 27, 22, 1, 0, TimeSpan.Zero));
        await TurnToAsync(new(2026, 12, 1, 21, 59, 0, TimeSpan.Zero));
        await using var context = await town.ContextAsync();
        var overdue = context.Set<ReferralNotice>().Where(notice => notice.Kind == NoticeKind.Overdue).Select(notice => notice.Audience);
        Assert.Equal([NoticeAudience.Sender], await overdue.ToListAsync());
        await TurnToAsync(new(2026, 12, 1, 22, 1, 0, TimeSpan.Zero));
        await TurnToAsync(new(2026, 12, 2, 22, 1, 0, TimeSpan.Zero));
        Assert.Equal([NoticeAudience.Sender, NoticeAudience.Desk], await overdue.ToListAsync());
    }

    [Fact]
    public async Task One_that_cannot_be_opened_keeps_no_other_from_its_reminder_or_its_mail()
    {
        var broken = Guid.Parse((await town.SendAsync(Input("Rikkoutunut"))).GetProperty("referral").GetProperty("id").GetString()!);
        clock.Now += TimeSpan.FromSeconds(1);
        var whole = Guid.Parse((await town.SendAsync(Input("Ehjä"))).GetProperty("referral").GetProperty("id").GetString()!);
        await using var context = await town.ContextAsync();
        await context.Set<ReferralKey>().Where(key => key.Referral == broken).ExecuteUpdateAsync(set => set.SetProperty(key => key.Wrapped, new byte[40]));
        Assert.Equal(1, await DeliverAsync());
        await TurnToAsync(new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero));
        Assert.Equal(2, catcher.Mails.Count);
        for (var i = 0; i < Retrying.MostTries; i++)
        {
            clock.Now += TimeSpan.FromDays(2);
            await DeliverAsync();
        }

        // Given up for a person to see, as whatever cannot be delivered.
        Assert.Equal([broken], await context.Set<ReferralNotice>().Where(notice => notice.DeadAt != null).Select(notice => notice.Referral).ToListAsync());
        Assert.True(await context.Set<ReferralNotice>().Where(notice => notice.Referral == whole).AllAsync(notice => notice.DeliveredAt != null));
    }

    private async Task<List<NoticeKind>> KindsAsync()
    {
        await using var context = await town.ContextAsync();
        return await context.Set<ReferralNotice>().Select(notice => notice.Kind).ToListAsync();
    }

    private async Task<Person> AgainAsync(Person person)
    {
        await using var context = await town.ContextAsync();
        var again = new Person(town.Tray);
        await again.SignInAsync((await context.Set<Account>().SingleAsync(account => account.Id == person.Account)).SignInName!, Person.Password);
        return again;
    }

    [Fact]
    public async Task A_link_person_whom_a_provider_names_is_written_to_where_it_says_and_without_is_work_for_her_desk()
    {
        await SetMailAsync(town.Walker.Account, "linkki@palvelu.example");
        var accepted = (await town.SendAsync(Input())).GetProperty("referral");
        await MoveAsync(town.Coordinator, "acceptReferral", accepted, $"linkPerson: \"{town.Walker.Account}\"");
        await DeliverAsync();
        Assert.Contains(catcher.Mails, mail => mail.Contains("linkki@palvelu.example", StringComparison.Ordinal));

        await SetMailAsync(town.Walker.Account, null);
        var other = (await town.SendAsync(Input("Toinen Asiakas"))).GetProperty("referral");
        await MoveAsync(town.Coordinator, "acceptReferral", other, $"linkPerson: \"{town.Walker.Account}\"");
        await DeliverAsync();
        var page = await PageVisit.ReadAsync(await town.Coordinator.Client.GetAsync("/kirjeet"));
        Assert.Contains("Kerro linkkihenkilölle", page.Main.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Toinen Asiakas", page.Text, StringComparison.Ordinal);
        Assert.Equal(302, (int)(await town.Coordinator.SendAsync("/kirjeet", "/kirjeet", ("told", page.Main.QuerySelector("button[name=told]")!.GetAttribute("value")!))).StatusCode);

        // A sender without mail: nobody is beside her, so it lies with what was not delivered.
        await SetMailAsync(town.Nurse.Account, null);
        var asked = (await town.SendAsync(Input("Kolmas Asiakas"))).GetProperty("referral");
        var received = (await MoveAsync(town.Coordinator, "receiveReferral", asked)).GetProperty("referral");
        await MoveAsync(town.Coordinator, "askInformation", received, "text: \"Kumpi päivä?\"");
        await DeliverAsync();
        using var administrator = await Person.SignedInAsync(town.Tray, new Grant(Role.Administrator));
        Assert.Contains("lähettäjälle, ei sähköpostiosoitetta", (await PageVisit.ReadAsync(await administrator.Client.GetAsync("/oma/toimittamatta"))).Main.TextContent, StringComparison.Ordinal);
    }

    private async Task SetMailAsync(Guid account, string? mail)
    {
        await using var context = await town.ContextAsync();
        await context.Set<Account>().Where(row => row.Id == account).ExecuteUpdateAsync(set => set.SetProperty(row => row.Email, mail).SetProperty(row => row.SignInName, (string?)null));
    }

    [Fact]
    public async Task A_draft_goes_after_seven_days_with_its_key()
    {
        await town.Nurse.AskAsync("mutation($input: SendReferralInput!) { sendReferral(input: $input, idempotencyKey: \"d\", draft: true) { code } }", new { input = Input() });
        clock.Now += TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1);
        await RunAsync();
        await using var context = await town.ContextAsync();
        Assert.Equal(2, await context.Set<Referral>().CountAsync() + await context.Set<ReferralKey>().CountAsync());
        clock.Now += TimeSpan.FromMinutes(2);
        await RunAsync();
        Assert.Equal(0, await context.Set<Referral>().CountAsync() + await context.Set<ReferralKey>().CountAsync());
        Assert.Null(await AuditWriter.FirstBrokenAsync(context, CancellationToken.None));
    }

    private Task<int> DeliverAsync() => town.Tray.Services.GetRequiredService<NoticeDeliverer>().RunAsync(CancellationToken.None);

    private Task RunAsync() => town.Tray.Services.GetRequiredService<ReferralLapser>().RunAsync(CancellationToken.None);

    private async Task TurnToAsync(DateTimeOffset now)
    {
        clock.Now = now;
        await RunAsync();
        await DeliverAsync();
    }

    private async Task<string?> StateAsync(System.Text.Json.JsonElement sent)
    {
        var id = Guid.Parse(sent.GetProperty("referral").GetProperty("id").GetString()!);
        await using var context = await town.ContextAsync();
        return PublicWords.Of(await context.Set<Referral>().Where(referral => referral.Id == id).Select(referral => referral.State).SingleAsync());
    }

    // Bodies come in base64 or quoted-printable; a test reads what a person would.
    private static string Readable(string mail)
    {
        var parts = mail.ReplaceLineEndings("\n").Split("\n\n", 2);
        var body = parts[0].Contains("base64", StringComparison.OrdinalIgnoreCase)
            ? Encoding.UTF8.GetString(Convert.FromBase64String(parts[1].Replace("\n", "")))
            : parts[1].Replace("=\n", "").Replace("=3D", "=").Replace("=C3=A4", "ä").Replace("=C3=B6", "ö");
        return $"{parts[0]}\n{body}";
    }

    private sealed class MovingClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = TrayApp.Now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
