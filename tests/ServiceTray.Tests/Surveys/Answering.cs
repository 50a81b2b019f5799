using System.Security.Cryptography;
using System.Text.Json;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Surveys;

/// <summary>The survey over GraphQL, on a whole tray with the small seed.</summary>
[Collection(SmallTray.Name)]
public sealed class Answering(SmallTray shared)
{
    private readonly TrayApp tray = shared.App;

    private const string Ask = """
        mutation($input: AnswerSurveyInput!) {
          answerSurvey(input: $input) {
            safety { title { value } phone }
            errors { question code message { value language } }
            result {
              survey { version } answeredAt helpNumbers { phone }
              needs { theme { code } answer need importance band }
              suggestions { offering { id name { value } } theme { code } distanceKm next { startsAt } reasons { kind text { value } } }
            }
          }
        }
        """;

    [Fact]
    public async Task Gives_needs_help_numbers_and_suggestions_within_reach()
    {
        var payload = await AnswerAsync("Leppävirta", Number("movement", 3), Number("community", 2), Chosen("important", "movement"), Number("age", 70));
        var result = payload.GetProperty("result");

        Assert.Empty(payload.GetProperty("errors").EnumerateArray());
        Assert.Empty(payload.GetProperty("safety").EnumerateArray());
        Assert.True(result.GetProperty("helpNumbers").GetArrayLength() >= 2);
        Assert.Equal(["MOVEMENT", "COMMUNITY"], result.GetProperty("needs").EnumerateArray().Select(need => need.GetProperty("theme").GetProperty("code").GetString()));
        var names = result.GetProperty("suggestions").EnumerateArray().Select(one => one.GetProperty("offering").GetProperty("name").GetProperty("value").GetString());
        Assert.Equal(["Kävelyryhmä", "Juttulinja"], names);
        Assert.Equal(
            ["ANSWERED_NEED", "CHOSEN_IMPORTANT", "NEARBY", "FREE", "LOW_THRESHOLD", "SUITS_AGE", "HAS_ROOM"],
            result.GetProperty("suggestions")[0].GetProperty("reasons").EnumerateArray().Select(reason => reason.GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task Is_the_same_for_the_same_answers_in_any_order()
    {
        object[] answers = [Number("movement", 3), Number("community", 2), Number("culture", 5), Chosen("important", "movement", "culture")];
        var once = await AnswerAsync("Kuopio", answers);
        Assert.Equal($"{once}", $"{await AnswerAsync("Kuopio", [.. answers.Reverse()])}");
    }

    [Fact]
    public async Task Shows_help_even_when_the_answers_or_the_place_are_refused()
    {
        var payload = await AnswerAsync("Kuopoi", Number("mind", 1), Number("movement", 99), Text("shoe-size", "x"));
        Assert.Equal(JsonValueKind.Null, payload.GetProperty("result").ValueKind);
        Assert.True(payload.GetProperty("safety").GetArrayLength() >= 2);
        Assert.Equal(
            [("movement", "OUT_OF_SCALE"), ("shoe-size", "QUESTION_UNKNOWN"), (null, "PLACE_UNKNOWN")],
            payload.GetProperty("errors").EnumerateArray().Select(error => (error.GetProperty("question").GetString(), error.GetProperty("code").GetString())));
        Assert.Contains("Kuopio", payload.GetProperty("errors")[2].GetProperty("message").GetProperty("value").GetString());
    }

    [Fact]
    public async Task Refuses_a_survey_or_version_that_is_not_there_and_still_hears_a_call()
    {
        var nowhere = await SendAsync(new { survey = $"{OwnSurvey.Survey.Id}", version = "0.1", answers = new[] { Text("words", "haluan kuolla") } });
        Assert.Equal("NOT_FOUND", nowhere.GetProperty("errors")[0].GetProperty("code").GetString());
        Assert.NotEqual(0, nowhere.GetProperty("safety").GetArrayLength());
    }

    [Theory]
    [InlineData("own", "0.1")]
    [InlineData("own", "")]
    [InlineData("018f0000-0000-7000-8000-000000000000", null)]
    [InlineData("wellbeing", null)]
    public async Task Hears_a_low_mind_whatever_survey_or_version_is_told(string survey, string? version)
    {
        var id = survey == "own" ? $"{OwnSurvey.Survey.Id}" : survey;
        Assert.True((await HelpAsync(2)).GetArrayLength() >= 2);
        Assert.Equal(0, (await HelpAsync(3)).GetArrayLength());

        async Task<JsonElement> HelpAsync(double mind)
        {
            var payload = await SendAsync(new { survey = id, version, answers = new[] { Number("mind", mind) } });
            Assert.Equal("NOT_FOUND", payload.GetProperty("errors")[0].GetProperty("code").GetString());
            return payload.GetProperty("safety");
        }
    }

    [Fact]
    public async Task Refuses_to_be_told_another_place_or_too_many_suggestions()
    {
        const string Elsewhere = "mutation($input: AnswerSurveyInput!) { answerSurvey(input: $input) { result { suggestions(filter: { near: { at: { place: \"Helsinki\" } } }) { distanceKm } } } }";
        Assert.Equal("FILTER_INVALID", await CodeAsync(Elsewhere));
        Assert.Equal("FILTER_INVALID", await CodeAsync("mutation($input: AnswerSurveyInput!) { answerSurvey(input: $input) { result { suggestions(first: 51) { distanceKm } } } }"));
    }

    [Fact]
    public async Task Writes_nothing_and_logs_nothing_of_it()
    {
        using var held = OpenDatabase.Hold(tray.Settings.DataFolder);
        var before = Contents();
        await AnswerAsync("Leppävirta", Number("mind", 1), Text("words", "merkkisana-kvitteri haluan kuolla"), Chosen("important", "mind"));
        await AnswerAsync("merkkipaikka-kvitteri", Text("merkkikysymys-kvitteri", "x"));

        Assert.Equal(before, Contents());
        Assert.DoesNotContain(tray.Log.Lines, line => line.Contains("kvitteri", StringComparison.OrdinalIgnoreCase) || line.Contains("Leppävirta", StringComparison.OrdinalIgnoreCase));
        Assert.NotEmpty(tray.Log.Lines);
    }

    [Fact]
    public async Task Finds_the_survey_by_list_by_id_and_as_a_node()
    {
        var id = OwnSurvey.Survey.Id;
        var data = await tray.QueryAsync(
            "query($id: ID!) { surveys { id } survey(id: $id) { version title(language: SV) { value } questions { id kind required scale { min max } choices { id } theme { code } } } old: survey(id: $id, version: \"0.1\") { id } node(id: $id) { id __typename } }",
            new { id });
        Assert.Equal($"{id}", data.GetProperty("surveys")[0].GetProperty("id").GetString());
        Assert.Equal("1.0", data.GetProperty("survey").GetProperty("version").GetString());
        Assert.Equal("Kartläggning av välbefinnande", data.GetProperty("survey").GetProperty("title").GetProperty("value").GetString());
        Assert.Equal(14, data.GetProperty("survey").GetProperty("questions").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, data.GetProperty("old").ValueKind);
        Assert.Equal("Survey", data.GetProperty("node").GetProperty("__typename").GetString());
    }

    private static object Number(string question, double number) => new { question, value = new { number } };

    private static object Text(string question, string text) => new { question, value = new { text } };

    private static object Chosen(string question, params string[] choices) => new { question, value = new { choices } };

    private Task<JsonElement> AnswerAsync(string place, params object[] answers) =>
        SendAsync(new { survey = $"{OwnSurvey.Survey.Id}", answers, near = new { at = new { place }, radiusKm = 30 } });

    private async Task<JsonElement> SendAsync(object input) => (await tray.QueryAsync(Ask, new { input })).GetProperty("answerSurvey");

    private async Task<string?> CodeAsync(string query)
    {
        object[] answers = [Number("movement", 1)];
        var answer = await tray.AskAsync(query, new { input = new { survey = $"{OwnSurvey.Survey.Id}", answers, near = new { at = new { place = "Kuopio" } } } });
        return answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();
    }

    // Every file of the data folder, the write-ahead log too, by what is in it.
    private List<string> Contents() =>
    [
        .. Directory.GetFiles(tray.Settings.DataFolder, "*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".lock", StringComparison.Ordinal) && !file.EndsWith("-shm", StringComparison.Ordinal) && new FileInfo(file).Length > 0)
            .Order(StringComparer.Ordinal)
            .Select(file =>
            {
                using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                return $"{Path.GetFileName(file)} {Convert.ToHexString(SHA256.HashData(stream))}";
            }),
    ];
}
