using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Guidance.Materials;
using ServiceTray.Referrals.Programmes;
using ServiceTray.Surveys;
using ServiceTray.Tests.Support;
using Xunit;
using static ServiceTray.Tests.Referrals.ReferralTown;
using static ServiceTray.Tests.Referrals.TestProgramme;

namespace ServiceTray.Tests.Referrals;

/// <summary>What a programme lets choose from: how it may end, to whom else it may be told, which survey goes along.</summary>
[Collection(SharedTown.Name)]
public sealed class ProgrammeChoices(SharedTown shared)
{
    private readonly ReferralTown town = shared.Town;

    [Fact]
    public async Task Are_told_and_only_they_are_taken_when_it_is_sent()
    {
        var told = (await town.Tray.QueryAsync(
            "{ programmes { key survey outcomes { key name(language: SV) { value } } disclosures { key } materials { key } minors { value } } }"))
            .GetProperty("programmes").EnumerateArray().ToDictionary(one => one.GetProperty("key").GetString()!);
        var open = told["hyvinvointilahete"];
        Assert.Equal(("wellbeing", "Frivilligarbete"), (open.GetProperty("survey").GetString(), Named(open.GetProperty("outcomes"), "vapaaehtoistyo")));
        Assert.Equal(["laheinen", "toiminnan-vetaja"], open.GetProperty("disclosures").EnumerateArray().Select(one => one.GetProperty("key").GetString()));
        Assert.Equal(5, open.GetProperty("materials").GetArrayLength());
        Assert.Equal(7, told["tyohonvalmennus-ips"].GetProperty("outcomes").GetArrayLength());
        Assert.Equal(5, told["tyohonvalmennus-ips"].GetProperty("disclosures").GetArrayLength());

        var input = Input();
        Agreement(input)["disclosures"] = new[] { "laheinen", "tyonantaja" };
        Assert.Equal(("CHOICE_UNKNOWN", "agreement.disclosures"), Refusal(await town.SendAsync(input)));
        Agreement(input)["disclosures"] = new[] { "laheinen" };
        input["survey"] = "Liikkuminen mietityttää";
        input["surveyKey"] = "work-ability-score";
        Assert.Equal(("SURVEY_NOT_TAKEN", "survey"), Refusal(await town.SendAsync(input)));
        input["surveyKey"] = "wellbeing";
        Assert.Empty((await town.SendAsync(input)).GetProperty("errors").EnumerateArray());
    }

    [Fact]
    public async Task Of_whom_else_may_be_told_are_the_clients_switches()
    {
        var sent = await town.SendAsync(Input());
        var (code, id) = (sent.GetProperty("code").GetString()!, sent.GetProperty("referral").GetProperty("id").GetString()!);
        Assert.Equal(["laheinen"], On((await SwitchAsync(code, "laheinen", true)).GetProperty("seen").GetProperty("referral")));
        Assert.Equal(("CHOICE_UNKNOWN", "disclosure"), Refusal(await SwitchAsync(code, "tyonantaja", true)));
        var seen = await DisclosuresAsync(town.Coordinator, id);
        Assert.Equal(["laheinen"], On(seen));
        var off = await MoveAsync(town.Coordinator, "switchConsentOff", id, seen.GetProperty("revision").GetInt32(), "disclosure: \"laheinen\", why: \"Soitti\"");
        Assert.Empty(off.GetProperty("errors").EnumerateArray());
        Assert.Empty(On(await DisclosuresAsync(town.Coordinator, id)));
    }

