using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ServiceTray.Export.Fhir;
using ServiceTray.Languages;
using ServiceTray.Surveys;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Surveys;
using Xunit;

namespace ServiceTray.Tests.Export.Fhir;

/// <summary>Definitions as FHIR R4 and back again, and answers as FHIR has them, before two validators that others wrote.</summary>
[Collection(SmallTray.Name)]
public sealed class Questionnaires(SmallTray shared)
{
    // Every kind of question, condition, score and effect that a definition can have.
    private const string Everything = """
        {
          "key": "everything", "version": "2.11", "languages": ["sv", "fi"], "title": { "sv": "Allt", "fi": "Kaikki" }, "owner": "Me", "licence": "MIT", "attribution": "Thanks",
          "use": "CONVERSATION", "purpose": "EXPERIENCE",
          "questions": [
            { "id": "a", "kind": "SCALE", "text": { "sv": "A?", "fi": "A?" }, "why": { "sv": "x", "fi": "y" }, "required": true, "theme": "MIND", "scale": { "min": -2, "max": 2, "minLabel": { "sv": "v", "fi": "h" } } },
            { "id": "b", "kind": "SCALE", "text": { "sv": "B?", "fi": "B \"?\"" }, "why": { "sv": "x", "fi": "y" }, "scale": { "min": 0, "max": 1, "maxLabel": { "sv": "v", "fi": "h" } }, "shownWhen": { "question": "a", "atLeast": -1, "atMost": 1.5 } },
            { "id": "c", "kind": "CHOICE", "text": { "sv": "C?", "fi": "C?" }, "why": { "sv": "x", "fi": "y" }, "choices": [
              { "id": "one", "text": { "sv": "1", "fi": "yksi" }, "theme": "CULTURE", "accessibility": ["QUIET", "HEARING"], "language": "fi", "modes": ["ONLINE"], "free": true },
              { "id": "two", "text": { "sv": "2", "fi": "kaksi" } }] },
            { "id": "d", "kind": "CHOICES", "text": { "sv": "D?", "fi": "D?" }, "why": { "sv": "x", "fi": "y" }, "choices": [{ "id": "only", "text": { "sv": "1", "fi": "1" } }], "shownWhen": { "question": "c", "anyOf": ["one", "two"] } },
            { "id": "e", "kind": "NUMBER", "age": true, "text": { "sv": "E?", "fi": "E?" }, "why": { "sv": "x", "fi": "y" }, "scale": { "min": 0, "max": 120 } },
            { "id": "f", "kind": "NUMBER", "text": { "sv": "F?", "fi": "F?" }, "why": { "sv": "x", "fi": "y" } },
            { "id": "g", "kind": "TEXT", "longest": 77, "text": { "sv": "G?", "fi": "G?" }, "why": { "sv": "x", "fi": "y" } },
            { "id": "h", "kind": "DATE", "text": { "sv": "H?", "fi": "H?" }, "why": { "sv": "x", "fi": "y" } }
          ],
          "scores": [
            { "id": "m", "name": { "sv": "M", "fi": "M" }, "rule": "MEAN", "items": [{ "question": "a" }, { "question": "b", "reversed": true }], "fewest": 1, "bands": [{ "from": 0.5, "name": { "sv": "b", "fi": "b" } }] },
            { "id": "t", "name": { "sv": "T", "fi": "T" }, "rule": "TABLE", "items": [{ "question": "b" }], "table": [{ "sum": 0, "value": 1.25 }, { "sum": 1, "value": 2 }] }
          ]
        }
        """;

    private static readonly string[] Names = [.. Directory.GetFiles(OwnSurvey.Folder, "*-*.*.json").Select(file => Path.GetFileName(file)), "everything"];

    public static TheoryData<string> Definitions => [.. Names];

    [Theory]
    [MemberData(nameof(Definitions))]
    public void Lose_nothing_on_the_way_there_and_back(string name)
    {
        var json = TextOf(name);
        var (survey, problems) = DefinitionReader.Read(Encoding.UTF8.GetBytes(json));
        Assert.Empty(problems);
        var written = QuestionnaireWriter.Write(survey!);
        using var back = JsonDocument.Parse(QuestionnaireReader.ToDefinition(written).ToJsonString());
        using var original = JsonDocument.Parse(json);
        Assert.True(JsonElement.DeepEquals(original.RootElement, back.RootElement), $"{back.RootElement}");

        var (again, none) = QuestionnaireReader.Read(Encoding.UTF8.GetBytes(written.ToJsonString()));
        Assert.Empty(none);
        Assert.Equal(written.ToJsonString(), QuestionnaireWriter.Write(again!).ToJsonString());
    }

