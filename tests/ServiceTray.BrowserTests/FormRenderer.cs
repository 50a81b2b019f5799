using System.Text.Json;
using Microsoft.Playwright;
using Xunit;

namespace ServiceTray.BrowserTests;

/// <summary>LHC-Forms, a renderer of FHIR forms that others wrote, shows every questionnaire the tray exports, question by question.</summary>
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
            await page.GotoAsync("http://forms.example/");
            await page.WaitForFunctionAsync("() => window.LForms?.FHIR?.R4");
            await page.EvaluateAsync("questionnaire => { LForms.Util.addFormToPage(JSON.parse(questionnaire), 'form', { fhirVersion: 'R4', prepopulate: false }); }", questionnaire.GetRawText());
            var questions = questionnaire.GetProperty("item").EnumerateArray().Where(item => !item.TryGetProperty("enableWhen", out _)).ToList();
            foreach (var question in questions)
            {
                var text = question.GetProperty("text").GetString()!;
                await Assertions.Expect(page.Locator("#form").GetByText(text, new() { Exact = false }).First).ToBeVisibleAsync(new() { Timeout = 30_000 });
            }
        }
    }

    private static Task ServeAsync(IRoute route)
    {
        var path = new Uri(route.Request.Url).AbsolutePath;
        var file = Path.Combine(Forms, path.TrimStart('/'));
        return path == "/" ? route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = Page })
            : File.Exists(file) ? route.FulfillAsync(new() { Path = file })
            : route.FulfillAsync(new() { Status = 404 });
    }
}