    [Fact]
    public async Task Of_outcomes_are_the_only_ones_that_feedback_names()
    {
        var referral = (await town.SendAsync(Input())).GetProperty("referral");
        referral = (await MoveAsync(town.Coordinator, "acceptReferral", referral, $"linkPerson: \"{town.Walker.Account}\"")).GetProperty("referral");
        referral = (await MoveAsync(town.Walker, "beginReferral", referral, "day: \"2026-12-15\"")).GetProperty("referral");
        referral = (await MoveAsync(town.Walker, "completeReferral", referral)).GetProperty("referral");
        var refused = await MoveAsync(town.Walker, "giveReferralFeedback", referral, "outcome: { result: \"palkkatyo\" }");
        Assert.Equal(("CHOICE_UNKNOWN", "outcome.result"), Refusal(refused));
        await MoveAsync(town.Walker, "giveReferralFeedback", referral, "outcome: { result: \"ryhma\" }");
        var id = referral.GetProperty("id").GetString();
        var told = await town.Nurse.AskAsync("query($id: ID!) { referral(id: $id) { outcome { result } } }", new { id });
        Assert.Equal("ryhma", told.GetProperty("data").GetProperty("referral").GetProperty("outcome").GetProperty("result").GetString());
    }

    [Fact]
    public async Task Of_guardians_and_helpers_are_shown_to_who_may_reach_the_client()
    {
        var input = Input();
        var client = (Dictionary<string, object?>)input["client"]!;
        (client["aideName"], client["aideScope"]) = ("Eeva Edunvalvoja", "DECIDES_AS_GUARDIAN");
        var id = (await town.SendAsync(input)).GetProperty("referral").GetProperty("id").GetString()!;
        Assert.Equal("""{"name":"Eeva Edunvalvoja","scope":"DECIDES_AS_GUARDIAN"}""", await AideAsync(id));
        Agreement(input)["purposes"] = new[] { "SEND" };
        Assert.Equal("null", await AideAsync((await town.SendAsync(input)).GetProperty("referral").GetProperty("id").GetString()!));
    }

    [Fact]
    public void Name_what_other_rooms_have()
    {
        var (surveys, materials) = (town.Tray.Services.GetRequiredService<SurveyShelf>(), town.Tray.Services.GetRequiredService<MaterialShelf>());
        ProgrammeLinks.Check(ProgrammeFolder.Read(Path.Combine(Repository.Root, "seed-data", "programmes"), isForClientData: false), surveys, materials);
        Assert.Contains("survey", Assert.Throws<InvalidDataException>(() => ProgrammeLinks.Check(new ProgrammeShelf([Open with { Survey = "none" }]), surveys, materials)).Message, StringComparison.Ordinal);
        Assert.Contains("materials", Assert.Throws<InvalidDataException>(() => ProgrammeLinks.Check(new ProgrammeShelf([Open with { Materials = ["none"] }]), surveys, materials)).Message, StringComparison.Ordinal);
    }

    private static string? Named(JsonElement choices, string key) =>
        choices.EnumerateArray().Single(one => one.GetProperty("key").GetString() == key).GetProperty("name").GetProperty("value").GetString();

    private static Dictionary<string, object?> Agreement(Dictionary<string, object?> input) => (Dictionary<string, object?>)input["agreement"]!;

    private static (string?, string?) Refusal(JsonElement payload) =>
        (payload.GetProperty("errors")[0].GetProperty("code").GetString(), payload.GetProperty("errors")[0].GetProperty("field").GetString());

    private static IEnumerable<string?> On(JsonElement referral) => referral.GetProperty("consent").GetProperty("disclosures").EnumerateArray().Select(one => one.GetString());

    private async Task<JsonElement> SwitchAsync(string code, string disclosure, bool on) => (await town.Tray.QueryAsync(
        """
        mutation($code: String!, $disclosure: ID!, $on: Boolean!) {
          switchDisclosureByCode(code: $code, pin: "2468", disclosure: $disclosure, on: $on) { seen { referral { consent { disclosures } } } errors { code field } }
        }
        """, new { code, disclosure, on })).GetProperty("switchDisclosureByCode");

    private static async Task<JsonElement> DisclosuresAsync(Person by, string id) =>
        (await by.AskAsync("query($id: ID!) { referral(id: $id) { revision consent { disclosures } } }", new { id })).GetProperty("data").GetProperty("referral");

    private async Task<string> AideAsync(string id) =>
        (await town.Coordinator.AskAsync("query($id: ID!) { referral(id: $id) { client { aide { name scope } } } }", new { id })).GetProperty("data").GetProperty("referral").GetProperty("client").GetProperty("aide").GetRawText();
}
