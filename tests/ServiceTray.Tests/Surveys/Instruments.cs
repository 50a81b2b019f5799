using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ServiceTray.Organisations;
using ServiceTray.Surveys;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Surveys;

/// <summary>The measures that ship: what each may be used for, how it counts, and whose its words are.</summary>
public sealed class Instruments
{
    private const string Answer = """
        mutation($input: AnswerSurveyInput!) { answerSurvey(input: $input) { errors { code } result { needs { need } scores { name value band(language: SV) { value } } suggestions { theme { code } } } } }
        """;

    private static readonly SurveyShelf Shelf = SurveyFolder.Read(OwnSurvey.Folder);

    // By the owner's published table: least, middle and greatest.
    [Theory]
    [InlineData(new[] { 1, 1, 1, 1, 1, 1, 1 }, 7.0)]
    [InlineData(new[] { 3, 3, 3, 3, 3, 3, 3 }, 19.25)]
    [InlineData(new[] { 5, 4, 3, 4, 3, 4, 2 }, 22.35)]
    [InlineData(new[] { 5, 5, 5, 5, 5, 5, 5 }, 35.0)]
    [InlineData(new[] { 3, 3, 3, 3, 3, 3 }, null)]
    public void Look_a_sum_up_in_a_table_when_all_is_answered(int[] answers, double? expected) => Assert.Equal(expected, Score("short-wemwbs", answers));

    [Theory]
    [InlineData("inclusion-indicator", new[] { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 }, 0.0)]
    [InlineData("inclusion-indicator", new[] { 3, 3, 3, 3, 3, 3, 3, 3, 3, 3 }, 50.0)]
    [InlineData("inclusion-indicator", new[] { 5, 5, 5, 5, 5, 5, 5, 5, 5, 4 }, 97.5)]
    [InlineData("whodas-2-0-12", new[] { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 }, 12.0)]
    [InlineData("whodas-2-0-12", new[] { 5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 }, null)]
    [InlineData("eurohis-qol-8", new[] { 5, 4, 5, 4, 5, 4, 5, 4 }, 4.5)]
    [InlineData("life-situation-3x10d", new[] { 6 }, 6.0)]
    [InlineData("work-ability-score", new[] { 8 }, 8.0)]
    public void Count_as_their_owners_have_told(string key, int[] answers, double? expected) => Assert.Equal(expected, Score(key, answers));

    [Fact]
    public void Have_their_bands_by_item_and_no_total_where_the_owner_wants_none()
    {
        var survey = Of("life-situation-3x10d");
        Assert.True(survey.NoTotal);
        Assert.Equal(10, survey.Scores.Count);
        Assert.All(survey.Scores, score => Assert.Equal([0.0, 6, 8], score.Bands.Select(band => band.From)));
        Assert.All(survey.Scores, score => Assert.Single(score.Items));
    }

    [Theory]
    [InlineData("audit", "Alkoholi")]
    [InlineData("my-phq-9", "Mieliala")]
    [InlineData("mood", "BDI-II")]
    [InlineData("mood", "Mielialakysely (PHQ-9)")]
    [InlineData("worry", "GAD-7")]
    [InlineData("drinking", "AUDIT-C")]
    [InlineData("mood", "gad7")]
    public void That_screen_for_symptoms_are_refused_by_name(string key, string title) =>
        Assert.Equal("purpose", Assert.Single(ProblemsOf(key, title, "WELLBEING")).Path);

    [Theory]
    [InlineData("SYMPTOM_SCREEN")]
    [InlineData("DIAGNOSIS")]
    [InlineData("PREDICTION")]
    [InlineData("MONITORING")]
    public void That_examine_are_refused_by_purpose(string purpose) => Assert.Equal("purpose", Assert.Single(ProblemsOf("a", "A", purpose)).Path);

    [Theory]
    [InlineData("audition", "Koe-esiintyminen")]
    [InlineData("yoga", "Jooga ja gadgetit")]
    public void That_only_sound_alike_are_taken(string key, string title) => Assert.Empty(ProblemsOf(key, title, "WELLBEING"));

    [Fact]
    public void Without_words_of_their_own_have_none()
    {
        var withheld = Shelf.All.Where(survey => survey.TextsAreOwners).ToList();
        Assert.Equal(["eurohis-qol-8", "inclusion-indicator", "life-situation-3x10d", "short-wemwbs", "whodas-2-0-12"], withheld.Select(survey => survey.Key));
        Assert.All(withheld.SelectMany(survey => survey.Questions), question => Assert.True(question.Text.IsEmpty && question.Choices.Count == 0 && question.Scale!.MinLabel.IsEmpty));
        Assert.DoesNotContain(Shelf.Newest, survey => survey.TextsAreOwners);
    }

