using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Accounts;
using ServiceTray.Referrals;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;
using static ServiceTray.Tests.Referrals.ReferralTown;

namespace ServiceTray.Tests.Referrals;

/// <summary>What was handed on belongs together: a no and a switch hold in all of it, whoever records them and wherever.</summary>
[Collection(SharedTown.Name)]
public sealed class HandedOn(SharedTown shared)
{
    private readonly ReferralTown town = shared.Town;

    [Fact]
    public async Task A_no_that_staff_record_ends_all_of_it()
    {
        var (parent, child, code) = await AskedAnewAsync();
        Assert.Equal(ReferralState.AwaitingConsent, (await RowAsync(child)).State);
        var declined = await MoveAsync(town.Nurse, "declineReferralConsent", $"{child}", 1, spokenWish: true);
        Assert.Equal("DECLINED_BY_CLIENT", declined.GetProperty("referral").GetProperty("state").GetString());
        Assert.Equal(ReferralState.Withdrawn, (await RowAsync(parent)).State);
        Assert.Equal(JsonValueKind.Null, (await ReadAsync(town.Nurse, $"{parent}")).GetProperty("client").ValueKind);
        Assert.Equal("CLOSED", (await town.ByCodeAsync(code, "2468")).GetProperty("data").GetProperty("referralByCode").GetProperty("phase").GetString());
    }

