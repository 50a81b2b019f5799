using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Accounts;
using ServiceTray.Referrals;
using ServiceTray.Referrals.Outbox;
using ServiceTray.Referrals.Programmes;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;
using static ServiceTray.Tests.Referrals.ReferralTown;

namespace ServiceTray.Tests.Referrals;

/// <summary>Whoever sent is away or has left, and another professional of her unit goes on in her place.</summary>
[Collection(SharedTown.Name)]
public sealed class TakingOver(SharedTown shared)
{
    private const string Unit = "{ referrals(box: UNIT, first: 100, ended: true) { totalCount nodes { id revision sender state possibleMoves client { name } reason { goal } consent { until } steps { move } linkPerson permissionUntil } } }";

    private readonly ReferralTown town = shared.Town;

    [Fact]
    public async Task She_finds_it_without_the_person_and_has_all_of_it_once_it_is_hers()
    {
        using var sender = await Person.SignedInAsync(town.Tray, new Grant(Role.Professional, County));
        using var colleague = await Person.SignedInAsync(town.Tray, new Grant(Role.Professional, County));
        await sender.SendAsync("/oma/tili", "/oma/tili/kieli", ("language", "sv"));
        var sent = await town.SendAsync(Input(), by: sender);
        var id = IdOf(sent);
        await MoveAsync(town.Coordinator, "acceptReferral", id, 1, $"linkPerson: \"{town.Walker.Account}\"");
        Assert.Equal(JsonValueKind.Null, (await ReadAsync(colleague, id)).ValueKind);
        var found = await InUnitAsync(colleague, id);
        Assert.Equal(($"{sender.Account}", "RECEIVED", "[\"TAKE_OVER\"]"), (found.GetProperty("sender").GetString(), found.GetProperty("state").GetString(), $"{found.GetProperty("possibleMoves")}"));
        Assert.All(["client", "reason", "consent", "linkPerson", "permissionUntil"], name => Assert.Equal(JsonValueKind.Null, found.GetProperty(name).ValueKind));
        Assert.Equal(0, found.GetProperty("steps").GetArrayLength());

        var taken = (await MoveAsync(colleague, "takeReferralOver", found)).GetProperty("referral");
        Assert.Equal(("RECEIVED", "Aino Asiakas"), (taken.GetProperty("state").GetString(), taken.GetProperty("client").GetProperty("name").GetString()));
        Assert.Equal("Aino Asiakas", (await ReadAsync(colleague, id)).GetProperty("client").GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.Null, (await ReadAsync(sender, id)).ValueKind);
        Assert.DoesNotContain(id, $"{await sender.AskAsync("{ referrals(box: SENT, first: 100, ended: true) { nodes { id } } }")}", StringComparison.Ordinal);

        // What the desk does stays as it was, and the client reads who it is now.
        Assert.Equal(("ACCEPTED", JsonValueKind.String), (await ReadAsync(town.Walker, id) is var walked ? walked.GetProperty("state").GetString() : null, walked.GetProperty("dueAt").ValueKind));
        var readings = (await town.ByCodeAsync(sent.GetProperty("code").GetString()!, "2468")).GetProperty("data").GetProperty("referralByCode").GetProperty("readings");
        Assert.Contains(readings.EnumerateArray(), reading => reading.GetProperty("role").GetString() == "COLLEAGUE" && reading.GetProperty("act").GetString() == "TAKE_OVER");
        var own = await PageVisit.PostAsync(town.Tray, "/oma-lahete", ("code", sent.GetProperty("code").GetString()!), ("pin", "2468"));
        Assert.Contains("otti lähetteen vastuulleen", own.Main.TextContent, StringComparison.Ordinal);

        // Whoever was it is told in her language, in words that send her nowhere.
        await using var context = await town.ContextAsync();
        var told = await context.Set<ReferralNotice>().SingleAsync(notice => notice.Referral == Guid.Parse(id) && notice.Kind == NoticeKind.StopAndDelete);
        Assert.Equal((NoticeAudience.Sender, (Guid?)sender.Account), (told.Audience, told.Account));
        var file = await ReferralFile.OpenAsync(
            context, town.Tray.Services.GetRequiredService<ReferralSealer>(), town.Tray.Services.GetRequiredService<ProgrammeShelf>(), await context.Set<Referral>().SingleAsync(row => row.Id == Guid.Parse(id)), CancellationToken.None);
        var message = await town.Tray.Services.GetRequiredService<NoticeWriter>().WriteAsync(context, told, file!, CancellationToken.None);
        Assert.Equal((await context.Set<Account>().SingleAsync(account => account.Id == sender.Account)).SignInName, message!.To);
        Assert.Equal("En av dina uppgifter har gått över till någon annan. Radera dina egna anteckningar om den.", message.Text);
    }

