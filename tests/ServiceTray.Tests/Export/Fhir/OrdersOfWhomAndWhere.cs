using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Accounts;
using ServiceTray.Export.Fhir;
using ServiceTray.Export.Fhir.Referrals;
using ServiceTray.Languages;
using ServiceTray.Referrals;
using ServiceTray.Tests.Referrals;
using Xunit;

namespace ServiceTray.Tests.Export.Fhir;

/// <summary>An order says whom it is about, what she says herself and where she would like to go; all of it is read, or refused by place.</summary>
public sealed class OrdersOfWhomAndWhere(SharedTown shared) : IClassFixture<SharedTown>
{
    private static readonly Guid Somewhere = Guid.Parse("0193a5d2-0000-7000-8000-000000000001");

    private readonly ReferralTown town = shared.Town;

    public static TheoryData<string, string?> Patients => new()
    {
        { "\"active\": true", null },
        { "\"active\": false", "contained[Patient].active" },
        { "\"active\": \"no\"", "contained[Patient].active" },
        { "\"deceasedBoolean\": false", null },
        { "\"deceasedBoolean\": true", "contained[Patient].deceased" },
        { "\"deceasedDateTime\": \"2026-01-01\"", "contained[Patient].deceased" },
        { "\"link\": [{ \"type\": \"replaces\", \"other\": { \"reference\": \"Patient/1\" } }]", null },
        { "\"link\": [{ \"type\": \"replaced-by\", \"other\": { \"reference\": \"Patient/1\" } }]", "contained[Patient].link" },
        { "\"link\": [{ \"other\": { \"reference\": \"Patient/1\" } }]", "contained[Patient].link" },
    };

    [Theory]
    [MemberData(nameof(Patients))]
    public async Task About_one_who_is_not_there_any_more_are_refused(string said, string? place) =>
        Assert.Equal(place, await PlaceAsync(Order().Replace("\"id\": \"p\"", $"\"id\": \"p\", {said}", StringComparison.Ordinal)));

    [Theory]
    [InlineData("active", "completed", null)]
    [InlineData("active", "amended", null)]
    [InlineData("draft", "in-progress", null)]
    [InlineData("active", "in-progress", "contained[QuestionnaireResponse].status")]
    [InlineData("draft", "entered-in-error", "contained[QuestionnaireResponse].status")]
    [InlineData("active", "stopped", "contained[QuestionnaireResponse].status")]
    [InlineData("active", "", "contained[QuestionnaireResponse].status")]
    public async Task With_a_form_that_does_not_count_are_refused(string status, string form, string? place) => Assert.Equal(place, await PlaceAsync(Order(status).Replace(
        "\"contained\": [", $"\"contained\": [{{ \"resourceType\": \"QuestionnaireResponse\", \"questionnaire\": \"urn:servicetray:fhir:referral-form\", \"status\": \"{form}\", \"item\": [{{ \"linkId\": \"goal\", \"answer\": [{{ \"valueString\": \"Ulos\" }}] }}] }},", StringComparison.Ordinal)));

    [Theory]
    [InlineData("\"text\": \"Illat ovat pitkiä\"", "Illat ovat pitkiä")]
    [InlineData("\"text\": \"yksinäisyys\"", null)]
    [InlineData("\"id\": \"r\"", null)]
    public void Keep_her_own_words_beside_a_needs_code(string text, string? kept)
    {
        var order = Order().Replace("\"intent\"", $"\"reasonCode\": [{{ \"coding\": [{{ \"system\": \"urn:servicetray:need\", \"code\": \"yksinaisyys\", \"display\": \"yksinäisyys\" }}], {text} }}], \"intent\"", StringComparison.Ordinal);
        var parsed = ServiceRequestReader.Read(new FhirPart(JsonNode.Parse(order)), new DateOnly(2026, 11, 22));
        Assert.Equal(kept, parsed.Input.Reason!.OwnWords);
        Assert.Equal(["yksinaisyys"], parsed.Input.Reason.Needs);
    }

