using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Accounts;
using ServiceTray.Referrals;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;
using static ServiceTray.Tests.Referrals.ReferralTown;

namespace ServiceTray.Tests.Referrals;

/// <summary>What the client keeps from the recipient stays with her, however late and in whatever way she agrees; only she herself shows it.</summary>
[Collection(SharedTown.Name)]
public sealed class KeptBack(SharedTown shared)
{
    private const string Goal = "Pääsen ulos viikoittain";
    private const string Agreement = "agreement: { textVersion: \"1.0\", form: CODE, purposes: [SEND, RECEIVER_CONTACTS] }";

    private readonly ReferralTown town = shared.Town;

    [Theory]
    [InlineData("", true)]
    [InlineData(", hidden: [OWN_WORDS]", false)]
    [InlineData(", hidden: []", false)]
    public async Task When_she_agrees_by_her_code_it_holds_unless_she_chooses_anew(string chosen, bool isKept)
    {
        var sent = await town.SendAsync(Keeping("CODE"));
        await ByCodeAsync("answerConsentByCode", sent, Agreement.Replace(" }", $"{chosen} }}", StringComparison.Ordinal));
        Assert.Equal(isKept ? null : Goal, await GoalAsync(town.Coordinator, sent.GetProperty("referral").GetProperty("id").GetString()!));
    }

