using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ServiceTray.BrowserTests;

/// <summary>One look at a page as a resident has it before her: what is wrong with it, in sentences.</summary>
internal sealed class Visit
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    private readonly List<string> faults = [];

    private Visit(int status) => Status = status;

    public int Status { get; }

    public IReadOnlyList<string> Faults => faults;

    /// <summary>Opens the page wide and at 320 px, which is also what 400 % zoom leaves of 1280.</summary>
    public static async Task<Visit> ToAsync(IBrowser browser, Uri address, string language, Func<IBrowserContext, Task>? prepare = null)
    {
        await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 }, Locale = language });
        if (prepare is not null)
        {
            await prepare(context);
        }

        var page = await context.NewPageAsync();
        var heard = new List<string>();
        page.PageError += (_, error) => heard.Add($"script error: {error}");
        page.Console += (_, message) => heard.AddRange(message.Type == "error" ? [$"console error: {message.Text}"] : []);
        page.Request += (_, request) => heard.AddRange(IsForeign(request.Url, address) ? [$"asks another host: {request.Url}"] : []);

        var answer = await page.GotoAsync(address.ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle })
            ?? throw new InvalidOperationException($"{address} gave no answer.");
        var visit = new Visit(answer.Status);
        if (answer.Status != 200)
        {
            visit.faults.Add($"answers {answer.Status}");
        }

        await visit.LookAsync(page, language, 1280);
        await page.SetViewportSizeAsync(320, 900);
        await visit.LookAsync(page, language, 320);
        visit.faults.AddRange(heard);
        return visit;
    }

    private async Task LookAsync(IPage page, string language, int width)
    {
        if (await page.EvaluateAsync<string>("() => document.documentElement.lang") is var told && told != language)
        {
            faults.Add($"says its language is '{told}', asked was '{language}'");
        }

        if (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"))
        {
            faults.Add($"scrolls sideways at {width} px");
        }

        var result = await page.RunAxe(Rules);
        faults.AddRange(result.Violations.Select(violation =>
            $"axe at {width} px, {violation.Id}: {violation.Help} ({string.Join("; ", violation.Nodes.Take(3).Select(node => node.Html))})"));
    }

    private static bool IsForeign(string url, Uri address) =>
        new Uri(url) is { Scheme: "http" or "https" or "ws" or "wss" } asked && asked.Authority != address.Authority;
}