    [Theory]
    [InlineData("Activity")]
    [InlineData("Organisation")]
    [InlineData("GuidancePoint")]
    [InlineData("CoordinatorDecides")]
    public async Task Tell_where_she_would_like_to_go_and_are_read_back_so(string told)
    {
        var kind = Enum.Parse<TargetKind>(told);
        var id = (await town.SendAsync(ReferralTown.Input())).GetProperty("referral").GetProperty("id").GetString()!;
        var shown = await ShownAsync(Guid.Parse(id));
        var written = ServiceRequestWriter.Write(
            shown with { View = shown.View with { Target = new ReferralTarget(kind, kind == TargetKind.CoordinatorDecides ? null : Somewhere) } }, FhirParts.Words("x"), Language.Fi);
        var order = new FhirPart(written);
        var beside = order["performer"].All.Skip(1).ToList();
        Assert.Equal(ReferralTown.Kuopio, order["performer"].All.First().Id);
        switch (kind)
        {
            case TargetKind.Activity:
                Assert.Equal(("HealthcareService", Somewhere), (beside.Single()["type"].Text, beside.Single().Id));
                break;
            case TargetKind.Organisation:
                Assert.Equal(("Organization", Somewhere), (beside.Single()["type"].Text, beside.Single().Id));
                return;
            case TargetKind.GuidancePoint:
                Assert.Equal(("Location", Somewhere), (order["locationReference"].All.Single()["type"].Text, order["locationReference"].All.Single().Id));
                break;
            default:
                Assert.Empty(beside);
                Assert.False(order["locationReference"].IsThere);
                break;
        }

        var posted = JsonNode.Parse(Order())!.AsObject();
        posted["performer"] = written["performer"]!.DeepClone();
        if (written["locationReference"] is { } place)
        {
            posted["locationReference"] = place.DeepClone();
        }

        var read = ServiceRequestReader.Read(new FhirPart(posted), new DateOnly(2026, 11, 22)).Input;
        Assert.Equal((ReferralTown.Kuopio, kind, kind == TargetKind.CoordinatorDecides ? null : Somewhere), (read.Receiver, read.Target, read.TargetId));
    }

    [Theory]
    [InlineData("\"locationReference\": [{ \"reference\": \"Location/1\" }], ", "locationReference")]
    [InlineData("\"locationReference\": [], ", "locationReference")]
    [InlineData("\"locationCode\": [{ \"text\": \"kotona\" }], ", "locationCode")]
    [InlineData("\"locationReference\": [{ \"type\": \"Location\", \"identifier\": { \"system\": \"urn:servicetray:offering\", \"value\": \"0193a5d2-0000-7000-8000-000000000001\" } }], ", "target")]
    public async Task To_a_place_that_is_not_read_or_not_there_are_refused(string said, string place) =>
        Assert.Equal(place, await PlaceAsync(Order().Replace("\"intent\"", $"{said}\"intent\"", StringComparison.Ordinal)));

    private async Task<ReferralShown> ShownAsync(Guid id)
    {
        await using var scope = town.Tray.Services.CreateAsyncScope();
        var nurse = Caller.Person(town.Nurse.Account, "", [new Grant(Role.Professional, ReferralTown.County)]);
        return (await scope.ServiceProvider.GetRequiredService<ReferralFinder>().FindAsync(id, nurse, CancellationToken.None))!;
    }

    // Where it is refused; null: it is taken in.
    private async Task<string?> PlaceAsync(string order)
    {
        var token = await town.Tray.Services.GetRequiredService<MachineClientDesk>().MakeAsync(
            Caller.Person(Guid.NewGuid(), "Julkaisija", [new Grant(Role.Publisher, ReferralTown.County)]), "Järjestelmä", new Grant(Role.Professional, ReferralTown.County), ["referrals"], CancellationToken.None);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/fhir/ServiceRequest")
        {
            Content = new StringContent(order, Encoding.UTF8, "application/fhir+json"),
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
        };
        using var answer = await town.Tray.Client.SendAsync(request);
        var said = await answer.Content.ReadAsStringAsync();
        return (int)answer.StatusCode == 201 ? null : $"{Assert.Single(JsonNode.Parse(said)!["issue"]!.AsArray())!["expression"]![0]}";
    }

    private static string Order(string status = "active") => $$"""
        { "resourceType": "ServiceRequest", "status": "{{status}}", "intent": "order", "identifier": [{ "system": "urn:care", "value": "nro-{{Guid.NewGuid()}}" }],
          "instantiatesUri": ["urn:servicetray:programme:hyvinvointilahete"],
          "contained": [{ "resourceType": "Patient", "id": "p", "name": [{ "text": "Oikea Asiakas" }], "telecom": [{ "system": "phone", "value": "040 765 4321" }] },
            { "resourceType": "Consent", "status": "active", "policyRule": { "text": "1.0" }, "category": [{ "coding": [{ "system": "urn:servicetray:agreement", "code": "SPOKEN_PRESENT" }] }],
              "provision": { "provision": [{ "type": "permit", "code": [{ "coding": [{ "system": "urn:servicetray:purpose", "code": "SEND" }] }] }] } }],
          "subject": { "reference": "#p" }, "performer": [{ "identifier": { "system": "urn:servicetray:organisation", "value": "{{ReferralTown.Kuopio}}" } }],
          "category": [{ "coding": [{ "system": "urn:servicetray:theme", "code": "NATURE" }] }] }
        """;
}
