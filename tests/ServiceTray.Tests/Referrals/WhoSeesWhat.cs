using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Accounts;
using ServiceTray.Referrals;
using ServiceTray.Tests.Support;
using Xunit;
using static ServiceTray.Tests.Referrals.ReferralTown;

namespace ServiceTray.Tests.Referrals;

[Collection(SharedTown.Name)]
public sealed class WhoSeesWhat(SharedTown shared) : IAsyncLifetime
{
    private readonly ReferralTown town = shared.Town;
    private JsonElement sent;

    private string Id => sent.GetProperty("referral").GetProperty("id").GetString()!;

    private string Code => sent.GetProperty("code").GetString()!;

    public async Task InitializeAsync() => sent = await town.SendAsync(Input());

    public Task DisposeAsync() => Task.CompletedTask;

    public static TheoryData<string, bool> Strangers => new()
    {
        { "Professional of the same unit", false },
        { "Coordinator of another desk", false },
        { "Link person not named", false },
        { "Publisher of the desk", false },
        { "Auditor", false },
        { "Statistics reader", false },
        { "County administrator", false },
        { "Administrator", true },
    };

    [Theory]
    [MemberData(nameof(Strangers))]
    public async Task Whoever_it_is_not_for_finds_nothing_by_any_edge(string who, bool knowsThatItIs)
    {
        using var person = await Person.SignedInAsync(town.Tray, GrantOf(who));
        var found = await ReadAsync(person, Id);
        Assert.Equal(knowsThatItIs ? JsonValueKind.Object : JsonValueKind.Null, found.ValueKind);
        if (knowsThatItIs)
        {
            Assert.Equal(JsonValueKind.Null, found.GetProperty("client").ValueKind);
            Assert.Equal(JsonValueKind.Null, found.GetProperty("reason").ValueKind);
        }

        foreach (var box in new[] { "SENT", "RECEIVED" })
        {
            var answer = await person.AskAsync($$"""{ referrals(box: {{box}}, ended: true) { totalCount overdueCount nodes { id } } }""");
            if (!who.Contains("Professional", StringComparison.Ordinal) && !who.Contains("Coordinator", StringComparison.Ordinal) && !who.Contains("Link", StringComparison.Ordinal))
            {
                Assert.Equal("FORBIDDEN", Sending.TopCode(answer));
                continue;
            }

            var list = answer.GetProperty("data").GetProperty("referrals");
            Assert.Equal((0, 0, 0), (list.GetProperty("totalCount").GetInt32(), list.GetProperty("overdueCount").GetInt32(), list.GetProperty("nodes").GetArrayLength()));
        }

        var moves = typeof(ReferralMutations).GetMethods().Where(method => method.ReturnType == typeof(Task<ReferralPayload?>)).Select(method => method.Name[..^5]).ToList();
        Assert.Equal(27, moves.Count);
        foreach (var move in moves.Where(move => move != nameof(ReferralMutations.TakeReferralOverAsync)[..^5] || !who.Contains("Professional", StringComparison.Ordinal)))
        {
            var field = char.ToLowerInvariant(move[0]) + move[1..];
            var real = await MoveAsync(person, field, Id, 1, ArgumentsOf(field));
            var made = await MoveAsync(person, field, $"{Guid.NewGuid()}", 1, ArgumentsOf(field));
            Assert.True(knowsThatItIs || $"{real}" == $"{made}", field);
            Assert.NotEqual(0, real.GetProperty("errors").GetArrayLength());
        }

        // Nothing happened.
        Assert.Equal("SENT", (await ReadAsync(town.Coordinator, Id)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Nobody_signed_in_is_asked_to_sign_in()
    {
        foreach (var query in new[] { "{ referrals(box: SENT) { totalCount } }", $$"""{ referral(id: "{{Id}}") { id } }""", "{ referral(id: \"x\") { id } }" })
        {
            Assert.Equal("UNAUTHENTICATED", Sending.TopCode(await town.Tray.AskAsync(query)));
        }
    }

    [Fact]
    public async Task Of_two_who_move_at_once_one_wins_and_the_other_is_told_how_it_stands()
    {
        using var other = await Person.SignedInAsync(town.Tray, new Grant(Role.Coordinator, Kuopio));
        var answers = await Task.WhenAll(
            MoveAsync(town.Coordinator, "receiveReferral", Id, 1),
            MoveAsync(other, "declineReferral", Id, 1, "reason: NO_ROOM"));
        var lost = Assert.Single(answers, answer => answer.GetProperty("errors").GetArrayLength() > 0).GetProperty("errors")[0];
        var won = Assert.Single(answers, answer => answer.GetProperty("errors").GetArrayLength() == 0).GetProperty("referral");
        Assert.Equal(("REFERRAL_MOVED", won.GetProperty("state").GetString()), (lost.GetProperty("code").GetString(), lost.GetProperty("state").GetString()));
        Assert.NotEmpty(lost.GetProperty("possibleMoves").EnumerateArray());
        Assert.NotEmpty(lost.GetProperty("message").GetProperty("value").GetString()!);
    }

    [Fact]
    public async Task A_refused_move_says_which_are_possible()
    {
        var refused = (await MoveAsync(town.Coordinator, "reopenReferral", Id, 1)).GetProperty("errors")[0];
        Assert.Equal(("MOVE_NOT_POSSIBLE", "SENT"), (refused.GetProperty("code").GetString(), refused.GetProperty("state").GetString()));
        Assert.Equal(["RECEIVE", "ACCEPT", "DECLINE", "FORWARD", "RENEW", "WITHDRAW"], refused.GetProperty("possibleMoves").EnumerateArray().Select(move => move.GetString()));
    }

    [Fact]
    public async Task What_the_client_keeps_from_the_sender_is_told_by_no_list_refusal_or_possible_move()
    {
        var quiet = await town.SendAsync(Input("Hiljainen Asiakas", "SEND", "RECEIVER_CONTACTS"));
        var id = quiet.GetProperty("referral").GetProperty("id").GetString()!;
        await MoveAsync(town.Coordinator, "acceptReferral", id, 1, $"linkPerson: \"{town.Walker.Account}\"");
        await MoveAsync(town.Walker, "beginReferral", id, 2, "day: \"2026-12-15\"");
        var seen = await ReadAsync(town.Nurse, id);
        Assert.Equal("SENT", seen.GetProperty("state").GetString());
        Assert.Equal(["CANCEL", "RENEW", "WITHDRAW", "MARK_ERROR"], seen.GetProperty("possibleMoves").EnumerateArray().Select(move => move.GetString()));
        Assert.Equal("SENT", (await MoveAsync(town.Nurse, "cancelReferral", id, 3, "reason: DUPLICATE")).GetProperty("errors")[0].GetProperty("state").GetString());
        Assert.Equal("SENT", (await MoveAsync(town.Nurse, "cancelReferral", id, 1, "reason: DUPLICATE")).GetProperty("errors")[0].GetProperty("state").GetString());
        await MoveAsync(town.Walker, "completeReferral", id, 3);
        foreach (var state in new[] { "IN_PROGRESS", "COMPLETED", "ACCEPTED" })
        {
            var list = (await town.Nurse.AskAsync($$"""{ referrals(box: SENT, state: {{state}}, ended: true, first: 100) { nodes { id } } }""")).GetProperty("data").GetProperty("referrals");
            Assert.DoesNotContain(id, $"{list}", StringComparison.Ordinal);
        }

        Assert.Equal(JsonValueKind.Null, (await MoveAsync(town.Nurse, "cancelReferral", id, 4, "reason: DUPLICATE")).GetProperty("errors")[0].GetProperty("state").ValueKind);
    }

    [Fact]
    public async Task A_code_alone_says_how_far_it_is_and_with_the_pin_all()
    {
        var alone = (await town.ByCodeAsync(Code)).GetProperty("data").GetProperty("referralByCode");
        Assert.Equal(("ON_ITS_WAY", "017 000 1120", JsonValueKind.Null, 0), (
            alone.GetProperty("phase").GetString(), alone.GetProperty("contact").GetProperty("phone").GetString(),
            alone.GetProperty("referral").ValueKind, alone.GetProperty("readings").GetArrayLength()));
        var all = (await town.ByCodeAsync(Code.ToLowerInvariant().Replace("-", " "), "2468")).GetProperty("data").GetProperty("referralByCode");
        Assert.Equal("Aino Asiakas", all.GetProperty("referral").GetProperty("client").GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_wrong_code_a_malformed_one_and_a_wrong_pin_get_the_same_answer()
    {
        var answers = new List<string>();
        foreach (var (code, pin) in new[] { ("0000-0000-0000-0000", null), ("", null), ("'; DROP TABLE referral; --", null), (new string('A', 5000), null), (Code, "1111"), ("0000-0000-0000-0000", "2468") })
        {
            answers.Add($"{await town.ByCodeAsync(code, pin)}");
        }

        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task Five_wrong_pins_lock_the_code_for_the_right_one_too()
    {
        for (var i = 0; i < 5; i++)
        {
            await town.ByCodeAsync(Code, $"111{i}");
        }

        Assert.Equal("TOO_MANY_TRIES", Sending.TopCode(await town.ByCodeAsync(Code, "2468")));
    }

    [Fact]
    public async Task A_code_is_not_asked_by_get()
    {
        var answer = await town.Tray.Client.GetStringAsync($"/graphql?query={Uri.EscapeDataString($$"""{ referralByCode(code: "{{Code}}") { phase } }""")}");
        Assert.Contains("CODE_BY_GET", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_client_has_withdrawn_nobody_finds_her_and_all_are_told_to_stop()
    {
        var withdrawn = await town.Tray.QueryAsync(
            "mutation($code: String!) { withdrawReferralByCode(code: $code, pin: \"2468\", reason: TRUST) { errors { code } seen { phase referral { client { name } consent { withdrawnAt } } } } }", new { code = Code });
        Assert.Equal(JsonValueKind.Null, withdrawn.GetProperty("withdrawReferralByCode").GetProperty("seen").GetProperty("referral").GetProperty("client").ValueKind);
        foreach (var person in new[] { town.Nurse, town.Coordinator })
        {
            var seen = await ReadAsync(person, Id);
            Assert.DoesNotContain("Aino", $"{seen}", StringComparison.Ordinal);
            Assert.Equal(JsonValueKind.Null, seen.GetProperty("client").ValueKind);
        }

        Assert.Equal(["CONFIRM_DELETION"], (await ReadAsync(town.Coordinator, Id)).GetProperty("possibleMoves").EnumerateArray().Select(move => move.GetString()));
        var id = Guid.Parse(Id);
        await using var context = await town.ContextAsync();
        Assert.True(await context.Set<ReferralNotice>().AnyAsync(notice => notice.Referral == id && notice.Kind == NoticeKind.StopAndDelete && notice.Audience == NoticeAudience.Desk));
    }

    [Fact]
    public async Task One_no_ends_what_was_forwarded_too()
    {
        var forwarded = (await MoveAsync(town.Coordinator, "forwardReferral", Id, 1, $"receiver: \"{Association}\"")).GetProperty("referral");
        var child = forwarded.GetProperty("child").GetString()!;
        using var association = await Person.SignedInAsync(town.Tray, new Grant(Role.Coordinator, Association));
        var seen = await ReadAsync(association, child);
        Assert.Equal(("Aino Asiakas", JsonValueKind.Null), (seen.GetProperty("client").GetProperty("name").GetString(), seen.GetProperty("senderUnit").ValueKind));
        Assert.Equal(JsonValueKind.Null, (await ReadAsync(town.Coordinator, Id)).GetProperty("client").ValueKind);

        await town.Tray.QueryAsync("mutation($code: String!) { withdrawReferralByCode(code: $code, pin: \"2468\") { errors { code } } }", new { code = Code });
        Assert.Equal("WITHDRAWN", (await ReadAsync(association, child)).GetProperty("state").GetString());
        Assert.Equal("WITHDRAWN", (await ReadAsync(town.Coordinator, Id)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task The_client_turns_a_field_off_and_the_desk_sees_it_no_more()
    {
        Assert.Equal("Pääsen ulos viikoittain", (await ReadAsync(town.Coordinator, Id)).GetProperty("reason").GetProperty("goal").GetString());
        await town.Tray.QueryAsync("mutation($code: String!) { switchFieldByCode(code: $code, pin: \"2468\", field: GOAL, shown: false) { errors { code } } }", new { code = Code });
        Assert.Equal(JsonValueKind.Null, (await ReadAsync(town.Coordinator, Id)).GetProperty("reason").GetProperty("goal").ValueKind);
    }

    [Fact]
    public async Task Without_its_key_nobody_reads_a_referral_again()
    {
        await using var context = await town.ContextAsync();
        var id = Guid.Parse(Id);
        await context.Set<ReferralKey>().Where(key => key.Referral == id).ExecuteDeleteAsync();
        Assert.Equal(JsonValueKind.Null, (await ReadAsync(town.Coordinator, Id)).ValueKind);
        Assert.Equal(JsonValueKind.Null, (await town.ByCodeAsync(Code, "2468")).GetProperty("data").GetProperty("referralByCode").ValueKind);
        Assert.Null(await AuditWriter.FirstBrokenAsync(context, CancellationToken.None));
    }

    private static Grant GrantOf(string who) => who switch
    {
        "Professional of the same unit" => new(Role.Professional, County),
        "Coordinator of another desk" => new(Role.Coordinator, Iisalmi),
        "Link person not named" => new(Role.LinkPerson, Kuopio),
        "Publisher of the desk" => new(Role.Publisher, Kuopio),
        "Auditor" => new(Role.Auditor),
        "Statistics reader" => new(Role.StatisticsReader),
        "County administrator" => new(Role.CountyAdministrator, null, "PS"),
        _ => new(Role.Administrator),
    };

    private static string ArgumentsOf(string field) => field switch
    {
        "askInformation" or "giveInformation" => "text: \"a\"",
        "acceptReferral" or "handReferralOver" => $"linkPerson: \"{Kuopio}\"",
        "forwardReferral" => $"receiver: \"{Iisalmi}\"",
        "beginReferral" or "putReferralOnWait" => "day: \"2026-12-15\"",
        "setReferralPhases" => "phases: [\"alku\"], day: \"2026-12-15\"",
        "cancelReferral" or "declineReferral" or "giveUpReferral" or "discontinueReferral" => "reason: NO_ROOM",
        "giveReferralFeedback" => "outcome: { }",
        "agreeToReferral" => "agreement: { textVersion: \"1.0\", form: PAPER, purposes: [SEND] }",
        "renewReferralConsent" => "textVersion: \"1.0\", form: PAPER",
        "switchConsentOff" => "purpose: FEEDBACK_TO_SENDER, why: \"a\"",
        "markReferralError" => "reason: DUPLICATE, text: \"\"",
        _ => "",
    };
}
