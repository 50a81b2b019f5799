using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Accounts;
using ServiceTray.Referrals;
using ServiceTray.Refusals;
using ServiceTray.Tests.Referrals;
using Xunit;

namespace ServiceTray.Tests.Export.Fhir;

/// <summary>An order that a care system posts is read as it is meant or refused by place: nothing that says no or protects somebody is left out unseen.</summary>
public sealed class OrdersReadAsMeant(SharedTown shared) : IClassFixture<SharedTown>
{
    private const string Performer = "\"performer\": [";
    private const string Other = "{ \"resourceType\": \"Patient\", \"id\": \"q\", \"name\": [{ \"text\": \"Toinen Ihminen\" }], \"telecom\": [{ \"system\": \"phone\", \"value\": \"040 111 1111\" }] },";
    private const string Form = "{ \"resourceType\": \"QuestionnaireResponse\", \"questionnaire\": \"urn:servicetray:fhir:referral-form\", \"status\": \"completed\", \"item\": [ITEMS] },";
    private const string Deny = ", { \"type\": \"deny\", \"code\": [{ \"coding\": [{ \"system\": \"urn:servicetray:field\", \"code\": \"OWN_WORDS\" }] }] }";

    private readonly ReferralTown town = shared.Town;

    [Theory]
    [InlineData("\"status\": \"active\", \"intent\"", "\"status\": \"revoked\", \"intent\"", "status")]
    [InlineData("\"status\": \"active\", \"intent\"", "\"status\": \"entered-in-error\", \"intent\"", "status")]
    [InlineData("\"intent\": \"order\"", "\"intent\": \"proposal\"", "intent")]
    [InlineData("\"intent\"", "\"doNotPerform\": true, \"intent\"", "doNotPerform")]
    [InlineData("\"intent\"", "\"modifierExtension\": [{ \"url\": \"urn:x\", \"valueBoolean\": true }], \"intent\"", "modifierExtension")]
    [InlineData("\"intent\"", "\"note\": [{ \"text\": \"Ei saa soittaa työaikana\" }], \"intent\"", "note")]
    [InlineData("\"code\": \"NATURE\"", "\"code\": \"NATUREX\"", "category")]
    [InlineData("\"reference\": \"#p\"", "\"reference\": \"#x\"", "subject")]
    [InlineData("\"reference\": \"#p\"", "\"reference\": \"#p\", \"identifier\": { \"system\": \"urn:oid:1.2.246.21\", \"value\": \"131052-308T\" }", "subject.identifier", RefusalCodes.IdentityCodeRefused)]
    [InlineData("\"contained\": [", "\"contained\": [{ \"resourceType\": \"Condition\", \"code\": { \"text\": \"x\" } },", "contained[0]", RefusalCodes.DiagnosisRefused)]
    [InlineData("\"contained\": [", "\"contained\": [{ \"resourceType\": \"RelatedPerson\", \"name\": [{ \"text\": \"Huoltaja\" }] },", "contained[0]")]
    [InlineData("\"birthDate\": \"1950-02-03\"", "\"birthDate\": \"2015-XX-01\"", "contained[Patient].birthDate", RefusalCodes.DateInvalid)]
    [InlineData("\"birthDate\": \"1950-02-03\"", "\"birthDate\": \"2015\"", "client.ageBand", RefusalCodes.AgeNotServed)]
    [InlineData("\"birthDate\": \"1950-02-03\"", "\"birthDate\": \"2008-12\"", "client.ageBand", RefusalCodes.AgeNotServed)]
    public async Task What_changes_the_order_is_not_left_out(string good, string bad, string place, string code = RefusalCodes.ChoiceUnknown) => await AssertRefusedAsync(good, bad, place, code);