    [Theory]
    [InlineData("{", "This Questionnaire cannot be read as one.")]
    [InlineData("[]", "This is no FHIR Questionnaire.")]
    [InlineData("""{ "resourceType": "Patient" }""", "This is no FHIR Questionnaire.")]
    [InlineData("""{ "resourceType": "Questionnaire", "item": [{ "linkId": 5, "type": {} }], "language": 3 }""", "This Questionnaire cannot be read as one.")]
    public void Of_which_nothing_can_be_read_are_told_and_nothing_is_thrown(string json, string expected) =>
        Assert.Equal(expected, Assert.Single(QuestionnaireReader.Read(Encoding.UTF8.GetBytes(json)).Problems).Message);

    [Fact]
    public void Of_others_are_read_as_far_as_they_go_and_what_is_missing_is_told()
    {
        var (survey, problems) = QuestionnaireReader.Read("""{ "resourceType": "Questionnaire", "name": "phq9", "language": "fi", "title": "PHQ-9", "item": [{ "linkId": "a", "type": "group" }] }"""u8.ToArray());
        Assert.Null(survey);
        Assert.Superset(new HashSet<string> { "version", "owner", "use", "purpose", "questions[0].kind", "questions[0].text" }, problems.Select(problem => problem.Path).ToHashSet());
    }

    [SkippableFact]
    public async Task Are_accepted_by_two_validators_and_so_are_answers()
    {
        var judge = Path.Combine(Repository.Shared, "checks", "fhir-validate.mjs");
        Skip.IfNot(File.Exists(judge), "There is no ../shared/checks here.");
        Judge.SkipUnlessInstalled("fhir-x", "medplum");
        var folder = Directory.CreateTempSubdirectory("tray-fhir-").FullName;
        foreach (var name in Names)
        {
            var survey = DefinitionReader.Read(Encoding.UTF8.GetBytes(TextOf(name))).Survey!;
            await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.json"), QuestionnaireWriter.Write(survey).ToJsonString());
        }

        var filled = OwnSurvey.Filled(
            OwnSurvey.Number("mind", 4), OwnSurvey.Number("age", 40), OwnSurvey.Chosen("important", "mind", "nature"), OwnSurvey.Chosen("price", "free"), OwnSurvey.Said("uinti"));
        await File.WriteAllTextAsync(Path.Combine(folder, "response.json"), ResponseWriter.Write(filled, TrayApp.Now, Language.Sv).ToJsonString());
        await File.WriteAllTextAsync(Path.Combine(folder, "bundle.json"), await shared.App.Client.GetStringAsync("/fhir/Questionnaire"));

        var files = Directory.GetFiles(folder);
        var (code, said) = await Judge.RunAsync([judge, .. files]);
        Assert.True(code == 0, said);

        // And the judge is awake: it refuses one that is wrong.
        var wrong = Path.Combine(folder, "wrong.json");
        await File.WriteAllTextAsync(wrong, """{ "resourceType": "Questionnaire", "status": "ready", "item": [{ "linkId": "a", "type": "scale" }] }""");
        Assert.Equal(1, (await Judge.RunAsync(judge, wrong)).Code);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Of_answers_are_found_by_code_in_a_posted_form_alone()
    {
        var payload = await shared.App.QueryAsync(
            "mutation { answerSurvey(input: { survey: \"34dba39a-04e1-596b-9c0b-b7e6d8b73ce6\", keep: true, answers: [{ question: \"mind\", value: { number: 6 } }, { question: \"price\", value: { choices: [\"free\"] } }] }) { result { code } } }");
        var code = payload.GetProperty("answerSurvey").GetProperty("result").GetProperty("code").GetString()!;
        var found = await FindAsync(code);
        Assert.Equal(1, found["total"]!.GetValue<int>());
        var items = found["entry"]![0]!["resource"]!["item"]!.AsArray();
        Assert.Equal(["mind", "price"], items.Select(item => $"{item!["linkId"]}"));
        Assert.Equal((6, "free"), (items[0]!["answer"]![0]!["valueInteger"]!.GetValue<int>(), $"{items[1]!["answer"]![0]!["valueCoding"]!["code"]}"));
        Assert.Equal(0, (await FindAsync("0000-0000-0000-0000"))["total"]!.GetValue<int>());
        using var byGet = await shared.App.Client.GetAsync($"/fhir/QuestionnaireResponse/_search?identifier={code}");
        Assert.Equal(System.Net.HttpStatusCode.MethodNotAllowed, byGet.StatusCode);
    }

    private async Task<JsonNode> FindAsync(string code)
    {
        using var form = new FormUrlEncodedContent([new("identifier", code)]);
        using var answer = await shared.App.Client.PostAsync("/fhir/QuestionnaireResponse/_search", form);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    private static string TextOf(string name) => name == "everything" ? Everything : File.ReadAllText(Path.Combine(OwnSurvey.Folder, name));
}
