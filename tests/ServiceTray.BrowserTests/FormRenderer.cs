using System.Text.Json;
using Microsoft.Playwright;
using Xunit;

namespace ServiceTray.BrowserTests;

/// <summary>LHC-Forms, a renderer of FHIR forms that others wrote, shows every questionnaire and response the tray exports, question by question.</summary>
public sealed class FormRenderer(Chromium chromium, Tray tray) : IClassFixture<Chromium>, IClassFixture<Tray>
{
    private const string Page = """
        <!doctype html><html lang="fi"><head><meta charset="utf-8"><title>Form</title><link rel="stylesheet" href="/lforms/webcomponent/styles.css"></head>
        <body><main id="form"></main>
        <script src="/lforms/webcomponent/assets/lib/zone.min.js"></script><script src="/lforms/webcomponent/lhc-forms.js"></script><script src="/lforms/fhir/R4/lformsFHIR.min.js"></script></body></html>
        """;

    private static readonly string Forms = Path.Combine(
        Environment.GetEnvironmentVariable("LFORMS_HOME") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "servicetray-lforms"),
        "node_modules", "lforms", "dist");

    [SkippableFact]
    public async Task Shows_every_questionnaire()
    {
        Skip.IfNot(Directory.Exists(Forms), $"LHC-Forms is not installed at {Forms} (tests/ServiceTray.BrowserTests/install-lforms.sh).");
        await using var context = await chromium.Browser.NewContextAsync();
        await context.RouteAsync("http://forms.example/**", ServeAsync);
        using var answer = JsonDocument.Parse(await (await context.APIRequest.GetAsync(new Uri(tray.Address, "/fhir/Questionnaire").ToString())).TextAsync());
        var questionnaires = answer.RootElement.GetProperty("entry").EnumerateArray().Select(entry => entry.GetProperty("resource")).ToList();
        Assert.True(questionnaires.Count >= 3);
        var page = await context.NewPageAsync();
        foreach (var questionnaire in questionnaires)
        {
            await OpenAsync(page);
            await page.EvaluateAsync("questionnaire => LForms.Util.addFormToPage(JSON.parse(questionnaire), 'form', { fhirVersion: 'R4', prepopulate: false })", questionnaire.GetRawText());
            await ShowsAsync(page, questionnaire);
        }
    }

    [SkippableFact]
    public async Task Shows_every_response_in_its_questionnaire_and_gives_the_same_answers_back()
    {
        Skip.IfNot(Directory.Exists(Forms), $"LHC-Forms is not installed at {Forms} (tests/ServiceTray.BrowserTests/install-lforms.sh).");
        await using var context = await chromium.Browser.NewContextAsync();
        await context.RouteAsync("http://forms.example/**", ServeAsync);
        using var shelf = JsonDocument.Parse(await (await context.APIRequest.GetAsync(new Uri(tray.Address, "/fhir/Questionnaire").ToString())).TextAsync());
        var page = await context.NewPageAsync();
        var shown = 0;
        foreach (var questionnaire in shelf.RootElement.GetProperty("entry").EnumerateArray().Select(entry => entry.GetProperty("resource")))
        {
            if (await KeptAsync(context.APIRequest, questionnaire) is not { } code)
            {
                continue;
            }

            var found = await context.APIRequest.PostAsync(
                new Uri(tray.Address, "/fhir/QuestionnaireResponse/_search").ToString(),
                new() { Headers = [new("Content-Type", "application/x-www-form-urlencoded")], DataString = $"identifier={code}" });
            using var bundle = JsonDocument.Parse(await found.TextAsync());
            var response = bundle.RootElement.GetProperty("entry")[0].GetProperty("resource");
            await OpenAsync(page);
            await page.EvaluateAsync(
                """
                ([questionnaire, response]) => LForms.Util.addFormToPage(
                    LForms.Util.mergeFHIRDataIntoLForms(JSON.parse(response), LForms.Util.convertFHIRQuestionnaireToLForms(JSON.parse(questionnaire), 'R4'), 'R4'), 'form', { prepopulate: false })
                """,
                new[] { questionnaire.GetRawText(), response.GetRawText() });
            await ShowsAsync(page, questionnaire);
            var back = await page.EvaluateAsync<string>("() => JSON.stringify(LForms.Util.getFormFHIRData('QuestionnaireResponse', 'R4'))");
            using var returned = JsonDocument.Parse(back);
            Assert.NotEmpty(AnswersOf(response));
            Assert.Equal(AnswersOf(response), AnswersOf(returned.RootElement));
            shown++;
        }

        Assert.True(shown >= 2, $"{shown} responses were shown.");
    }

    private static async Task OpenAsync(IPage page)
    {
        await page.GotoAsync("http://forms.example/");
        await page.WaitForFunctionAsync("() => window.LForms?.FHIR?.R4");
    }

    private static async Task ShowsAsync(IPage page, JsonElement questionnaire)
    {
        foreach (var question in questionnaire.GetProperty("item").EnumerateArray().Where(item => !item.TryGetProperty("enableWhen", out _)))
        {
            var text = question.GetProperty("text").GetString()!;
            await Assertions.Expect(page.Locator("#form").GetByText(text, new() { Exact = false }).First).ToBeVisibleAsync(new() { Timeout = 30_000 });
        }
    }

    // Answers every question in a way the questionnaire allows; null: it is no survey whose answers are kept for a person.
    private async Task<string?> KeptAsync(IAPIRequestContext api, JsonElement questionnaire)
    {
        var answers = questionnaire.GetProperty("item").EnumerateArray().Where(item => item.GetProperty("type").GetString() is "integer" or "choice").Select(item => new
        {
            question = item.GetProperty("linkId").GetString(),
            value = item.GetProperty("type").GetString() == "integer"
                ? (object)new { number = 14 > Most(item) ? Most(item) - 3 : 40 }
                : new { choices = item.GetProperty("answerOption").EnumerateArray().Take(1).Select(option => option.GetProperty("valueCoding").GetProperty("code").GetString()) },
        });
        var input = new { survey = questionnaire.GetProperty("id").GetString(), version = questionnaire.GetProperty("version").GetString(), answers, keep = true };
        var answer = await api.PostAsync(
            new Uri(tray.Address, "/graphql").ToString(),
            new() { DataObject = new { query = "mutation($input: AnswerSurveyInput!) { answerSurvey(input: $input) { result { code } errors { code question } } }", variables = new { input } } });
        using var kept = JsonDocument.Parse(await answer.TextAsync());
        var payload = kept.RootElement.GetProperty("data").GetProperty("answerSurvey");
        if (payload.GetProperty("result") is { ValueKind: JsonValueKind.Object } result)
        {
            return result.GetProperty("code").GetString();
        }

        Assert.Equal(["USE_NOT_ALLOWED"], payload.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("code").GetString()!));
        return null;
    }

    private static int Most(JsonElement item) => item.GetProperty("extension").EnumerateArray()
        .Where(extension => extension.GetProperty("url").GetString()!.EndsWith("/maxValue", StringComparison.Ordinal))
        .Select(extension => extension.GetProperty("valueInteger").GetInt32()).First();

    private static IEnumerable<string> AnswersOf(JsonElement response) => response.GetProperty("item").EnumerateArray()
        .SelectMany(item => item.GetProperty("answer").EnumerateArray().Select(answer => $"{item.GetProperty("linkId")} {(
            answer.TryGetProperty("valueInteger", out var number) ? $"{number}" : answer.GetProperty("valueCoding").GetProperty("code").GetString())}"))
        .Order(StringComparer.Ordinal);

    private static Task ServeAsync(IRoute route)
    {
        var path = new Uri(route.Request.Url).AbsolutePath;
        var file = Path.Combine(Forms, path.TrimStart('/'));
        return path == "/" ? route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = Page })
            : File.Exists(file) ? route.FulfillAsync(new() { Path = file })
            : route.FulfillAsync(new() { Status = 404 });
    }
}