    [Theory]
    [InlineData("\"provision\": { ", "\"provision\": { \"period\": { \"end\": \"2025-12-31T10:00:00Z\" }, ", "agreement.until", RefusalCodes.DateInvalid)]
    [InlineData("\"provision\": { ", "\"provision\": { \"period\": { \"end\": \"soon\" }, ", "contained[Consent].provision.period", RefusalCodes.DateInvalid)]
    [InlineData("\"provision\": { ", "\"provision\": { \"period\": { \"start\": \"2027\" }, ", "contained[Consent].provision.period", RefusalCodes.DateInvalid)]
    [InlineData("\"provision\": { ", "\"provision\": { \"actor\": [{}], ", "contained[Consent].provision")]
    [InlineData("NO", Deny, null)]
    [InlineData("NO", ", { \"type\": \"deny\", \"code\": [{ \"coding\": [{ \"system\": \"urn:servicetray:field\", \"code\": \"own-words\" }] }] }", "contained[Consent].provision.provision[1]")]
    [InlineData("NO", ", { \"type\": \"deny\", \"code\": [{ \"coding\": [{ \"system\": \"urn:muu\", \"code\": \"OWN_WORDS\" }] }] }", "contained[Consent].provision.provision[1]")]
    [InlineData("NO", ", { \"type\": \"deny\", \"code\": [{ \"text\": \"Omat sanat\" }] }", "contained[Consent].provision.provision[1]")]
    [InlineData("NO", ", { \"type\": \"permit\", \"period\": { \"end\": \"2026-12-01\" }, \"code\": [{ \"coding\": [{ \"system\": \"urn:servicetray:purpose\", \"code\": \"SHARE_TRAY\" }] }] }", "contained[Consent].provision.provision[1]")]
    public async Task What_narrows_her_permission_is_not_left_out(string good, string bad, string? place, string code = RefusalCodes.ChoiceUnknown) => await AssertRefusedAsync(good, bad, place, code);

    [Theory]
    [InlineData("{ \"linkId\": \"isProtected\", \"answer\": [{ \"valueBoolean\": true }] }", null)]
    [InlineData("{ \"linkId\": \"isProtected\", \"answer\": [{ \"valueString\": \"true\" }] }", "item[0]")]
    [InlineData("{ \"linkId\": \"isProtected\", \"answer\": [{ \"valueCoding\": { \"code\": \"true\" } }] }", "item[0]")]
    [InlineData("{ \"linkId\": \"turvakielto\", \"answer\": [{ \"valueBoolean\": true }] }", "item[0]")]
    [InlineData("{ \"linkId\": \"goal\", \"answer\": [{ \"valueString\": \"Ulos\" }] }, { \"linkId\": \"safeTimes\", \"item\": [{ \"linkId\": \"isProtected\", \"answer\": [{ \"valueBoolean\": true }] }] }", "item[1]")]
    [InlineData("{ \"linkId\": \"goal\", \"answer\": [{ \"valueString\": \"Ulos\", \"item\": [{ \"linkId\": \"isProtected\", \"answer\": [{ \"valueBoolean\": true }] }] }] }", "item[0]")]
    [InlineData("{ \"linkId\": \"ageBand\", \"answer\": [{ \"valueString\": \"vauva\" }] }", "item[0]")]
    [InlineData("{ \"linkId\": \"goal\", \"answer\": [{ \"valueString\": \"Ulos\" }, { \"valueString\": \"Uimaan\" }] }", "item[0]")]
    public async Task What_the_form_says_is_not_left_out(string item, string? place) =>
        await AssertRefusedAsync("\"contained\": [", $"\"contained\": [{Form.Replace("ITEMS", item, StringComparison.Ordinal)}", place is null ? null : $"contained[QuestionnaireResponse].{place}", RefusalCodes.ChoiceUnknown);

    [Theory]
    [InlineData("urn:servicetray:fhir:referral-form|1.0", null)]
    [InlineData("urn:muu:lomake", "contained[QuestionnaireResponse].questionnaire")]
    public async Task A_form_is_known_in_every_version_and_another_is_not_left_out(string name, string? place)
    {
        var form = Form.Replace("ITEMS", "{ \"linkId\": \"isProtected\", \"answer\": [{ \"valueBoolean\": true }] }, { \"linkId\": \"municipality\", \"answer\": [{ \"valueString\": \"297\" }] }", StringComparison.Ordinal)
            .Replace("urn:servicetray:fhir:referral-form", name, StringComparison.Ordinal);
        var seen = await AssertRefusedAsync("\"contained\": [", $"\"contained\": [{form}", place, RefusalCodes.ChoiceUnknown);
        Assert.Equal(place is null, seen is not null && seen.Content.Client!.IsProtected);
    }

    [Fact]
    public async Task Sent_to_one_desk_and_about_the_one_whom_it_names()
    {
        await AssertRefusedAsync(Performer, $"{Performer}{{ \"identifier\": {{ \"system\": \"urn:servicetray:organisation\", \"value\": \"{ReferralTown.Iisalmi}\" }} }}, ", "performer", RefusalCodes.ChoiceUnknown);
        var seen = await AssertRefusedAsync("\"contained\": [", $"\"contained\": [{Other}", null, "");
        Assert.Equal("Oikea Asiakas", seen!.Content.Client!.Name);
        seen = await AssertRefusedAsync("\"telecom\": [", "\"telecom\": [{ \"system\": \"phone\", \"use\": \"old\", \"value\": \"040 999 9999\" }, ", null, "");
        Assert.Equal("040 765 4321", seen!.Content.Client!.Contact);
    }

