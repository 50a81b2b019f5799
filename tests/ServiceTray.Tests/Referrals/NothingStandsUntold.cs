using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Accounts;
using ServiceTray.Languages;
using ServiceTray.Referrals;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;
using static ServiceTray.Tests.Referrals.ReferralTown;

namespace ServiceTray.Tests.Referrals;

/// <summary>Whoever has the next thing to do is told, and it stands in her box; whoever may not know is told nothing, nor by what she is not told.</summary>
[Collection(SharedTown.Name)]
public sealed class NothingStandsUntold(SharedTown shared)
{
    private readonly ReferralTown town = shared.Town;

    [Fact]
    public async Task A_desk_is_told_when_what_was_cancelled_comes_again()
    {
        var id = await SentAsync(Input());
        await MoveAsync(town.Nurse, "cancelReferral", id, 1, "reason: SENT_BY_MISTAKE");
        await MoveAsync(town.Nurse, "reopenReferral", id, 2);
        Assert.Equal(2, (await ToldAsync(id)).Count(told => told == (NoticeKind.Arrived, NoticeAudience.Desk)));
    }

    [Fact]
    public async Task A_link_person_is_told_when_her_desk_opens_again_what_she_had_given_up_and_not_what_she_opened_herself()
    {
        var id = await SentAsync(Input());
        await MoveAsync(town.Coordinator, "acceptReferral", id, 1, $"linkPerson: \"{town.Walker.Account}\"");
        await MoveAsync(town.Walker, "beginReferral", id, 2, "day: \"2026-12-15\"");
        foreach (var (by, revision) in new[] { (town.Coordinator, 3), (town.Walker, 6) })
        {
            await MoveAsync(town.Walker, "discontinueReferral", id, revision, "reason: WRONG_TIME");
            await MoveAsync(by, "reopenReferral", id, revision + 1);
            await MoveAsync(town.Walker, "beginReferral", id, revision + 2, "day: \"2026-12-15\"");
        }

        Assert.Equal(2, (await ToldAsync(id)).Count(told => told == (NoticeKind.GivenToLinkPerson, NoticeAudience.LinkPerson)));
    }

    [Fact]
    public async Task A_sender_is_told_of_a_wish_that_nobody_answered_and_finds_it_and_the_client_is_asked_again()
    {
        var input = Input();
        ((Dictionary<string, object?>)input["agreement"]!)["form"] = "CODE";
        var id = await SentAsync(input);
        await LapseAsync(id);
        Assert.Contains((NoticeKind.Told, NoticeAudience.Sender), await ToldAsync(id));
        Assert.Contains(id, await BoxAsync(), StringComparison.Ordinal);
        await MoveAsync(town.Nurse, "reopenReferral", id, 2);
        Assert.Equal(2, (await ToldAsync(id)).Count(told => told == (NoticeKind.ConsentAsked, NoticeAudience.Client)));

        await LapseAsync(id);
        await using var context = await town.ContextAsync();
        await context.Set<Referral>().Where(row => row.Id == Guid.Parse(id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.StateAt, TrayApp.Now.AddDays(-31)));
        Assert.DoesNotContain(id, await BoxAsync(), StringComparison.Ordinal);

        async Task<string> BoxAsync() => $"{await town.Nurse.AskAsync("{ referrals(box: SENT, first: 100) { nodes { id } } }")}";
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task A_sender_is_told_that_it_arrived_also_when_it_is_taken_on_at_once(bool isAllowed, int times)
    {
        var id = await SentAsync(isAllowed ? Input() : Input("Hiljainen", "SEND", "RECEIVER_CONTACTS", "FEEDBACK_TO_SENDER"));
        await MoveAsync(town.Coordinator, "acceptReferral", id, 1, $"linkPerson: \"{town.Walker.Account}\"");
        Assert.Equal(times, (await ToldAsync(id)).Count(told => told.Audience == NoticeAudience.Sender));

        // Received first, she is told once and not again.
        id = await SentAsync(isAllowed ? Input() : Input("Hiljainen", "SEND", "RECEIVER_CONTACTS"));
        await MoveAsync(town.Coordinator, "receiveReferral", id, 1);
        await MoveAsync(town.Coordinator, "acceptReferral", id, 2, $"linkPerson: \"{town.Walker.Account}\"");
        Assert.Equal(times, (await ToldAsync(id)).Count(told => told.Audience == NoticeAudience.Sender));
    }

    [Fact]
    public async Task That_a_desk_is_late_is_no_sign_for_a_sender_who_is_not_to_know_whether_it_arrived()
    {
        var (told, untold) = (await SentAsync(Input()), await SentAsync(Input("Hiljainen", "SEND", "RECEIVER_CONTACTS")));
        await using (var context = await town.ContextAsync())
        {
            await context.Set<Referral>().Where(row => row.Id == Guid.Parse(told) || row.Id == Guid.Parse(untold)).ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, TrayApp.Now.AddDays(-20)));
        }

