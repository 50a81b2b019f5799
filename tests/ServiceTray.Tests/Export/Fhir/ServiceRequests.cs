using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Accounts;
using ServiceTray.Export.Fhir;
using ServiceTray.Export.Fhir.Referrals;
using ServiceTray.Languages;
using ServiceTray.Referrals;
using ServiceTray.Refusals;
using ServiceTray.Tests.Referrals;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;

namespace ServiceTray.Tests.Export.Fhir;

/// <summary>Referrals as FHIR R4: written for two validators that others wrote, and taken in from a care system.</summary>
public sealed class ServiceRequests(SharedTown shared) : IClassFixture<SharedTown>
{
    private const string Form = """{ "resourceType": "QuestionnaireResponse", "questionnaire": "urn:servicetray:fhir:referral-form", "status": "completed", "item": [{ "linkId": "goal", "answer": [{ "valueString": "Ulos joka viikko" }] }, { "linkId": "leaveNoMessages", "answer": [{ "valueBoolean": true }] }] }""";

    private const string Consent = """
        { "resourceType": "Consent", "status": "active", "policyRule": { "text": "1.0" }, "category": [{ "coding": [{ "system": "urn:servicetray:agreement", "code": "SPOKEN_PRESENT" }] }],
          "provision": { "provision": [{ "type": "permit", "code": [{ "coding": [{ "system": "urn:servicetray:purpose", "code": "SEND" }, { "system": "urn:servicetray:purpose", "code": "TELL_SENDER" }] }] }] } }
        """;

    private readonly ReferralTown town = shared.Town;

