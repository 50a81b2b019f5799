using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ServiceTray.Organisations;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;

namespace ServiceTray.Tests.Surveys;

/// <summary>Surveys, answers, results and trays over REST, as the API's own description has them.</summary>
[Collection(SmallTray.Name)]
public sealed class SurveysOverRest(SmallTray shared)
{
    private static readonly Guid Own = OwnSurvey.Survey.Id;
    private static readonly Guid Walking = Source.IdOf("seed", "kavelyryhma");

    private readonly TrayApp tray = shared.App;

    [Fact]
    public async Task Tell_their_questions_in_the_language_asked()
    {
        var all = await AskAsync(HttpMethod.Get, "/api/v1/surveys?lang=sv", null, "/api/v1/surveys", HttpStatusCode.OK);
        Assert.Equal([$"{Own}"], all.EnumerateArray().Take(1).Select(survey => survey.GetProperty("id").GetString()));
        var one = await AskAsync(HttpMethod.Get, $"/api/v1/surveys/{Own}?version=1.0", null, "/api/v1/surveys/{id}", HttpStatusCode.OK);
        Assert.Equal(14, one.GetProperty("questions").GetArrayLength());
        Assert.Equal("INDIVIDUAL", one.GetProperty("use").GetString());
        await AskAsync(HttpMethod.Get, $"/api/v1/surveys/{Own}?version=9.9", null, "/api/v1/surveys/{id}", HttpStatusCode.NotFound);
        await AskAsync(HttpMethod.Get, "/api/v1/surveys/x", null, "/api/v1/surveys/{id}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Give_the_same_result_as_graphql_and_keep_nothing_unasked()
    {
        var answers = new object[] { Number("movement", 3), Number("community", 2), Number("age", 70) };
        var near = new { at = new { place = "Leppävirta" }, radiusKm = 20 };
        var answered = await AnswerAsync(new { answers, near, whyNot = Source.IdOf("seed", "uimahalli"), moreLike = Walking }, HttpStatusCode.OK);
        var result = answered.GetProperty("result");
        var asked = (await tray.QueryAsync(
            "mutation($input: AnswerSurveyInput!) { answerSurvey(input: $input) { result { needs { theme { code } need } suggestions { offering { id } reasons { kind } } } } }",
            new { input = new { survey = Own, answers, near } })).GetProperty("answerSurvey").GetProperty("result");
        Assert.Equal(Ids(asked), Ids(result));
        Assert.Equal(2, result.GetProperty("suggestions").GetArrayLength());
        Assert.Equal(
            asked.GetProperty("suggestions")[0].GetProperty("reasons").EnumerateArray().Select(reason => reason.GetProperty("kind").GetString()),
            result.GetProperty("suggestions")[0].GetProperty("reasons").EnumerateArray().Select(reason => reason.GetProperty("kind").GetString()));
        Assert.Equal(JsonValueKind.Null, result.GetProperty("code").ValueKind);
        Assert.Equal(0, answered.GetProperty("safety").GetArrayLength());
        Assert.NotEqual(0, result.GetProperty("helpNumbers").GetArrayLength());
        Assert.Equal("OUT_OF_REACH", result.GetProperty("whyNot").GetProperty("barriers")[0].GetProperty("kind").GetString());
        Assert.Equal(JsonValueKind.Array, result.GetProperty("moreLike").ValueKind);

        static IEnumerable<string?> Ids(JsonElement of) => of.GetProperty("suggestions").EnumerateArray().Select(one => one.GetProperty("offering").GetProperty("id").GetString());
    }

    [Fact]
    public async Task Tell_all_that_is_wrong_by_question_with_help_first()
    {
        var refused = await AnswerAsync(new { answers = new object[] { Number("mind", 1), Number("movement", 11), Number("nature", 4), Number("nature", 5), Number("shoe", 4) } }, HttpStatusCode.UnprocessableEntity);
        Assert.Equal(
            [("movement", "OUT_OF_SCALE"), ("nature", "ANSWERED_TWICE"), ("shoe", "QUESTION_UNKNOWN")],
            refused.GetProperty("errors").EnumerateArray().Select(error => (error.GetProperty("argument").GetString(), error.GetProperty("code").GetString())));
        Assert.Equal("OUT_OF_SCALE", refused.GetProperty("code").GetString());
        Assert.NotEqual(0, refused.GetProperty("safety").GetArrayLength());

        var many = await AnswerAsync(new { answers = new object[] { Number("mind", 1) }, first = 51, keep = true }, HttpStatusCode.UnprocessableEntity);
        Assert.Equal(("first", "FILTER_INVALID"), (many.GetProperty("argument").GetString(), many.GetProperty("code").GetString()));
        Assert.NotEqual(0, many.GetProperty("safety").GetArrayLength());

        var unknown = await AskAsync(HttpMethod.Post, $"/api/v1/surveys/{Guid.Empty}/answers", new { answers = new object[] { Said("en jaksa enää elää") } }, "/api/v1/surveys/{id}/answers", HttpStatusCode.NotFound);
        Assert.NotEqual(0, unknown.GetProperty("safety").GetArrayLength());

        var group = OwnSurvey.Shelf.Newest.First(survey => survey.Key == "recommendation");
        var use = await AskAsync(HttpMethod.Post, $"/api/v1/surveys/{group.Id}/answers", new { answers = new object[] { Number("recommendation", 9) } }, "/api/v1/surveys/{id}/answers", HttpStatusCode.UnprocessableEntity);
        Assert.Equal("USE_NOT_ALLOWED", use.GetProperty("code").GetString());

        var large = await AnswerAsync(new { answers = new object[] { Said(new string('a', 2_000_000)) } }, null);
        Assert.True(large.GetProperty("code").GetString() is "LIMIT_EXCEEDED" or "TEXT_TOO_LONG", $"{large}");
    }

    [Theory]
    [InlineData("answers", """{"answers":[null]}""")]
    [InlineData("trays", """{"items":[null]}""")]
    public async Task Refuse_a_list_with_a_gap_in_it(string what, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await tray.Client.PostAsync(what == "trays" ? "/api/v1/trays" : $"/api/v1/surveys/{Own}/answers", content);
        var refused = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((HttpStatusCode.BadRequest, "FILTER_INVALID"), (response.StatusCode, refused.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Keep_by_a_code_read_it_and_delete_it_with_one_answer_for_wrong_and_gone()
    {
        var kept = (await AnswerAsync(new { answers = new object[] { Number("movement", 3) }, keep = true }, HttpStatusCode.OK)).GetProperty("result");
        var code = kept.GetProperty("code").GetString();
        var read = await CodeAsync("read", code, HttpStatusCode.OK);
        Assert.Equal(code, read.GetProperty("code").GetString());
        Assert.Equal(kept.GetProperty("suggestions").GetArrayLength(), read.GetProperty("suggestions").GetArrayLength());
        Assert.True((await CodeAsync("delete", code, HttpStatusCode.OK)).GetProperty("deleted").GetBoolean());
        foreach (var act in new[] { "read", "delete" })
        {
            Assert.Equal($"{await CodeAsync(act, "0000-0000-0000-0000", HttpStatusCode.NotFound)}", $"{await CodeAsync(act, code, HttpStatusCode.NotFound)}");
        }

        Task<JsonElement> CodeAsync(string act, string? of, HttpStatusCode status) => AskAsync(HttpMethod.Post, $"/api/v1/survey-results/{act}", new { code = of }, $"/api/v1/survey-results/{act}", status);
    }

    [Fact]
    public async Task Keep_trays_tell_all_that_is_wrong_with_one_and_delete_one()
    {
        var saved = await AskAsync(HttpMethod.Post, "/api/v1/trays", new { items = new object[] { new { offering = Walking, note = "Kysy Liisaa" } } }, "/api/v1/trays", HttpStatusCode.OK);
        var keys = new { code = saved.GetProperty("tray").GetProperty("code").GetString(), editKey = saved.GetProperty("editKey").GetString() };
        var wrong = await AskAsync(HttpMethod.Post, "/api/v1/trays", new { items = new object[] { new { offering = Guid.Empty }, new { offering = Walking, note = new string('x', 501) } } }, "/api/v1/trays", HttpStatusCode.UnprocessableEntity);
        Assert.Equal(["items[0]", "items[1]"], wrong.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("argument").GetString()));
        await DeleteAsync(keys with { editKey = "0000-0000-0000-0000" }, HttpStatusCode.NotFound);
        await DeleteAsync(keys, HttpStatusCode.OK);
        await DeleteAsync(keys, HttpStatusCode.NotFound);
        using var gone = await tray.Client.GetAsync($"/api/v1/trays/{keys.code}");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);

        Task<JsonElement> DeleteAsync(object of, HttpStatusCode status) => AskAsync(HttpMethod.Post, "/api/v1/trays/delete", of, "/api/v1/trays/delete", status);
    }

    private Task<JsonElement> AnswerAsync(object body, HttpStatusCode? status) => AskAsync(HttpMethod.Post, $"/api/v1/surveys/{Own}/answers", body, "/api/v1/surveys/{id}/answers", status);

    // Every answer is held against the shape that the description promises.
    private async Task<JsonElement> AskAsync(HttpMethod method, string address, object? body, string path, HttpStatusCode? status)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body is null ? null : JsonContent.Create(body) };
        using var response = await tray.Client.SendAsync(request);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(status is null || status == response.StatusCode, $"{response.StatusCode} {answer}");
        var document = (await tray.GetAsync("/openapi.json")).Body;
        var media = document.GetProperty("paths").GetProperty(path).GetProperty(method.Method.ToLowerInvariant()).GetProperty("responses")
            .GetProperty($"{(int)response.StatusCode}").GetProperty("content").GetProperty(response.Content.Headers.ContentType!.MediaType!);
        Assert.Empty(new DescribedShape(document).Faults("$", answer, media.GetProperty("schema")));
        return answer;
    }

    private static object Number(string question, int number) => new { question, value = new { number } };

    private static object Said(string text) => new { question = "words", value = new { text } };
}