        await town.Tray.Services.GetRequiredService<ReferralLapser>().RunAsync(CancellationToken.None);
        Assert.Contains((NoticeKind.Escalated, NoticeAudience.Sender), await ToldAsync(told));
        Assert.DoesNotContain((NoticeKind.Escalated, NoticeAudience.Sender), await ToldAsync(untold));
        Assert.Contains((NoticeKind.Escalated, NoticeAudience.County), await ToldAsync(untold));
    }

    [Fact]
    public async Task Who_asked_for_herself_is_asked_herself_and_told_that_there_is_no_room()
    {
        using var resident = new Person(town.Tray);
        var name = $"Itse Pyytäjä {Guid.NewGuid():N}"[..24];
        await resident.SendAsync("/oma-lahete/uusi", "/oma-lahete/uusi", ("key", $"{Guid.NewGuid()}"), ("receiver", $"{Kuopio}"), ("name", name), ("contact", "040 123 4567"), ("pin", "1357"));
        var box = (await town.Coordinator.AskAsync("{ referrals(box: RECEIVED, state: SENT, first: 100) { nodes { id client { name } } } }")).GetProperty("data").GetProperty("referrals").GetProperty("nodes");
        var id = box.EnumerateArray().Single(one => $"{one}".Contains(name[^8..], StringComparison.Ordinal)).GetProperty("id").GetString()!;
        await MoveAsync(town.Coordinator, "receiveReferral", id, 1);
        await MoveAsync(town.Coordinator, "askInformation", id, 2, "text: \"Mihin aikaan?\"");
        Assert.Contains((NoticeKind.InformationAsked, NoticeAudience.Client), await ToldAsync(id));
        await MoveAsync(town.Coordinator, "giveInformation", id, 3, "text: \"Aamuisin\"", spokenWish: true);
        await MoveAsync(town.Coordinator, "declineReferral", id, 4, "reason: NO_ROOM");
        var told = await ToldAsync(id);
        Assert.Contains((NoticeKind.Told, NoticeAudience.Client), told);
        Assert.DoesNotContain(told, one => one.Audience == NoticeAudience.Sender);
    }

    [Fact]
    public async Task After_a_no_it_stands_in_the_desks_queue_until_the_desk_says_that_its_notes_are_gone()
    {
        var id = await SentAsync(Input());
        await MoveAsync(town.Coordinator, "acceptReferral", id, 1, $"linkPerson: \"{town.Walker.Account}\"");
        await MoveAsync(town.Nurse, "withdrawReferral", id, 2, spokenWish: true);
        Assert.Contains(id, await BoxAsync(town.Coordinator), StringComparison.Ordinal);
        Assert.Contains(id, await BoxAsync(town.Walker), StringComparison.Ordinal);
        Assert.Equal("2026-11-25T00:00:00.000+02:00", (await ReadAsync(town.Coordinator, id)).GetProperty("dueAt").GetString());
        Assert.Equal(JsonValueKind.Null, (await ReadAsync(town.Nurse, id)).GetProperty("dueAt").ValueKind);

        await MoveAsync(town.Walker, "confirmReferralDeletion", id, 3);
        Assert.Contains(id, await BoxAsync(town.Coordinator), StringComparison.Ordinal);
        await using (var context = await town.ContextAsync())
        {
            await context.Set<Referral>().Where(row => row.Id == Guid.Parse(id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, TrayApp.Now.AddDays(-1)));
        }

        await town.Tray.Services.GetRequiredService<ReferralLapser>().RunAsync(CancellationToken.None);
        Assert.Contains((NoticeKind.Overdue, NoticeAudience.Desk), await ToldAsync(id));
        await MoveAsync(town.Coordinator, "confirmReferralDeletion", id, 4);
        Assert.DoesNotContain(id, await BoxAsync(town.Coordinator), StringComparison.Ordinal);

        static async Task<string> BoxAsync(Person by) => $"{await by.AskAsync("{ referrals(box: RECEIVED, first: 100) { nodes { id } } }")}";
    }

    [Theory]
    [InlineData("complete", null, "COMPLETED")]
    [InlineData("discontinue", "TRANSPORT", "DISCONTINUED")]
    [InlineData("discontinue", "NO_ROOM", "IN_PROGRESS")]
    [InlineData("discontinue", "", "IN_PROGRESS")]
    public async Task She_who_walks_ends_it_on_her_own_page_and_need_not_take_it_all_back(string act, string? reason, string state)
    {
        var sent = await town.SendAsync(Input());
        var (id, code) = (sent.GetProperty("referral").GetProperty("id").GetString()!, sent.GetProperty("code").GetString()!);
        await MoveAsync(town.Coordinator, "acceptReferral", id, 1, $"linkPerson: \"{town.Walker.Account}\"");
        (string, string)[] key = [("code", code), ("pin", "2468")];
        Assert.Null((await PageVisit.PostAsync(town.Tray, "/oma-lahete", key)).Main.QuerySelector("#stop"));
        await MoveAsync(town.Walker, "beginReferral", id, 2, "day: \"2026-12-15\"");
        var page = (await PageVisit.PostAsync(town.Tray, "/oma-lahete", key)).Main;
        Assert.Equal(["complete", "discontinue"], page.QuerySelectorAll("section[aria-labelledby=stop] button").Select(button => button.GetAttribute("value")));
        Assert.DoesNotContain("NO_ROOM", page.InnerHtml, StringComparison.Ordinal);
        var after = await PageVisit.PostAsync(town.Tray, "/oma-lahete", [.. key, ("act", act), .. reason is null ? Array.Empty<(string, string)>() : [("reason", reason)]]);
        Assert.Equal(state == "IN_PROGRESS" ? 422 : 200, after.Status);
        Assert.Equal(state != "IN_PROGRESS", (await ToldAsync(id)).Contains((NoticeKind.Told, NoticeAudience.LinkPerson)));
        Assert.Equal(state, (await ReadAsync(town.Coordinator, id)).GetProperty("state").GetString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_next_desk_is_given_no_letter_and_no_call_to_whom_has_not_agreed_to_it(bool isLetter)
    {
        using var resident = new Person(town.Tray);
        using var next = await Person.SignedInAsync(town.Tray, new Grant(Role.Coordinator, Iisalmi));
        var name = $"Kuja {Guid.NewGuid():N}"[..16];
        await resident.SendAsync("/oma-lahete/uusi", "/oma-lahete/uusi",
            ("key", $"{Guid.NewGuid()}"), ("receiver", $"{Kuopio}"), ("name", name), ("channel", isLetter ? "LETTER" : "PHONE"), ("contact", isLetter ? $"{name} 1, Kuopio" : "040 123 4567"), ("pin", "1357"));
        await using var context = await town.ContextAsync();
        var parent = await context.Set<Referral>().OrderByDescending(row => row.Id).FirstAsync(row => row.SenderUnit == null && row.Parent == null && row.Receiver == Kuopio && row.State == ReferralState.Sent);
        var child = Guid.Parse((await MoveAsync(town.Coordinator, "forwardReferral", $"{parent.Id}", 1, $"receiver: \"{Iisalmi}\"")).GetProperty("referral").GetProperty("child").GetString()!);

        // As one that has to be agreed to anew.
        await context.Set<Referral>().Where(row => row.Id == child).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ReferralState.AwaitingConsent));
        var notice = new ReferralNotice
        {
            Id = Guid.NewGuid(), Referral = child, Kind = NoticeKind.ConsentAsked, Audience = NoticeAudience.Client, At = TrayApp.Now,
            ToPrintSince = isLetter ? TrayApp.Now : null, ToTellSince = isLetter ? null : TrayApp.Now,
        };
        context.Add(notice);
        await context.SaveChangesAsync();
        foreach (var (by, isThere) in new[] { (next, false), (town.Coordinator, true) })
        {
            var page = (await PageVisit.ReadAsync(await by.Client.GetAsync("/kirjeet"))).Main.InnerHtml;
            Assert.Equal(isThere, page.Contains($"{notice.Id}", StringComparison.Ordinal));
            Assert.Equal(isThere && isLetter, page.Contains(name, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("Client")]
    [InlineData("Staff")]
    [InlineData("Late")]
    [InlineData("Former")]
    public void Every_mail_names_the_tray_as_the_pages_of_its_language_do(string kind) =>
        Assert.All(Enum.GetValues<Language>(), language => Assert.StartsWith($"{ServiceTray.Web.Texts.In(language)["Tray"]}: ", ServiceTray.Referrals.Texts.In(language)[$"Notice.{kind}.Subject"], StringComparison.Ordinal));

    private async Task LapseAsync(string id)
    {
        await using var context = await town.ContextAsync();
        await context.Set<Referral>().Where(row => row.Id == Guid.Parse(id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, TrayApp.Now.AddDays(-1)));
        await town.Tray.Services.GetRequiredService<ReferralLapser>().RunAsync(CancellationToken.None);
    }

    private async Task<string> SentAsync(Dictionary<string, object?> input) => (await town.SendAsync(input)).GetProperty("referral").GetProperty("id").GetString()!;

    private async Task<IReadOnlyList<(NoticeKind Kind, NoticeAudience Audience)>> ToldAsync(string id)
    {
        await using var context = await town.ContextAsync();
        var rows = await context.Set<ReferralNotice>().Where(notice => notice.Referral == Guid.Parse(id)).Select(notice => new { notice.Kind, notice.Audience }).ToListAsync();
        return [.. rows.Select(row => (row.Kind, row.Audience))];
    }
}