    [SkippableFact]
    public async Task Are_accepted_by_two_validators_in_every_state_for_every_reader()
    {
        var judge = Path.Combine(Repository.Shared, "checks", "fhir-validate.mjs");
        Skip.IfNot(File.Exists(judge), "There is no ../shared/checks here.");
        Judge.SkipUnlessInstalled("fhir-x", "medplum");
        var folder = Directory.CreateTempSubdirectory("tray-fhir-").FullName;
        var (states, written) = (new HashSet<ReferralState>(), 0);
        foreach (var (name, shown) in Histories())
        {
            states.Add(Enum.Parse<ReferralState>(name.Split('-')[0]));

            // Each sort of target by turns.
            var kind = (TargetKind)(written++ % Enum.GetValues<TargetKind>().Length);
            var led = shown with { View = shown.View with { Target = new ReferralTarget(kind, kind == TargetKind.CoordinatorDecides ? null : Guid.NewGuid()) } };
            await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.json"), FhirAnswer.Found(ReferralEntries.Of(led, Language.Sv)).ToJsonString());
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "outcome.json"), await (await PostAsync(await TokenAsync(), "{ }")).Content.ReadAsStringAsync());
        Assert.Equal(Enum.GetValues<ReferralState>().Order(), states.Order());
        var (code, said) = await Judge.RunAsync([judge, .. Directory.GetFiles(folder)]);
        Assert.True(code == 0, said);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_posted_order_is_a_draft_of_the_unit_until_a_professional_sends_it_and_its_program_sees_what_became_of_it()
    {
        var token = await TokenAsync();
        var order = Order("Järjestelmän Asiakas");
        using var made = await PostAsync(token, order);
        Assert.Equal(201, (int)made.StatusCode);
        var address = made.Headers.Location!.ToString();
        Assert.Equal(("draft", "ServiceRequest"), (Word(await made.Content.ReadAsStringAsync(), "status"), Word(await made.Content.ReadAsStringAsync(), "resourceType")));
        using var again = await PostAsync(token, order);
        Assert.Equal(address, again.Headers.Location!.ToString());

        // Another professional's colleague finds it too: it is the unit's.
        var path = $"/lahetteet/{address.Split('/')[^1]}";
        var box = await PageVisit.ReadAsync(await town.Nurse.Client.GetAsync("/lahetteet"));
        Assert.Contains("Järjestelmän Asiakas", box.Main.TextContent, StringComparison.Ordinal);
        var sent = await PageVisit.ReadAsync(await ReferralPages.SendAsync(town.Nurse, path, "SEND", ("form", "SPOKEN_PRESENT"), ("tellSender", "on"), ("pin", "4711")));
        Assert.Equal("Lähete on perillä", sent.Main.QuerySelector("h1")!.TextContent);
        var own = await PageVisit.PostAsync(town.Tray, "/oma-lahete", ("code", sent.Main.QuerySelector(".code")!.TextContent.Trim()), ("pin", "4711"));
        Assert.Contains("Ulos joka viikko", (await PageVisit.ReadAsync(await town.Coordinator.Client.GetAsync(path))).Main.TextContent, StringComparison.Ordinal);
        Assert.NotNull(own.Main.QuerySelector(".path"));

        Assert.Equal("requested", await TaskStatusAsync(token, address));
        await ReferralPages.PressAsync(town.Coordinator, path, "RECEIVE");
        Assert.Equal("received", await TaskStatusAsync(token, address));
        using var colleague = await Person.SignedInAsync(town.Tray, new Grant(Role.Professional, ReferralTown.County));
        Assert.Equal(404, (int)(await colleague.Client.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task An_order_with_the_clients_permission_is_sent_at_once()
    {
        using var made = await PostAsync(await TokenAsync(), Order("Suostuva Asiakas", "active", Consent));
        Assert.Equal("active", Word(await made.Content.ReadAsStringAsync(), "status"));
        var seen = await ReferralTown.ReadAsync(town.Coordinator, made.Headers.Location!.ToString().Split('/')[^1]);
        Assert.Equal("Suostuva Asiakas", seen.GetProperty("client").GetProperty("name").GetString());
        Assert.Equal(["SEND", "TELL_SENDER"], seen.GetProperty("consent").GetProperty("purposes").EnumerateArray().Select(purpose => purpose.GetString()));
    }

    [Theory]
    [InlineData("\"name\": [{ \"text\": \"Aino\" }]", "\"name\": [{ \"text\": \"Aino\" }], \"identifier\": [{ \"system\": \"urn:oid:1.2.246.21\", \"value\": \"131052-308T\" }]", RefusalCodes.IdentityCodeRefused, "contained[Patient].identifier")]
    [InlineData("\"status\": \"draft\"", "\"status\": \"draft\", \"reasonCode\": [{ \"coding\": [{ \"system\": \"http://hl7.org/fhir/sid/icd-10\", \"code\": \"F32\" }] }]", RefusalCodes.DiagnosisRefused, "reasonCode.coding")]
    [InlineData("\"status\": \"draft\"", "\"status\": \"draft\", \"reasonCode\": [{ \"text\": \"synt. 131052-308T\" }]", RefusalCodes.IdentityCodeRefused, "reason.ownWords")]
    [InlineData("\"value\": \"NUMBER\"", "\"value\": \"\"", RefusalCodes.FieldRequired, "identifier")]
    [InlineData("urn:servicetray:programme:hyvinvointilahete", "urn:servicetray:programme:muu", RefusalCodes.ProgrammeOff, null)]
    public async Task What_has_no_place_in_a_referral_is_refused_by_name(string good, string bad, string code, string? expression)
    {
        var order = Order("Aino").Replace("PARTS", "", StringComparison.Ordinal);
        Assert.Contains(good.Replace("NUMBER", "", StringComparison.Ordinal).TrimEnd('"'), order, StringComparison.Ordinal);
        var wrong = good.Contains("NUMBER", StringComparison.Ordinal) ? System.Text.RegularExpressions.Regex.Replace(order, "\"value\": \"nro-[^\"]*\"", bad) : order.Replace(good, bad, StringComparison.Ordinal);
        using var answer = await PostAsync(await TokenAsync(), wrong);
        var issue = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["issue"]![0]!;
        Assert.Equal((422, code, expression), ((int)answer.StatusCode, $"{issue["details"]!["coding"]![0]!["code"]}", issue["expression"]?[0]?.GetValue<string>()));
        Assert.DoesNotContain("131052", $"{issue}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{ \"resourceType\": \"Patient\" }")]
    [InlineData("{ \"resourceType\": \"ServiceRequest\", \"resourceType\": \"ServiceRequest\" }")]
    [InlineData("{ \"resourceType\": \"ServiceRequest\", \"contained\": 5, \"identifier\": {}, \"subject\": [[]], \"category\": \"x\", \"performer\": [null] }")]
    public async Task What_is_no_order_is_told_and_nothing_is_thrown(string body)
    {
        using var answer = await PostAsync(await TokenAsync(), body);
        Assert.Contains((int)answer.StatusCode, new[] { 400, 422 });
        Assert.Equal("OperationOutcome", Word(await answer.Content.ReadAsStringAsync(), "resourceType"));
    }

    [Fact]
    public async Task Are_not_there_for_others_and_a_program_without_the_scope_is_refused()
    {
        using var made = await PostAsync(await TokenAsync(), Order("Toisen Asiakas"));
        using var foreign = new HttpRequestMessage(HttpMethod.Get, made.Headers.Location) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(ReferralTown.Iisalmi)) } };
        using var none = new HttpRequestMessage(HttpMethod.Get, $"/fhir/ServiceRequest/{Guid.NewGuid()}") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(ReferralTown.Iisalmi)) } };
        var (theirs, nobodys) = (await town.Tray.SendAsync(foreign), await town.Tray.SendAsync(none));
        Assert.Equal((404, theirs.Text), ((int)theirs.Status, nobodys.Text));
        Assert.Equal(401, (int)(await town.Tray.GetAsync("/fhir/ServiceRequest")).Status);
        using var narrow = await PostAsync(await TokenAsync(scope: "offerings:write"), Order("Aino"));
        Assert.Equal(403, (int)narrow.StatusCode);
    }

    [Fact]
    public void What_is_written_is_read_back_the_same()
    {
        var referral = TestProgramme.Drafted();
        referral.Send(TestProgramme.By(TestProgramme.As(ReferralRole.Sender)), TestProgramme.Agreed(Purpose.TellSender) with { Hidden = [ClientField.Goal], Disclosures = ["laheinen"] });
        var entries = ReferralEntries.Of(Shown(referral, ReferralReader.Client), Language.Fi).Select(entry => entry.Resource).ToList();
        var order = entries[0];
        order["contained"] = new JsonArray([.. entries.Skip(1).Select(resource => resource.DeepClone())]);
        var input = ServiceRequestReader.Read(new FhirPart(order), new DateOnly(2026, 11, 23)).Input;
        var draft = TestProgramme.Draft();
        Assert.Equal(draft.Client, input.ToDraft().Client);
        Assert.Equal(draft.Reason with { Themes = [], Needs = [] }, input.ToDraft().Reason with { Themes = [], Needs = [] });
        Assert.Equal(draft.Reason.Themes, input.ToDraft().Reason.Themes);
        Assert.Equal(draft.Reason.Needs, input.ToDraft().Reason.Needs);
        Assert.Equal((draft.Survey, draft.Receiver, TestProgramme.Sender, "open"), (input.Survey, input.Receiver!.Value, input.SenderUnit!.Value, input.Programme));
        Assert.Equal([Purpose.Send, Purpose.TellSender], input.Agreement!.Purposes);
        Assert.Equal([ClientField.Goal], input.Agreement.Hidden!);
        Assert.Equal(["laheinen"], input.Agreement.Disclosures!);
        Assert.Equal("wellbeing", input.SurveyKey);
    }

    // One of each state that several actors come to, as every reader sees it.
    private static IEnumerable<(string Name, ReferralShown Shown)> Histories()
    {
        var seen = new HashSet<string>();
        for (var seed = 0; seed < 300; seed++)
        {
            var history = new RandomHistory(new Random(seed));
            for (var attempt = 0; attempt < 25; attempt++)
            {
                var (move, actor) = history.Choose();
                try
                {
                    history.Make(move, actor);
                }
                catch (RefusalException)
                {
                    continue;
                }

                foreach (var reader in Enum.GetValues<ReferralReader>().Where(reader => seen.Add($"{history.Referral.State}-{reader}")))
                {
                    yield return ($"{history.Referral.State}-{reader}", Shown(history.Referral, reader));
                }
            }
        }
    }

    private static ReferralShown Shown(Referral referral, ReferralReader reader) =>
        new(ReferralViewer.Of(referral, TestProgramme.Open, reader, TestProgramme.Monday), TestProgramme.Open, []);

    private static string Order(string name, string status = "draft", string? consent = null) => $$"""
        { "resourceType": "ServiceRequest", "status": "{{status}}", "intent": "order", "identifier": [{ "system": "urn:care", "value": "nro-{{Guid.NewGuid()}}" }],
          "instantiatesUri": ["urn:servicetray:programme:hyvinvointilahete"],
          "contained": [{ "resourceType": "Patient", "id": "p", "name": [{ "text": "{{name}}" }], "telecom": [{ "system": "phone", "value": "040 765 4321" }], "birthDate": "1950-02-03" }, {{Form}}{{(consent is null ? "" : $", {consent}")}}],
          "subject": { "reference": "#p" }, "performer": [{ "identifier": { "system": "urn:servicetray:organisation", "value": "{{ReferralTown.Kuopio}}" } }],
          "category": [{ "coding": [{ "system": "urn:servicetray:theme", "code": "NATURE" }] }] }
        """;

    private async Task<string> TokenAsync(Guid? unit = null, string scope = "referrals")
    {
        var organisation = unit ?? ReferralTown.County;
        return await town.Tray.Services.GetRequiredService<MachineClientDesk>().MakeAsync(
            Caller.Person(Guid.NewGuid(), "Julkaisija", [new Grant(Role.Publisher, organisation)]), "Potilastietojärjestelmä", new Grant(Role.Professional, organisation), [scope], CancellationToken.None);
    }

    private async Task<HttpResponseMessage> PostAsync(string token, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/fhir/ServiceRequest")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/fhir+json"),
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
        };
        return await town.Tray.Client.SendAsync(request);
    }

    private async Task<string?> TaskStatusAsync(string token, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/fhir/ServiceRequest?_id={address.Split('/')[^1]}") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        var bundle = JsonNode.Parse((await town.Tray.SendAsync(request)).Text)!;
        return bundle["entry"]!.AsArray().Select(entry => entry!["resource"]!).Single(resource => $"{resource["resourceType"]}" == "Task")["status"]!.GetValue<string>();
    }

    private static string? Word(string json, string name) => JsonNode.Parse(json)![name]?.GetValue<string>();
}