    [Fact]
    public async Task Her_permission_ends_when_she_said_and_her_no_stands_before_her_yes()
    {
        var seen = await AssertRefusedAsync("\"provision\": { ", "\"provision\": { \"period\": { \"end\": \"2027-01\" }, ", null, "");
        Assert.Equal(new DateOnly(2027, 1, 31), seen!.Content.Consent!.Until);
        seen = await AssertRefusedAsync("\"provision\": { ", "\"provision\": { \"period\": { \"end\": \"2099\" }, ", null, "");
        Assert.Equal(new DateOnly(2027, 11, 22), seen!.Content.Consent!.Until);
        seen = await AssertRefusedAsync("NO", ", { \"type\": \"deny\", \"code\": [{ \"coding\": [{ \"system\": \"urn:servicetray:purpose\", \"code\": \"TELL_SENDER\" }] }] }", null, "");
        Assert.Equal([Purpose.Send], seen!.Content.Consent!.On);
    }

    [Theory]
    [InlineData("Oikea Asiakas")]
    [InlineData("resourceType\": \"ServiceRequest")]
    [InlineData("040 765 4321")]
    public async Task Half_a_letter_is_no_order_and_nothing_is_thrown(string words)
    {
        using var answer = await PostAsync(Order.Replace(words, $"{words}\\ud800", StringComparison.Ordinal).Replace("NO", "", StringComparison.Ordinal));
        Assert.Equal(400, (int)answer.StatusCode);
    }

    // With the change nothing is taken in, and what is wrong is named alone; place null: it is taken in, and told as it is kept.
    private async Task<Referral?> AssertRefusedAsync(string good, string bad, string? place, string code)
    {
        Assert.Contains(good, Order, StringComparison.Ordinal);
        using var answer = await PostAsync(Order.Replace(good, bad, StringComparison.Ordinal).Replace("NO", "", StringComparison.Ordinal));
        var text = await answer.Content.ReadAsStringAsync();
        if (place is null)
        {
            Assert.True((int)answer.StatusCode == 201, text);
            await using var context = await town.ContextAsync();
            var id = Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^1]);
            var referral = await context.Set<Referral>().AsNoTracking().SingleAsync(row => row.Id == id);
            ReferralSealer.Open(referral, town.Tray.Services.GetRequiredService<ReferralSealer>().Unwrap(await context.Set<ReferralKey>().SingleAsync(key => key.Referral == id)));
            return referral;
        }

        var issues = JsonNode.Parse(text)!["issue"]!.AsArray().Select(issue => ($"{issue!["details"]!["coding"]![0]!["code"]}", $"{issue["expression"]![0]}"));
        Assert.Equal([(code, place)], issues);
        return null;
    }

    private static string Order => $$"""
        { "resourceType": "ServiceRequest", "status": "active", "intent": "order", "identifier": [{ "system": "urn:care", "value": "nro-{{Guid.NewGuid()}}" }],
          "instantiatesUri": ["urn:servicetray:programme:hyvinvointilahete"],
          "contained": [{ "resourceType": "Patient", "id": "p", "name": [{ "text": "Oikea Asiakas" }], "telecom": [{ "system": "phone", "value": "040 765 4321" }], "birthDate": "1950-02-03" },
            { "resourceType": "Consent", "status": "active", "policyRule": { "text": "1.0" }, "category": [{ "coding": [{ "system": "urn:servicetray:agreement", "code": "SPOKEN_PRESENT" }] }],
              "provision": { "provision": [{ "type": "permit", "code": [{ "coding": [{ "system": "urn:servicetray:purpose", "code": "SEND" }, { "system": "urn:servicetray:purpose", "code": "TELL_SENDER" }] }] }NO] } }],
          "subject": { "reference": "#p" }, "performer": [{ "identifier": { "system": "urn:servicetray:organisation", "value": "{{ReferralTown.Kuopio}}" } }],
          "category": [{ "coding": [{ "system": "urn:servicetray:theme", "code": "NATURE" }] }] }
        """;

    private async Task<HttpResponseMessage> PostAsync(string body)
    {
        var token = await town.Tray.Services.GetRequiredService<MachineClientDesk>().MakeAsync(
            Caller.Person(Guid.NewGuid(), "Julkaisija", [new Grant(Role.Publisher, ReferralTown.County)]), "Potilastietojärjestelmä", new Grant(Role.Professional, ReferralTown.County), ["referrals"], CancellationToken.None);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/fhir/ServiceRequest")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/fhir+json"),
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
        };
        return await town.Tray.Client.SendAsync(request);
    }
}
