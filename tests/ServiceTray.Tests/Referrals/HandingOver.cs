using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Accounts;
using ServiceTray.Referrals;
using ServiceTray.Referrals.Outbox;
using ServiceTray.Referrals.Programmes;
using ServiceTray.Refusals;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;
using static ServiceTray.Tests.Referrals.ReferralTown;

namespace ServiceTray.Tests.Referrals;

/// <summary>A link person falls ill or leaves, and the desk lets another go on from where she was.</summary>
[Collection(SharedTown.Name)]
public sealed class HandingOver(SharedTown shared)
{
    private readonly ReferralTown town = shared.Town;

    [Fact]
    public async Task Another_goes_on_with_the_same_days_and_the_first_sees_it_no_more()
    {
        using var next = await FitAsync();
        var walked = await WalkedAsync();
        Assert.Contains("HAND_OVER", $"{(await ReadAsync(town.Coordinator, walked.Id)).GetProperty("possibleMoves")}", StringComparison.Ordinal);
        var handed = (await MoveAsync(town.Coordinator, "handReferralOver", walked.Id, walked.Revision, $"linkPerson: \"{next.Account}\"")).GetProperty("referral");
        Assert.Equal(("IN_PROGRESS", $"{next.Account}", walked.Due), (handed.GetProperty("state").GetString(), handed.GetProperty("linkPerson").GetString(), handed.GetProperty("dueAt").GetString()));
        Assert.Equal(JsonValueKind.Null, (await ReadAsync(town.Walker, walked.Id)).ValueKind);
        Assert.Empty((await MoveAsync(next, "completeReferral", await ReadAsync(next, walked.Id))).GetProperty("errors").EnumerateArray());
        await using var context = await town.ContextAsync();
        var told = await context.Set<ReferralNotice>().Where(notice => notice.Referral == Guid.Parse(walked.Id) && notice.Audience == NoticeAudience.LinkPerson).OrderBy(notice => notice.Id).ToListAsync();
        Assert.Equal([(NoticeKind.GivenToLinkPerson, null), (NoticeKind.GivenToLinkPerson, null), (NoticeKind.StopAndDelete, (Guid?)town.Walker.Account)], told.Select(notice => (notice.Kind, notice.Account)).OrderBy(one => one.Kind));

        // She is written to where she is, in words that send her nowhere.
        var file = await ReferralFile.OpenAsync(
            context, town.Tray.Services.GetRequiredService<ReferralSealer>(), town.Tray.Services.GetRequiredService<ProgrammeShelf>(), await context.Set<Referral>().SingleAsync(row => row.Id == Guid.Parse(walked.Id)), CancellationToken.None);
        var message = await town.Tray.Services.GetRequiredService<NoticeWriter>().WriteAsync(context, told.Single(notice => notice.Account is not null), file!, CancellationToken.None);
        Assert.Equal((await context.Set<Account>().SingleAsync(account => account.Id == town.Walker.Account)).SignInName, message!.To);
        Assert.Contains("Poista siihen liittyvät omat muistiinpanosi", message.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/lahetteet", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_the_page_the_others_of_the_desk_are_offered()
    {
        using var next = await FitAsync();
        var walked = await WalkedAsync();
        var page = await PageVisit.ReadAsync(await town.Coordinator.Client.GetAsync($"/lahetteet/{walked.Id}"));
        var offered = page.Main.QuerySelectorAll("#hand_over-linkPerson option").Select(option => option.GetAttribute("value")).ToList();
        Assert.Contains($"{next.Account}", offered);
        Assert.DoesNotContain($"{town.Walker.Account}", offered);
        await ReferralPages.SendAsync(town.Coordinator, $"/lahetteet/{walked.Id}", "HAND_OVER", ("linkPerson", $"{next.Account}"));
        Assert.Equal($"{next.Account}", (await ReadAsync(town.Coordinator, walked.Id)).GetProperty("linkPerson").GetString());
    }

    [Theory]
    [InlineData("herself")]
    [InlineData("untrained")]
    [InlineData("without the role")]
    [InlineData("closed")]
    public async Task It_goes_to_nobody_who_walks_it_already_or_may_not_walk(string who)
    {
        using var fit = await FitAsync();
        using var untrained = await Person.SignedInAsync(town.Tray, new Grant(Role.LinkPerson, Kuopio));
        await using (var context = await town.ContextAsync())
        {
            if (who == "without the role")
            {
                await context.Set<GivenGrant>().Where(grant => grant.AccountId == fit.Account).ExecuteDeleteAsync();
            }
            else if (who == "closed")
            {
                await context.Set<Account>().Where(account => account.Id == fit.Account).ExecuteUpdateAsync(set => set.SetProperty(account => account.ClosedAt, TrayApp.Now));
            }
        }

        var walked = await WalkedAsync();
        var chosen = who switch { "herself" => town.Walker.Account, "untrained" => untrained.Account, _ => fit.Account };
        Assert.Equal(RefusalCodes.LinkPersonUnfit, Sending.CodeOf(await MoveAsync(town.Coordinator, "handReferralOver", walked.Id, walked.Revision, $"linkPerson: \"{chosen}\"")));
    }

    [Fact]
    public async Task What_she_turned_away_and_the_desk_opens_again_is_nobodys_until_it_is_given_anew()
    {
        var accepted = (await MoveAsync(town.Coordinator, "acceptReferral", (await town.SendAsync(Input())).GetProperty("referral"), $"linkPerson: \"{town.Walker.Account}\"")).GetProperty("referral");
        var declined = (await MoveAsync(town.Walker, "declineReferral", accepted, "reason: NO_ROOM")).GetProperty("referral");
        Assert.Equal(JsonValueKind.Null, (await MoveAsync(town.Coordinator, "reopenReferral", declined)).GetProperty("referral").GetProperty("linkPerson").ValueKind);
        Assert.Equal(JsonValueKind.Null, (await ReadAsync(town.Walker, accepted.GetProperty("id").GetString()!)).ValueKind);
    }

    [Fact]
    public async Task A_link_person_who_sent_it_herself_sees_it_as_its_link_person()
    {
        using var both = await Person.SignedInAsync(town.Tray, new Grant(Role.Professional, County), new Grant(Role.LinkPerson, Kuopio));
        await SeenAsync(both);
        var sent = await town.SendAsync(Input(), by: both);
        var accepted = (await MoveAsync(town.Coordinator, "acceptReferral", sent.GetProperty("referral"), $"linkPerson: \"{both.Account}\"")).GetProperty("referral");
        await MoveAsync(both, "beginReferral", accepted, "day: \"2026-12-15\"");
        Assert.Equal("IN_PROGRESS", (await ReadAsync(both, accepted.GetProperty("id").GetString()!)).GetProperty("state").GetString());
        var box = (await both.AskAsync("{ referrals(box: RECEIVED, state: IN_PROGRESS) { nodes { id } } }")).GetProperty("data");
        Assert.Contains(accepted.GetProperty("id").GetString()!, $"{box}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_it_is_late_is_told_once_however_often_it_is_handed_over()
    {
        using var next = await FitAsync();
        var walked = await WalkedAsync();
        var id = Guid.Parse(walked.Id);
        await using var context = await town.ContextAsync();

        // It came into its state two days ago, and was due and told of a day ago.
        await context.Set<Referral>().Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.StateAt, TrayApp.Now.AddDays(-2)).SetProperty(row => row.DueAt, TrayApp.Now.AddDays(-1)));
        await RunAsync();
        await context.Set<ReferralNotice>().Where(notice => notice.Referral == id && notice.Kind == NoticeKind.Overdue).ExecuteUpdateAsync(set => set.SetProperty(notice => notice.At, TrayApp.Now.AddDays(-1)));
        await MoveAsync(town.Coordinator, "handReferralOver", walked.Id, walked.Revision, $"linkPerson: \"{next.Account}\"");
        await RunAsync();
        var told = await context.Set<ReferralNotice>().Where(notice => notice.Referral == id && notice.Kind == NoticeKind.Overdue).Select(notice => notice.Audience).ToListAsync();
        Assert.Equal([NoticeAudience.Desk, NoticeAudience.LinkPerson], told.Order());

        Task RunAsync() => town.Tray.Services.GetRequiredService<ReferralLapser>().RunAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Whoever_cannot_be_written_to_is_told_by_the_desk_the_former_and_the_present_each_for_herself()
    {
        using var next = await FitAsync();
        var walked = await WalkedAsync();
        await MoveAsync(town.Coordinator, "handReferralOver", walked.Id, walked.Revision, $"linkPerson: \"{next.Account}\"");
        var id = Guid.Parse(walked.Id);
        await using var context = await town.ContextAsync();
        await context.Set<Account>().Where(account => account.Id == town.Walker.Account).ExecuteUpdateAsync(set => set.SetProperty(account => account.DisplayName, "Entinen Kulkija"));
        await context.Set<ReferralNotice>().Where(notice => notice.Referral == id && notice.Audience == NoticeAudience.LinkPerson)
            .ExecuteUpdateAsync(set => set.SetProperty(notice => notice.ToTellSince, TrayApp.Now).SetProperty(notice => notice.NextAt, (DateTimeOffset?)null));
        Assert.Equal(["Kerro aiemmalle linkkihenkilölle Entinen Kulkija: poista muistiinpanot", "Kerro linkkihenkilölle", "Kerro linkkihenkilölle"], (await RowsAsync()).Select(row => row.Words).Order());
        var present = (await RowsAsync()).First(row => row.Words == "Kerro linkkihenkilölle").Notice;
        Assert.Equal(302, (int)(await town.Coordinator.SendAsync("/kirjeet", "/kirjeet", ("told", present))).StatusCode);
        Assert.Equal("Kerro aiemmalle linkkihenkilölle Entinen Kulkija: poista muistiinpanot", Assert.Single(await RowsAsync()).Words);

        async Task<List<(string Words, string Notice)>> RowsAsync() =>
            [.. (await PageVisit.ReadAsync(await town.Coordinator.Client.GetAsync("/kirjeet"))).Main.QuerySelectorAll("ul.rows li")
                .Where(row => row.QuerySelector("a")!.GetAttribute("href")!.EndsWith(walked.Id, StringComparison.Ordinal))
                .Select(row => (row.QuerySelector("a")!.TextContent, row.QuerySelector("button")!.GetAttribute("value")!))];
    }

    private async Task<Person> FitAsync()
    {
        var person = await Person.SignedInAsync(town.Tray, new Grant(Role.LinkPerson, Kuopio));
        await SeenAsync(person);
        return person;
    }

    private async Task SeenAsync(Person person)
    {
        await using var context = await town.ContextAsync();
        context.Add(new LinkPerson { Account = person.Account, Organisation = Kuopio, Name = "", TrainedOn = new(2026, 1, 1), ConfidentialityOn = new(2026, 1, 1), RecordCheckOn = new(2026, 1, 1) });
        await context.SaveChangesAsync();
    }

    private async Task<(string Id, int Revision, string Due)> WalkedAsync()
    {
        var accepted = (await MoveAsync(town.Coordinator, "acceptReferral", (await town.SendAsync(Input())).GetProperty("referral"), $"linkPerson: \"{town.Walker.Account}\"")).GetProperty("referral");
        var begun = (await MoveAsync(town.Walker, "beginReferral", accepted, "day: \"2026-12-15\"")).GetProperty("referral");
        return (begun.GetProperty("id").GetString()!, begun.GetProperty("revision").GetInt32(), begun.GetProperty("dueAt").GetString()!);
    }
}