    [Fact]
    public async Task She_may_say_no_to_what_lapsed_unanswered_and_all_of_it_ends()
    {
        var (parent, child, code) = await AskedAnewAsync();
        await using (var context = await town.ContextAsync())
        {
            await context.Set<Referral>().Where(row => row.Id == child).ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, TrayApp.Now.AddDays(-1)));
        }

        await town.Tray.Services.GetRequiredService<ReferralLapser>().RunAsync(CancellationToken.None);
        Assert.Equal(ReferralState.Expired, (await RowAsync(child)).State);
        var (asked, other, _) = await AskedAnewAsync();
        await using (var context = await town.ContextAsync())
        {
            await context.Set<Referral>().Where(row => row.Id == other).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ReferralState.Expired));
        }

        // By her code, which leads to the last of it; or by staff at its beginning.
        var page = await PageVisit.PostAsync(town.Tray, "/oma-lahete", ("code", code), ("pin", "2468"));
        Assert.Equal("refuse", page.Main.QuerySelector("section[aria-labelledby=withdraw] button")!.GetAttribute("value"));
        await PageVisit.PostAsync(town.Tray, "/oma-lahete", ("code", code), ("pin", "2468"), ("act", "refuse"));
        Assert.Equal((ReferralState.DeclinedByClient, ReferralState.Withdrawn), ((await RowAsync(child)).State, (await RowAsync(parent)).State));
        await MoveAsync(town.Coordinator, "withdrawReferral", $"{asked}", (await RowAsync(asked)).Revision);
        Assert.Equal((ReferralState.DeclinedByClient, ReferralState.Withdrawn), ((await RowAsync(other)).State, (await RowAsync(asked)).State));
    }

    [Fact]
    public async Task It_goes_back_to_a_desk_once_and_then_the_desks_are_told_to_talk()
    {
        using var other = await Person.SignedInAsync(town.Tray, new Grant(Role.Coordinator, Iisalmi));
        var first = (await town.SendAsync(Input())).GetProperty("referral");
        var there = await ForwardAsync(town.Coordinator, first.GetProperty("id").GetString()!, Iisalmi);
        var back = await ForwardAsync(other, there.GetProperty("referral").GetProperty("child").GetString()!, Kuopio);
        var refused = await ForwardAsync(town.Coordinator, back.GetProperty("referral").GetProperty("child").GetString()!, Iisalmi);
        var error = refused.GetProperty("errors")[0];
        Assert.Equal(("RECIPIENT_HAD_IT", "receiver", "SENT"), (error.GetProperty("code").GetString(), error.GetProperty("field").GetString(), error.GetProperty("state").GetString()));
        Assert.Contains("ACCEPT", $"{error.GetProperty("possibleMoves")}", StringComparison.Ordinal);

        // A third desk may still have it.
        Assert.Empty((await ForwardAsync(town.Coordinator, back.GetProperty("referral").GetProperty("child").GetString()!, Association)).GetProperty("errors").EnumerateArray());

        static Task<JsonElement> ForwardAsync(Person by, string id, Guid to) => MoveAsync(by, "forwardReferral", id, 1, $"receiver: \"{to}\"");
    }

    [Fact]
    public async Task A_switch_that_she_has_turned_off_at_the_desk_she_knows_is_off_where_it_is_now()
    {
        var sent = await town.SendAsync(Input());
        var moved = await MoveAsync(town.Coordinator, "forwardReferral", sent.GetProperty("referral"), $"receiver: \"{Iisalmi}\"");
        var (parent, child) = (moved.GetProperty("referral").GetProperty("id").GetString()!, moved.GetProperty("referral").GetProperty("child").GetString()!);
        using var now = await Person.SignedInAsync(town.Tray, new Grant(Role.Coordinator, Iisalmi));
        Assert.Equal("Pääsen ulos viikoittain", (await ReadAsync(now, child)).GetProperty("reason").GetProperty("goal").GetString());
        var off = await MoveAsync(town.Coordinator, "switchConsentOff", parent, moved.GetProperty("referral").GetProperty("revision").GetInt32(), "field: GOAL, why: \"Soitti tuttuun numeroon\"");
        Assert.Empty(off.GetProperty("errors").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, (await ReadAsync(now, child)).GetProperty("reason").GetProperty("goal").ValueKind);
        var readings = (await town.ByCodeAsync(sent.GetProperty("code").GetString()!, "2468")).GetProperty("data").GetProperty("referralByCode").GetProperty("readings");
        Assert.Equal(2, readings.EnumerateArray().Count(reading => reading.GetProperty("act").GetString() == "CONSENT_CHANGED"));
    }

    [Fact]
    public async Task A_field_that_she_has_hidden_there_while_the_next_desk_awaits_her_word_stays_hidden_when_she_gives_it()
    {
        var (parent, child, _) = await AskedAnewAsync();
        var off = await MoveAsync(town.Coordinator, "switchConsentOff", $"{parent}", (await RowAsync(parent)).Revision, "field: GOAL, why: \"Soitti tuttuun numeroon\"");
        Assert.Empty(off.GetProperty("errors").EnumerateArray());
        var agreed = await MoveAsync(
            town.Nurse, "agreeToReferral", $"{child}", (await RowAsync(child)).Revision, "agreement: { textVersion: \"1.0\", form: SPOKEN_PHONE, purposes: [SEND, RECEIVER_CONTACTS], hidden: [] }", spokenWish: true);
        Assert.Empty(agreed.GetProperty("errors").EnumerateArray());
        using var next = await Person.SignedInAsync(town.Tray, new Grant(Role.Coordinator, Iisalmi));
        var seen = (await ReadAsync(next, $"{child}")).GetProperty("reason");
        Assert.Equal((JsonValueKind.Null, 1), (seen.GetProperty("goal").ValueKind, seen.GetProperty("themes").GetArrayLength()));
    }

    [Fact]
    public async Task A_switch_that_she_turns_herself_by_her_code_holds_in_all_of_it()
    {
        var sent = await town.SendAsync(Input());
        var moved = (await MoveAsync(town.Coordinator, "forwardReferral", sent.GetProperty("referral"), $"receiver: \"{Iisalmi}\"")).GetProperty("referral");
        var (parent, child, code) = (moved.GetProperty("id").GetString()!, moved.GetProperty("child").GetString()!, sent.GetProperty("code").GetString()!);
        Assert.Equal("FORWARDED", (await ReadAsync(town.Nurse, parent)).GetProperty("state").GetString());
        await TurnAsync(false);
        var seen = await ReadAsync(town.Nurse, parent);
        Assert.Equal(("SENT", null), (seen.GetProperty("state").GetString(), seen.GetProperty("child").GetString()));
        Assert.DoesNotContain("TELL_SENDER", $"{seen.GetProperty("consent")}", StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, (await ReadAsync(town.Nurse, child)).ValueKind);
        await TurnAsync(true);
        Assert.Equal("FORWARDED", (await ReadAsync(town.Nurse, parent)).GetProperty("state").GetString());

        Task<JsonElement> TurnAsync(bool on) => town.Tray.QueryAsync(
            "mutation($code: String!, $on: Boolean!) { switchConsentByCode(code: $code, pin: \"2468\", purpose: TELL_SENDER, on: $on) { errors { code } } }", new { code, on });
    }

    [Fact]
    public async Task Where_one_organisation_sends_and_receives_its_desk_forwards_unseen_by_who_is_to_be_told_nothing()
    {
        using var desk = await Person.SignedInAsync(town.Tray, new Grant(Role.Coordinator, County));
        var input = Input("Saman Talon Asiakas", "SEND", "RECEIVER_CONTACTS");
        input["receiver"] = County;
        var sent = await town.SendAsync(input);
        var moved = (await MoveAsync(desk, "forwardReferral", sent.GetProperty("referral"), $"receiver: \"{Iisalmi}\"")).GetProperty("referral");
        var child = moved.GetProperty("child").GetString()!;
        Assert.Equal("SENT", (await ReadAsync(town.Nurse, moved.GetProperty("id").GetString()!)).GetProperty("state").GetString());
        Assert.Equal(JsonValueKind.Null, (await ReadAsync(town.Nurse, child)).ValueKind);
        Assert.DoesNotContain(child, $"{await town.Nurse.AskAsync("{ referrals(box: SENT, first: 100) { nodes { id } } }")}", StringComparison.Ordinal);
    }

    // Meant for one organisation: another needs her word.
    private async Task<(Guid Parent, Guid Child, string Code)> AskedAnewAsync()
    {
        var input = Input();
        (input["target"], input["targetId"]) = ("ORGANISATION", Kuopio);
        var sent = await town.SendAsync(input);
        var moved = (await MoveAsync(town.Coordinator, "forwardReferral", sent.GetProperty("referral"), $"receiver: \"{Iisalmi}\"")).GetProperty("referral");
        return (Guid.Parse(moved.GetProperty("id").GetString()!), Guid.Parse(moved.GetProperty("child").GetString()!), sent.GetProperty("code").GetString()!);
    }

    private async Task<Referral> RowAsync(Guid id)
    {
        await using var context = await town.ContextAsync();
        return await context.Set<Referral>().AsNoTracking().SingleAsync(row => row.Id == id);
    }
}
