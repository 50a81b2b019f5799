using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ServiceTray.Tests.Support;
using ServiceTray.Web;
using Xunit;

namespace ServiceTray.Tests.Surveys;

/// <summary>Results that are kept on request, over GraphQL: read again, compared, deleted, gone by themselves.</summary>
public sealed class KeptResults : IAsyncLifetime
{
    private const string Survey = "34dba39a-04e1-596b-9c0b-b7e6d8b73ce6";

    private const string Answer = """
        mutation($input: AnswerSurveyInput!) { answerSurvey(input: $input) {
          safety { phone } errors { question code }
          result { code answeredAt needs { theme { code } answer importance } changes { theme { code } before now } suggestions { offering { name { value } } } } } }
        """;

    private const string Read = """
        query($code: String!) { surveyResult(code: $code) {
          code answeredAt survey { version } helpNumbers { phone } needs { theme { code } answer importance } changes { theme { code } before now } suggestions { offering { name { value } } } } }
        """;

    private const string Forget = "mutation($code: String!) { forgetSurveyResult(code: $code) }";

    private readonly HandClock clock = new();
    private TrayApp tray = null!;

    public async Task InitializeAsync() =>
        tray = await TrayApp.StartAsync(change: builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));

    public async Task DisposeAsync() => await tray.DisposeAsync();

    [Fact]
    public async Task Say_again_what_they_said_and_nothing_of_safety()
    {
        var payload = await AnswerAsync(new { keep = true, near = new { at = new { place = "Leppävirta" } } }, Number("movement", 3), Number("mind", 1), Number("age", 70), Chosen("important", "movement"));
        Assert.NotEqual(0, payload.GetProperty("safety").GetArrayLength());
        var result = payload.GetProperty("result");
        var again = await ReadAsync(result.GetProperty("code").GetString()!);
        foreach (var part in new[] { "code", "answeredAt", "needs", "suggestions" })
        {
            Assert.Equal($"{result.GetProperty(part)}", $"{again.GetProperty(part)}");
        }

        Assert.NotEqual(0, again.GetProperty("suggestions").GetArrayLength());
    }

    [Fact]
    public async Task Are_compared_with_those_before_where_both_were_asked()
    {
        var start = await KeptAsync(null, Number("movement", 3), Number("mind", 6), Number("nature", 9));
        clock.Now = TrayApp.Now.AddMonths(3);
        var end = await KeptAsync(start, Number("movement", 5), Number("mind", 6), Number("culture", 2));
        clock.Now = TrayApp.Now.AddMonths(9);
        var payload = await AnswerAsync(new { previousCode = end }, Number("movement", 8), Number("culture", 4));
        Assert.Equal([("MOVEMENT", 5.0, 8.0), ("CULTURE", 2.0, 4.0)], Changes(payload.GetProperty("result")));
        Assert.Equal([("MOVEMENT", 3.0, 5.0), ("MIND", 6.0, 6.0)], Changes(await ReadAsync(end)));
        Assert.Equal(JsonValueKind.Null, payload.GetProperty("result").GetProperty("code").ValueKind);
    }

    [Fact]
    public async Task Are_not_given_with_a_wrong_earlier_code_but_help_is()
    {
        foreach (var wrong in new[] { "x", "0000-0000-0000-0000" })
        {
            var payload = await AnswerAsync(new { keep = true, previousCode = wrong }, Number("mind", 0));
            Assert.Equal(JsonValueKind.Null, payload.GetProperty("result").ValueKind);
            Assert.Equal("PREVIOUS_UNKNOWN", Assert.Single(payload.GetProperty("errors").EnumerateArray()).GetProperty("code").GetString());
            Assert.NotEqual(0, payload.GetProperty("safety").GetArrayLength());
        }
    }

    [Fact]
    public async Task Give_help_to_one_who_has_guessed_too_often()
    {
        for (var i = 0; i < 30; i++)
        {
            await AnswerAsync(new { previousCode = "0000-0000-0000-0000" }, Number("mind", 5));
        }

        var payload = await AnswerAsync(new { previousCode = "0000-0000-0000-0000" }, Number("mind", 0));
        Assert.Equal("TOO_MANY_TRIES", payload.GetProperty("errors")[0].GetProperty("code").GetString());
        Assert.NotEqual(0, payload.GetProperty("safety").GetArrayLength());
    }

    [Fact]
    public async Task Are_not_kept_of_a_child()
    {
        var payload = await AnswerAsync(new { keep = true }, Number("movement", 3), Number("age", 12));
        Assert.Equal(JsonValueKind.Null, payload.GetProperty("result").GetProperty("code").ValueKind);
        Assert.NotEqual(JsonValueKind.Null, (await AnswerAsync(new { keep = true }, Number("movement", 3), Number("age", 13))).GetProperty("result").GetProperty("code").ValueKind);
    }

    [Fact]
    public async Task Are_deleted_by_their_code_at_once()
    {
        var code = await KeptAsync(null, Number("movement", 3));
        Assert.True((await tray.QueryAsync(Forget, new { code })).GetProperty("forgetSurveyResult").GetBoolean());
        Assert.False((await tray.QueryAsync(Forget, new { code })).GetProperty("forgetSurveyResult").GetBoolean());
        Assert.Equal("""{"data":{"surveyResult":null}}""", $"{await tray.AskAsync(Read, new { code })}");
    }

    [Fact]
    public async Task Go_by_themselves_after_four_hundred_days_with_a_line_of_counts()
    {
        var code = await KeptAsync(null, Number("movement", 3));
        clock.Now = TrayApp.Now.AddDays(400).AddSeconds(-1);
        Assert.Equal(code, (await ReadAsync(code)).GetProperty("code").GetString());
        clock.Now = TrayApp.Now.AddDays(400);
        Assert.Equal("""{"data":{"surveyResult":null}}""", $"{await tray.AskAsync(Read, new { code })}");
        await tray.Services.GetRequiredService<ExpiryClock>().ForgetAsync(CancellationToken.None);
        Assert.Contains(tray.Log.Lines, line => line.Contains("What was over is deleted: 0 trays, 1 survey results", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lie_on_the_disk_without_a_word_and_in_no_readable_form()
    {
        const string marker = "merkkiteksti-haluan-kuolla";
        var payload = await AnswerAsync(
            new { keep = true, near = new { at = new { place = "Leppävirta" } } }, Chosen("important", "movement"), new { question = "words", value = new { text = marker } });
        var code = payload.GetProperty("result").GetProperty("code").GetString()!;
        await ReadAsync(code);
        Assert.Empty(DiskSearch.FilesWith(tray.Settings.DataFolder, marker, code, code.Replace("-", ""), "importantmovement", "\"important\""));
    }

    private async Task<string> KeptAsync(string? previousCode, params object[] answers) =>
        (await AnswerAsync(new { keep = true, previousCode }, answers)).GetProperty("result").GetProperty("code").GetString()!;

    private async Task<JsonElement> AnswerAsync(object more, params object[] answers)
    {
        var input = JsonSerializer.SerializeToNode(more)!.AsObject();
        input["survey"] = Survey;
        input["answers"] = JsonSerializer.SerializeToNode(answers);
        return (await tray.QueryAsync(Answer, new { input })).GetProperty("answerSurvey");
    }

    private async Task<JsonElement> ReadAsync(string code) => (await tray.QueryAsync(Read, new { code })).GetProperty("surveyResult");

    private static IEnumerable<(string?, double, double)> Changes(JsonElement result) => result.GetProperty("changes").EnumerateArray()
        .Select(change => (change.GetProperty("theme").GetProperty("code").GetString(), change.GetProperty("before").GetDouble(), change.GetProperty("now").GetDouble()));

    private static object Number(string question, int number) => new { question, value = new { number } };

    private static object Chosen(string question, params string[] choices) => new { question, value = new { choices } };
}