    [Fact]
    public async Task Of_one_who_has_left_it_is_taken_over_and_nobody_is_written_to()
    {
        using var sender = await Person.SignedInAsync(town.Tray, new Grant(Role.Professional, County));
        var id = IdOf(await town.SendAsync(Input(), by: sender));
        await using var context = await town.ContextAsync();
        await context.Set<GivenGrant>().Where(grant => grant.AccountId == sender.Account).ExecuteDeleteAsync();
        await context.Set<Account>().Where(account => account.Id == sender.Account).ExecuteUpdateAsync(set => set.SetProperty(account => account.ClosedAt, TrayApp.Now));
        Assert.Empty((await MoveAsync(town.Nurse, "takeReferralOver", await InUnitAsync(town.Nurse, id))).GetProperty("errors").EnumerateArray());
        Assert.False(await context.Set<ReferralNotice>().AnyAsync(notice => notice.Referral == Guid.Parse(id) && notice.Kind == NoticeKind.StopAndDelete));
    }

    [Theory]
    [InlineData("Professional of another unit")]
    [InlineData("Coordinator of the desk")]
    [InlineData("Link person of the desk")]
    [InlineData("Administrator")]
    public async Task To_anybody_else_it_is_as_if_it_was_not_there(string who)
    {
        var id = IdOf(await town.SendAsync(Input()));
        using var person = await Person.SignedInAsync(town.Tray, who switch
        {
            "Professional of another unit" => new Grant(Role.Professional, Iisalmi),
            "Coordinator of the desk" => new Grant(Role.Coordinator, Kuopio),
            "Link person of the desk" => new Grant(Role.LinkPerson, Kuopio),
            _ => new Grant(Role.Administrator),
        });
        var real = await MoveAsync(person, "takeReferralOver", id, 1);
        Assert.Equal($"{await MoveAsync(person, "takeReferralOver", $"{Guid.NewGuid()}", 1)}", $"{real}");
        Assert.DoesNotContain(id, $"{await person.AskAsync(Unit)}", StringComparison.Ordinal);
        Assert.Equal("Aino Asiakas", (await ReadAsync(town.Nurse, id)).GetProperty("client").GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_program_takes_nothing_over_and_a_draft_is_nobodys_elses()
    {
        var mover = town.Tray.Services.GetRequiredService<ReferralMover>();
        var id = Guid.Parse(IdOf(await town.SendAsync(Input())));
        var program = Caller.Machine(Guid.NewGuid(), "Ohjelma", [new Grant(Role.Professional, County)], ["referrals"]);
        await Assert.ThrowsAsync<ReferralUnknownException>(() => mover.TakeOverAsync(new ReferralOrder(id, 1), program, CancellationToken.None));
        Assert.Equal(0, (await town.Tray.Services.GetRequiredService<ReferralFinder>().ListAsync(new ReferralListing(ReferralBox.Unit), program, CancellationToken.None)).TotalCount);
        var draft = (await town.Nurse.AskAsync(
            "mutation($input: SendReferralInput!, $key: String!) { sendReferral(input: $input, idempotencyKey: $key, draft: true) { referral { id } } }", new { input = Input(), key = $"{Guid.NewGuid()}" }))
            .GetProperty("data").GetProperty("sendReferral");
        using var colleague = await Person.SignedInAsync(town.Tray, new Grant(Role.Professional, County));
        Assert.DoesNotContain(IdOf(draft), $"{await colleague.AskAsync(Unit)}", StringComparison.Ordinal);
        Assert.Equal("MOVE_NOT_POSSIBLE", Sending.CodeOf(await MoveAsync(colleague, "takeReferralOver", IdOf(draft), 0)));
    }

    [Fact]
    public async Task What_it_was_forwarded_as_goes_along_and_what_the_client_keeps_from_the_sender_stays_hers()
    {
        using var colleague = await Person.SignedInAsync(town.Tray, new Grant(Role.Professional, County));
        var id = IdOf(await town.SendAsync(Input("Aino Asiakas", "SEND", "RECEIVER_CONTACTS")));
        var child = (await MoveAsync(town.Coordinator, "forwardReferral", id, 1, $"receiver: \"{Iisalmi}\"")).GetProperty("referral").GetProperty("child").GetString()!;
        var found = await InUnitAsync(colleague, id);
        Assert.Equal(("SENT", 1), (found.GetProperty("state").GetString(), found.GetProperty("revision").GetInt32()));
        var taken = (await MoveAsync(colleague, "takeReferralOver", found)).GetProperty("referral");
        Assert.Equal(("SENT", 2, JsonValueKind.Null), (taken.GetProperty("state").GetString(), taken.GetProperty("revision").GetInt32(), taken.GetProperty("child").ValueKind));
        await using var context = await town.ContextAsync();
        Assert.Equal(colleague.Account, (await context.Set<Referral>().SingleAsync(row => row.Id == Guid.Parse(child))).SenderAccount);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_desk_of_the_same_organisation_handed_on_stays_unknown_and_what_the_sender_did_does_not(bool byDesk)
    {
        using var colleague = await Person.SignedInAsync(town.Tray, new Grant(Role.Professional, County));
        using var desk = await Person.SignedInAsync(town.Tray, new Grant(Role.Coordinator, County));
        var input = Input("Aino Asiakas", "SEND", "RECEIVER_CONTACTS");
        input["receiver"] = County;
        var sent = (await town.SendAsync(input)).GetProperty("referral");
        if (!byDesk)
        {
            sent = (await MoveAsync(town.Nurse, "cancelReferral", sent, "reason: SENT_BY_MISTAKE")).GetProperty("referral");
        }

        Assert.Empty((await MoveAsync(byDesk ? desk : town.Nurse, "forwardReferral", sent, $"receiver: \"{Iisalmi}\"")).GetProperty("errors").EnumerateArray());
        var id = sent.GetProperty("id").GetString()!;
        Assert.Empty((await MoveAsync(colleague, "takeReferralOver", await InUnitAsync(colleague, id))).GetProperty("errors").EnumerateArray());
        await using var context = await town.ContextAsync();
        var child = await context.Set<Referral>().SingleAsync(row => row.Parent == Guid.Parse(id));
        Assert.Equal(colleague.Account, child.SenderAccount);
        Assert.Equal(byDesk, (await ReadAsync(colleague, $"{child.Id}")).ValueKind == JsonValueKind.Null);
        Assert.Equal(!byDesk, $"{await colleague.AskAsync("{ referrals(box: SENT, first: 100, ended: true) { nodes { id } } }")}".Contains($"{child.Id}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task On_the_page_it_is_taken_by_a_button_and_the_second_of_two_is_told()
    {
        using var sender = await Person.SignedInAsync(town.Tray, new Grant(Role.Professional, County));
        using var first = await Person.SignedInAsync(town.Tray, new Grant(Role.Professional, County));
        using var second = await Person.SignedInAsync(town.Tray, new Grant(Role.Professional, County));
        var path = $"/lahetteet/{IdOf(await town.SendAsync(Input("Nimi Ei Näy"), by: sender))}";
        var page = await PageVisit.ReadAsync(await first.Client.GetAsync("/lahetteet?tyokaverit=1"));
        Assert.DoesNotContain("Nimi Ei Näy", page.Document.Source.Text, StringComparison.Ordinal);
        Assert.Contains("Testi Henkilö", page.Main.QuerySelector($"form[action='{path}']")!.Closest("li")!.QuerySelector("h3")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(path, (await first.SendAsync("/lahetteet?tyokaverit=1", path, ("move", "TAKE_OVER"))).Headers.Location!.OriginalString);
        Assert.Contains("Nimi Ei Näy", (await PageVisit.ReadAsync(await first.Client.GetAsync(path))).Main.TextContent, StringComparison.Ordinal);
        var late = await second.SendAsync("/lahetteet?tyokaverit=1", path, ("move", "TAKE_OVER"), ("revision", "1"));
        Assert.Contains("Joku muu ehti ensin", (await PageVisit.ReadAsync(await second.Client.GetAsync(late.Headers.Location))).Main.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    private static string IdOf(JsonElement sent) => sent.GetProperty("referral").GetProperty("id").GetString()!;

    private static async Task<JsonElement> InUnitAsync(Person by, string id) => (await by.AskAsync(Unit)).GetProperty("data").GetProperty("referrals").GetProperty("nodes").EnumerateArray().Single(node => node.GetProperty("id").GetString() == id);
}