    [Fact]
    public async Task On_her_page_she_sees_what_she_keeps_back_and_changes_it()
    {
        var sent = await town.SendAsync(Keeping("CODE"));
        (string, string)[] key = [("code", sent.GetProperty("code").GetString()!), ("pin", "2468")];
        var asked = await PageVisit.PostAsync(town.Tray, "/oma-lahete", key);
        Assert.Equal(["GOAL"], asked.Main.QuerySelectorAll("input[name=hidden][checked]").Select(box => box.GetAttribute("value")));
        await PageVisit.PostAsync(town.Tray, "/oma-lahete", [.. key, ("act", "agree"), ("asked", "hidden"), ("hidden", "THEMES")]);
        var seen = (await ReadAsync(town.Coordinator, sent.GetProperty("referral").GetProperty("id").GetString()!)).GetProperty("reason");
        Assert.Equal((Goal, 0), (seen.GetProperty("goal").GetString(), seen.GetProperty("themes").GetArrayLength()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Where_no_PIN_was_chosen_whoever_has_the_code_alone_opens_nothing_and_may_keep_more_back(bool byPage)
    {
        var input = Keeping("CODE");
        input.Remove("pin");
        var sent = await town.SendAsync(input);
        var code = sent.GetProperty("code").GetString()!;
        if (byPage)
        {
            Assert.Equal(200, (await PageVisit.PostAsync(town.Tray, "/oma-lahete", ("code", code), ("act", "agree"), ("asked", "hidden"), ("hidden", "THEMES"))).Status);
        }
        else
        {
            var answer = await town.Tray.QueryAsync(
                $$"""mutation($code: String!) { answerConsentByCode(code: $code, {{Agreement.Replace(" }", ", hidden: [THEMES] }", StringComparison.Ordinal)}}) { errors { code } } }""", new { code });
            Assert.Equal(0, answer.GetProperty("answerConsentByCode").GetProperty("errors").GetArrayLength());
        }

        var seen = await ReadAsync(town.Coordinator, sent.GetProperty("referral").GetProperty("id").GetString()!);
        Assert.Equal(["GOAL", "THEMES"], seen.GetProperty("consent").GetProperty("hidden").EnumerateArray().Select(field => field.GetString()).Order());
        Assert.Equal(JsonValueKind.Null, seen.GetProperty("reason").GetProperty("goal").ValueKind);
    }

    [Fact]
    public async Task Of_a_draft_it_holds_when_it_is_sent_later_by_whomever()
    {
        var draft = (await town.Nurse.AskAsync(
            $$"""mutation($input: SendReferralInput!, $key: String!) { sendReferral(input: $input, idempotencyKey: $key, draft: true) { referral { {{Shown}} } } }""",
            new { input = Keeping("SPOKEN_PRESENT"), key = $"{Guid.NewGuid()}" })).GetProperty("data").GetProperty("sendReferral").GetProperty("referral");
        var path = $"/lahetteet/{draft.GetProperty("id").GetString()}";
        await ReferralPages.SendAsync(town.Nurse, path, "SEND", ("form", "SPOKEN_PRESENT"), ("hidden", "THEMES"));
        var seen = (await ReadAsync(town.Coordinator, draft.GetProperty("id").GetString()!)).GetProperty("reason");
        Assert.Equal((JsonValueKind.Null, 0), (seen.GetProperty("goal").ValueKind, seen.GetProperty("themes").GetArrayLength()));
    }

    [Fact]
    public async Task Of_a_draft_by_which_she_is_asked_it_holds_as_it_was_told_then()
    {
        var draft = (await town.Nurse.AskAsync(
            "mutation($input: SendReferralInput!, $key: String!) { sendReferral(input: $input, idempotencyKey: $key, draft: true) { code referral { id revision } } }", new { input = Input(), key = $"{Guid.NewGuid()}" }))
            .GetProperty("data").GetProperty("sendReferral");
        await MoveAsync(town.Nurse, "sendDraft", draft.GetProperty("referral"), "agreement: { textVersion: \"1.0\", form: CODE, purposes: [], hidden: [GOAL] }");
        await ByCodeAsync("answerConsentByCode", draft, Agreement);
        Assert.Null(await GoalAsync(town.Coordinator, draft.GetProperty("referral").GetProperty("id").GetString()!));
    }

    [Fact]
    public async Task Of_a_programs_draft_it_holds_too()
    {
        var token = await town.Tray.Services.GetRequiredService<MachineClientDesk>().MakeAsync(
            Caller.Person(Guid.NewGuid(), "Julkaisija", [new Grant(Role.Publisher, County)]), "Ohjelma", new Grant(Role.Professional, County), ["referrals"], CancellationToken.None);
        var draft = await PostAsync("/api/v1/referrals?draft=true", Input());
        var id = draft.GetProperty("id").GetString()!;
        await PostAsync($"/api/v1/referrals/{id}/moves", new { move = "ASK_CONSENT", revision = 0, agreement = new { textVersion = "1.0", form = "CODE", purposes = Array.Empty<string>(), hidden = new[] { "GOAL" } } });
        await ByCodeAsync("answerConsentByCode", draft, Agreement);
        Assert.Null(await GoalAsync(town.Coordinator, id));

        async Task<JsonElement> PostAsync(string path, object body)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body), Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
            request.Headers.Add("Idempotency-Key", $"{Guid.NewGuid()}");
            return (await town.Tray.SendAsync(request)).Body;
        }
    }

    [Fact]
    public async Task At_the_desk_to_which_it_goes_on_it_holds_also_after_she_has_agreed_anew()
    {
        var input = Keeping("SPOKEN_PRESENT");
        (input["target"], input["targetId"]) = ("ORGANISATION", Kuopio);
        var sent = await town.SendAsync(input);
        await ByCodeAsync("switchFieldByCode", sent, "field: THEMES, shown: false");
        var child = (await MoveAsync(town.Coordinator, "forwardReferral", await ReadAsync(town.Coordinator, sent.GetProperty("referral").GetProperty("id").GetString()!), $"receiver: \"{Iisalmi}\""))
            .GetProperty("referral").GetProperty("child").GetString()!;
        await MoveAsync(town.Nurse, "agreeToReferral", child, 1, "agreement: { textVersion: \"1.0\", form: SPOKEN_PHONE, purposes: [SEND, RECEIVER_CONTACTS] }", spokenWish: true);
        using var other = await Person.SignedInAsync(town.Tray, new Grant(Role.Coordinator, Iisalmi));
        var seen = (await ReadAsync(other, child)).GetProperty("reason");
        Assert.Equal((JsonValueKind.Null, 0), (seen.GetProperty("goal").ValueKind, seen.GetProperty("themes").GetArrayLength()));
    }

    [Fact]
    public async Task What_staff_record_while_it_waits_for_her_holds_and_she_reads_who_did()
    {
        var sent = await town.SendAsync(Keeping("CODE"));
        var (id, code) = (sent.GetProperty("referral").GetProperty("id").GetString()!, sent.GetProperty("code").GetString()!);
        var page = await PageVisit.ReadAsync(await town.Nurse.Client.GetAsync($"/lahetteet/{id}"));
        Assert.Equal(Enum.GetValues<ClientField>().Length - 1, page.Main.QuerySelectorAll("#switch option").Length);
        var form = page.Main.QuerySelector("#switch")!.Closest("form")!.QuerySelectorAll("input[type=hidden]").ToDictionary(field => field.GetAttribute("name")!, field => field.GetAttribute("value")!);
        using var answer = await town.Nurse.Client.PostAsync($"/lahetteet/{id}", new FormUrlEncodedContent(new Dictionary<string, string>(form) { ["switch"] = "THEMES", ["why"] = "En halua kertoa aiheesta" }));
        Assert.Equal(302, (int)answer.StatusCode);
        Assert.Equal("MOVE_NOT_POSSIBLE", Sending.CodeOf(await MoveAsync(town.Nurse, "switchConsentOff", id, 2, "field: THEMES, why: \"a\"", spokenWish: true)));
        var own = await PageVisit.PostAsync(town.Tray, "/oma-lahete", ("code", code), ("pin", "2468"));
        Assert.Equal(["GOAL", "THEMES"], own.Main.QuerySelectorAll("input[name=hidden][checked]").Select(box => box.GetAttribute("value")).Order());
        Assert.Contains("En halua kertoa aiheesta", own.Main.QuerySelector("section[aria-labelledby=recorded]")!.TextContent, StringComparison.Ordinal);

        // A page that she loaded before that does not open it again unseen.
        (string, string)[] agreed = [("code", code), ("pin", "2468"), ("act", "agree"), ("asked", "hidden"), ("hidden", "GOAL")];
        var stale = await PageVisit.PostAsync(town.Tray, "/oma-lahete", [.. agreed, ("revision", "1")]);
        Assert.Equal((422, "Joku muu ehti ensin. Katso tilanne uudelleen."), (stale.Status, stale.Main.QuerySelector("[role=alert]")!.TextContent.Trim()));
        Assert.Equal("AWAITING_CONSENT", (await ReadAsync(town.Nurse, id)).GetProperty("state").GetString());
        await PageVisit.PostAsync(town.Tray, "/oma-lahete", ("code", code), ("pin", "2468"), ("act", "agree"), ("asked", "hidden"), ("hidden", "GOAL"), ("hidden", "THEMES"), ("revision", own.Main.QuerySelector("input[name=revision]")!.GetAttribute("value")!));
        var seen = (await ReadAsync(town.Coordinator, id)).GetProperty("reason");
        Assert.Equal((JsonValueKind.Null, 0), (seen.GetProperty("goal").ValueKind, seen.GetProperty("themes").GetArrayLength()));
        Assert.Contains("En halua kertoa aiheesta", (await PageVisit.PostAsync(town.Tray, "/oma-lahete", ("code", code), ("pin", "2468"))).Main.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("switchFieldByCode", "field: GOAL, shown: true", false)]
    [InlineData("switchConsentByCode", "purpose: SHARE_SURVEY, on: true", false)]
    [InlineData("switchDisclosureByCode", "disclosure: \"x\", on: true", false)]
    [InlineData("renewConsentByCode", "textVersion: \"1.0\"", false)]
    [InlineData("switchFieldByCode", "field: THEMES, shown: false", true)]
    [InlineData("switchConsentByCode", "purpose: RECEIVER_CONTACTS, on: false", true)]
    public async Task Who_turns_on_what_she_saw_otherwise_is_told_and_a_no_always_holds(string field, string arguments, bool holds)
    {
        var sent = await town.SendAsync(Keeping("SPOKEN_PRESENT"));
        await MoveAsync(town.Coordinator, "switchConsentOff", sent.GetProperty("referral"), "field: OWN_WORDS, why: \"Soitti\"", spokenWish: true);
        var answer = (await town.Tray.QueryAsync(
            $$"""mutation($code: String!) { {{field}}(code: $code, pin: "2468", {{arguments}}, revision: 1) { errors { code state possibleMoves } } }""", new { code = sent.GetProperty("code").GetString() })).GetProperty(field).GetProperty("errors");
        Assert.Equal(holds ? "[]" : "REFERRAL_MOVED SENT", holds ? $"{answer}" : $"{answer[0].GetProperty("code")} {answer[0].GetProperty("state")}");
    }

    [Theory]
    [InlineData("withdraw", "SPOKEN_PRESENT")]
    [InlineData("refuse", "CODE")]
    public async Task On_her_page_too_a_no_holds_whatever_was_changed_since_she_loaded_it(string act, string form)
    {
        var sent = await town.SendAsync(Keeping(form));
        var id = sent.GetProperty("referral").GetProperty("id").GetString()!;
        Assert.Equal(200, (await PageVisit.PostAsync(town.Tray, "/oma-lahete", ("code", sent.GetProperty("code").GetString()!), ("pin", "2468"), ("revision", "0"), ("act", act))).Status);
        Assert.Equal(JsonValueKind.Null, (await ReadAsync(town.Nurse, id)).GetProperty("client").ValueKind);
    }

    [Fact]
    public async Task A_professional_marks_it_on_the_sending_page()
    {
        (string, string)[] fields =
        [
            ("key", $"{Guid.NewGuid()}"), ("receiver", $"{Kuopio}"), ("name", "Salaa Tavoitteensa"), ("contact", "040 123 4567"), ("form", "SPOKEN_PRESENT"), ("goal", Goal), ("ownWords", "Haluan seuraa"), ("hidden", "GOAL"),
        ];
        var page = await PageVisit.ReadAsync(await town.Nurse.Client.GetAsync("/lahete"));
        Assert.Equal(Enum.GetValues<ClientField>().Length, page.Main.QuerySelectorAll("details input[name=hidden]").Length);
        using var answer = await town.Nurse.SendAsync("/lahete", "/lahete", fields);
        Assert.Equal(200, (int)answer.StatusCode);
        var box = (await town.Coordinator.AskAsync("{ referrals(box: RECEIVED, state: SENT, first: 100) { nodes { client { name } reason { goal ownWords } } } }")).GetProperty("data").GetProperty("referrals").GetProperty("nodes");
        var seen = box.EnumerateArray().Single(one => $"{one}".Contains("Salaa Tavoitteensa", StringComparison.Ordinal)).GetProperty("reason");
        Assert.Equal((null, "Haluan seuraa"), (seen.GetProperty("goal").GetString(), seen.GetProperty("ownWords").GetString()));
    }

    private static Dictionary<string, object?> Keeping(string form)
    {
        var input = Input();
        var agreement = (Dictionary<string, object?>)input["agreement"]!;
        (agreement["form"], agreement["hidden"]) = (form, new[] { "GOAL" });
        return input;
    }

    private async Task ByCodeAsync(string field, JsonElement sent, string arguments)
    {
        var answer = await town.Tray.QueryAsync(
            $$"""mutation($code: String!) { {{field}}(code: $code, pin: "2468", {{arguments}}) { errors { code } } }""", new { code = sent.GetProperty("code").GetString() });
        Assert.Equal(0, answer.GetProperty(field).GetProperty("errors").GetArrayLength());
    }

    private static async Task<string?> GoalAsync(Person by, string id) => (await ReadAsync(by, id)).GetProperty("reason").GetProperty("goal").GetString();
}