    [Fact]
    public async Task Of_groups_and_without_words_are_refused_for_one_person_and_the_others_are_scored()
    {
        await using var tray = await TrayApp.StartAsync();
        Assert.Equal("USE_NOT_ALLOWED", ErrorOf(await AskAsync(tray, "inclusion-indicator")));
        Assert.Equal("USE_NOT_ALLOWED", ErrorOf(await AskAsync(tray, "recommendation", ("recommendation", 9))));
        Assert.Equal("TEXTS_MISSING", ErrorOf(await AskAsync(tray, "short-wemwbs", ("item-1", 3))));
        var result = (await AskAsync(tray, "work-ability-score", ("work-ability", 7))).GetProperty("result");
        Assert.Equal("""{"needs":[],"scores":[{"name":"Työkyky, 0–10","value":7,"band":{"value":"måttlig"}}],"suggestions":[]}""", $"{result}");
        var nothing = (await AskAsync(tray, "work-ability-score")).GetProperty("result").GetProperty("scores")[0];
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (nothing.GetProperty("value").ValueKind, nothing.GetProperty("band").ValueKind));
        var listed = await tray.QueryAsync("{ surveys { title { value } } node(id: \"" + Source.IdOf("seed", "short-wemwbs") + "\") { id } }");
        Assert.Equal((3, JsonValueKind.Null), (listed.GetProperty("surveys").GetArrayLength(), listed.GetProperty("node").ValueKind));
    }

    [Fact]
    public async Task Take_in_their_owners_words_by_a_command_that_tells_what_is_wrong_with_them()
    {
        var folder = Directory.CreateTempSubdirectory("tray-texts-").FullName;
        var (file, data) = (Path.Combine(folder, "texts.json"), Path.Combine(folder, "data"));
        await File.WriteAllTextAsync(file, Texts(6));
        var missing = await ImportAsync(file, data);
        Assert.Equal((1, "questions: item-7 is missing.\n"), missing);
        await File.WriteAllTextAsync(file, Texts(7));
        var fine = await ImportAsync(file, data);
        Assert.Equal((0, "short-wemwbs 1.0 has its words; the tray shows it from its next start on.\n"), fine);
        Assert.Equal(2, (await ImportAsync(Path.Combine(folder, "none.json"), data)).Code);

        await using (var tray = await TrayApp.StartAsync(dataFolder: data))
        {
            var result = (await AskAsync(tray, "short-wemwbs", [.. Enumerable.Range(1, 7).Select(i => ($"item-{i}", 3))])).GetProperty("result");
            Assert.Equal(19.25, result.GetProperty("scores")[0].GetProperty("value").GetDouble());
            var shown = await tray.QueryAsync($"{{ survey(id: \"{Source.IdOf("seed", "short-wemwbs")}\") {{ questions {{ text {{ value }} scale {{ minLabel {{ value }} }} }} }} }}");
            Assert.Equal("Made-up 7", shown.GetProperty("survey").GetProperty("questions")[6].GetProperty("text").GetProperty("value").GetString());
        }

        Directory.Delete(folder, recursive: true);
    }

    [SkippableFact]
    public async Task Are_written_as_the_schema_beside_them_says()
    {
        Judge.SkipUnlessInstalled("openapi");
        const string Script = """
            const { createRequire } = require('module'); const fs = require('fs'); const [, folder, home, ...files] = process.argv;
            const Ajv = createRequire(home + '/package.json')('ajv/dist/2020').default; const ajv = new Ajv({ strict: false, allErrors: true });
            const valid = ajv.compile(JSON.parse(fs.readFileSync(folder + '/definition.schema.json')));
            for (const file of files) { if (!valid(JSON.parse(fs.readFileSync(file)))) { console.log(file, JSON.stringify(valid.errors)); process.exitCode = 1; } }
            if (valid({ key: 'a' })) { console.log('takes anything'); process.exitCode = 1; }
            """;
        var (code, said) = await Judge.RunAsync(["-e", Script, OwnSurvey.Folder, Judge.Folder("openapi"), .. Directory.GetFiles(OwnSurvey.Folder, "*-*.*.json")]);
        Assert.True(code == 0, said);
    }

    private static double? Score(string key, int[] answers)
    {
        var survey = Of(key);
        var (filled, errors) = AnswerCheck.Check(survey, [.. answers.Select((answer, i) => OwnSurvey.Number(survey.Questions[i].Id, answer))]);
        Assert.Empty(errors);
        return Scorer.Of(survey.Scores[0], filled);
    }

    private static Survey Of(string key) => Shelf.All.Single(survey => survey.Key == key);

    private static IReadOnlyList<DefinitionProblem> ProblemsOf(string key, string title, string purpose) => DefinitionReader.Read(Encoding.UTF8.GetBytes($$"""
        { "key": "{{key}}", "version": "1.0", "languages": ["fi"], "title": { "fi": "{{title}}" }, "owner": "x", "licence": "x", "use": "INDIVIDUAL", "purpose": "{{purpose}}",
          "questions": [{ "id": "a", "kind": "TEXT", "text": { "fi": "?" }, "why": { "fi": "?" } }] }
        """)).Problems;

    private static async Task<JsonElement> AskAsync(TrayApp tray, string key, params (string Question, int Number)[] answers) => (await tray.QueryAsync(Answer, new
    {
        input = new { survey = Source.IdOf("seed", key), answers = answers.Select(answer => new { question = answer.Question, value = new { number = answer.Number } }) },
    })).GetProperty("answerSurvey");

    private static string? ErrorOf(JsonElement payload) => Assert.Single(payload.GetProperty("errors").EnumerateArray()).GetProperty("code").GetString();

    // The words are invented: those of the real measure are its owner's.
    private static string Texts(int count) => new JsonObject
    {
        ["survey"] = "short-wemwbs",
        ["version"] = "1.0",
        ["permission"] = "A test",
        ["languages"] = new JsonArray("en"),
        ["questions"] = new JsonArray([.. Enumerable.Range(1, count).Select(i => (JsonNode)new JsonObject
        {
            ["id"] = $"item-{i}", ["text"] = new JsonObject { ["en"] = $"Made-up {i}" }, ["why"] = new JsonObject { ["en"] = "To see" }, ["minLabel"] = new JsonObject { ["en"] = "Least" },
        })]),
    }.ToJsonString();

    private static async Task<(int Code, string Out)> ImportAsync(string file, string data)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ServiceTray.dll"), "import", "survey", file])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["SERVICETRAY_DATA"] = data },
        })!;
        var (told, failed) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        await failed;
        return (process.ExitCode, await told);
    }
}
