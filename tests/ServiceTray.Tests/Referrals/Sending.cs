using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Accounts;
using ServiceTray.Referrals;
using ServiceTray.Tests.Support;
using Xunit;
using static ServiceTray.Tests.Referrals.ReferralTown;

namespace ServiceTray.Tests.Referrals;

[Collection(SharedTown.Name)]
public sealed class Sending(SharedTown shared)
{
    private readonly ReferralTown town = shared.Town;

    [Fact]
    public async Task Again_with_the_same_key_gives_the_same_answer_and_sends_nothing_twice()
    {
        var before = await CountAsync();
        var (first, again) = (await town.SendAsync(Input(), "k1"), await town.SendAsync(Input(), "k1"));
        Assert.Equal($"{first}", $"{again}");
        Assert.Equal("IDEMPOTENCY_KEY_REUSED", CodeOf(await town.SendAsync(Input("Toinen Nimi"), "k1")));
        Assert.Equal((before.Referrals + 1, before.Keys + 1, before.Notices + 1), await CountAsync());
    }

    [Fact]
    public async Task At_the_same_moment_with_the_same_key_sends_once()
    {
        var before = await CountAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => town.SendAsync(Input(), "same")));
        Assert.Single(answers.Select(answer => $"{answer}").Distinct());
        Assert.Equal((before.Referrals + 1, before.Keys + 1, before.Notices + 1), await CountAsync());
    }

    [Theory]
    [InlineData("Aino 131052-308T", "client.name", "IDENTITY_CODE_REFUSED")]
    [InlineData("", "client.name", "FIELD_REQUIRED")]
    [InlineData("Aino F32.1", "client.name", "DIAGNOSIS_REFUSED")]
    public async Task Tells_the_field_that_cannot_be_taken_and_logs_nothing_of_it(string name, string field, string code)
    {
        var before = await CountAsync();
        var error = (await town.SendAsync(Input(name))).GetProperty("errors")[0];
        Assert.Equal((field, code), (error.GetProperty("field").GetString(), error.GetProperty("code").GetString()));
        Assert.DoesNotContain(town.Tray.Log.Lines, line => line.Contains("131052", StringComparison.Ordinal) || line.Contains("F32.1", StringComparison.Ordinal));
        Assert.Equal(before, await CountAsync());
    }

    [Theory]
    [InlineData("ei ole koodi lainkaan")]
    [InlineData("131052-308T")]
    public async Task A_list_is_told_by_its_code_and_by_nothing_else(string tray)
    {
        var input = Input();
        input["tray"] = tray;
        var error = (await town.SendAsync(input)).GetProperty("errors")[0];
        Assert.Equal(("tray", "CODE_INVALID"), (error.GetProperty("field").GetString(), error.GetProperty("code").GetString()));
        input["tray"] = "2b71 7K20 9D4X 3A1C";
        Assert.Empty((await town.SendAsync(input)).GetProperty("errors").EnumerateArray());
    }

    [Theory]
    [InlineData("tyohonvalmennus-ips")]
    [InlineData("ei-ole")]
    public async Task Goes_only_by_a_programme_that_is_on(string programme)
    {
        var input = Input();
        input["programme"] = programme;
        Assert.Equal("PROGRAMME_OFF", CodeOf(await town.SendAsync(input)));
    }

    [Fact]
    public async Task Is_for_professionals_of_a_sending_unit()
    {
        var query = "mutation($input: SendReferralInput!) { sendReferral(input: $input, idempotencyKey: \"a\") { code } }";
        Assert.Equal("UNAUTHENTICATED", TopCode(await town.Tray.AskAsync(query, new { input = Input() })));
        Assert.Equal("FORBIDDEN", TopCode(await town.Coordinator.AskAsync(query, new { input = Input() })));
        using var elsewhere = await Person.SignedInAsync(town.Tray, new Grant(Role.Professional, Association));
        Assert.Equal("PROGRAMME_OFF", CodeOf(await town.SendAsync(Input(), by: elsewhere)));
        var input = Input();
        input["senderUnit"] = County;
        Assert.Equal("FORBIDDEN", TopCode(await elsewhere.AskAsync(query, new { input })));
    }

    [Fact]
    public async Task By_code_waits_until_the_client_agrees()
    {
        var input = Input();
        ((Dictionary<string, object?>)input["agreement"]!)["form"] = "CODE";
        var sent = await town.SendAsync(input);
        var id = sent.GetProperty("referral").GetProperty("id").GetString()!;
        Assert.Equal("AWAITING_CONSENT", sent.GetProperty("referral").GetProperty("state").GetString());
        Assert.Equal(JsonValueKind.Null, (await ReadAsync(town.Coordinator, id)).ValueKind);

        var agreed = await town.Tray.QueryAsync(
            "mutation($code: String!) { answerConsentByCode(code: $code, pin: \"2468\", agreement: { textVersion: \"1.0\", form: CODE, purposes: [SEND] }) { errors { code } seen { phase } } }",
            new { code = sent.GetProperty("code").GetString() });
        Assert.Equal("ON_ITS_WAY", agreed.GetProperty("answerConsentByCode").GetProperty("seen").GetProperty("phase").GetString());
        var seen = await ReadAsync(town.Coordinator, id);
        Assert.Equal("SENT", seen.GetProperty("state").GetString());

        // She did not let the recipient contact her.
        Assert.Equal(JsonValueKind.Null, seen.GetProperty("client").GetProperty("contact").ValueKind);
    }

    [Fact]
    public async Task By_a_code_without_a_PIN_is_agreed_to_and_shows_nothing_of_whom_it_is_about()
    {
        var input = Input("Kaisa Koodilla");
        ((Dictionary<string, object?>)input["agreement"]!)["form"] = "CODE";
        input.Remove("pin");
        var sent = await town.SendAsync(input);
        var code = sent.GetProperty("code").GetString()!;
        var seen = $"{await town.ByCodeAsync(code)}";
        Assert.Contains("\"phase\":", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Kaisa", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("040 123 4567", seen, StringComparison.Ordinal);

        var agreed = await town.Tray.QueryAsync(
            "mutation($code: String!) { answerConsentByCode(code: $code, agreement: { textVersion: \"1.0\", form: CODE, purposes: [SEND] }) { errors { code } seen { phase referral { id } } } }",
            new { code });
        Assert.Equal("ON_ITS_WAY", agreed.GetProperty("answerConsentByCode").GetProperty("seen").GetProperty("phase").GetString());
        Assert.Equal(JsonValueKind.Null, agreed.GetProperty("answerConsentByCode").GetProperty("seen").GetProperty("referral").ValueKind);
    }

    [Fact]
    public async Task A_draft_is_nobodys_but_the_senders_and_goes_without_a_trace_of_the_person()
    {
        var before = await CountAsync();
        var drafted = (await town.Nurse.AskAsync(
            $$"""mutation($input: SendReferralInput!) { sendReferral(input: $input, idempotencyKey: "d", draft: true) { referral { {{Shown}} } } }""", new { input = Input() }))
            .GetProperty("data").GetProperty("sendReferral").GetProperty("referral");
        Assert.Equal("DRAFT", drafted.GetProperty("state").GetString());
        Assert.Equal(JsonValueKind.Null, (await ReadAsync(town.Coordinator, drafted.GetProperty("id").GetString()!)).ValueKind);
        Assert.Empty((await MoveAsync(town.Nurse, "discardReferral", drafted)).GetProperty("errors").EnumerateArray());
        Assert.Equal(before, await CountAsync());
    }

    private async Task<(int Referrals, int Keys, int Notices)> CountAsync()
    {
        await using var context = await town.ContextAsync();
        return (await context.Set<Referral>().CountAsync(), await context.Set<ReferralKey>().CountAsync(), await context.Set<ReferralNotice>().CountAsync());
    }

    internal static string? CodeOf(JsonElement payload) => payload.GetProperty("errors")[0].GetProperty("code").GetString();

    internal static string? TopCode(JsonElement answer) => answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();
}
