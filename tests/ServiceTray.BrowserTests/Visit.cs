using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Xunit;

namespace ServiceTray.BrowserTests;

/// <summary>One look at a page as a resident has it before her: what is wrong with it, in sentences.</summary>
internal sealed class Visit
{
    // Only what is wrong is asked for: telling every element that passed takes longer than judging it. The pages hold no frames.
    private const string Judge = """
        async () => (await axe.run(document, {
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
            resultTypes: ['violations'],
        })).violations.map(fault => `${fault.id}: ${fault.help} (${fault.nodes.slice(0, 3).map(node => node.html).join('; ')})`)
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly List<string> faults = [];

    private Visit()
    {
    }

    public IReadOnlyList<string> Faults => faults;

    /// <summary>Opens the page and looks at it wide and light, then dark and at 320 px, which is also what 400 % zoom leaves of 1280.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="address">The page.</param>
    /// <param name="language">The language it should be in.</param>
    /// <param name="status">The status it should answer with.</param>
    /// <param name="prepare">What to do before it is opened.</param>
    /// <param name="act">What to do on it before looking, as filling a form in and sending it.</param>
    public static async Task<Visit> ToAsync(
        IBrowser browser, Uri address, string language, int status = 200, Func<IBrowserContext, Task>? prepare = null, Func<IPage, Task>? act = null)
    {
        await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 }, Locale = language });
        if (prepare is not null)
        {
            await prepare(context);
        }

        var page = await context.NewPageAsync();
        var visit = new Visit();
        visit.ListenTo(page, address, status);
        var answer = await page.GotoAsync(address.ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle })
            ?? throw new InvalidOperationException($"{address} gave no answer.");
        if (answer.Status != status)
        {
            visit.faults.Add($"answers {answer.Status}, not {status}");
        }

        if (act is not null)
        {
            await act(page);
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        }

        await visit.LookAsync(page, language, "wide and light");
        await visit.JudgeAsync(page, "wide and light");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await page.SetViewportSizeAsync(320, 900);
        await visit.LookAsync(page, language, "at 320 px and dark");

        // Words were judged already; colours and what folds away are the same in every language.
        if (language == "fi")
        {
            await visit.JudgeAsync(page, "at 320 px and dark");
        }

        return visit;
    }

    /// <summary>Fails with all that is wrong with the page as it stands.</summary>
    public static async Task IsOpenAsync(IPage page, string language)
    {
        var faults = await FaultsOfAsync(page, language);
        Assert.True(faults.Count == 0, $"{page.Url}\n{string.Join('\n', faults)}");
    }

    /// <summary>Does what leads to another page, until it stands there whole.</summary>
    public static async Task LeaveAsync(IPage page, Func<Task> act)
    {
        await page.EvaluateAsync("() => { document.documentElement.dataset.left = 'yes'; }");
        await act();
        await page.Locator("html:not([data-left]) footer.foot").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.WaitForLoadStateAsync(LoadState.Load);
    }

    /// <summary>What is wrong with a page as it stands, at the width it has.</summary>
    public static async Task<IReadOnlyList<string>> FaultsOfAsync(IPage page, string language)
    {
        var visit = new Visit();
        await visit.LookAsync(page, language, "as it stands");
        await visit.JudgeAsync(page, "as it stands");
        return visit.Faults;
    }

    private void ListenTo(IPage page, Uri address, int status)
    {
        page.PageError += (_, error) => faults.Add($"script error: {error}");
        page.Request += (_, request) => faults.AddRange(IsForeign(request.Url, address) ? [$"asks another host: {request.Url}"] : []);

        // Chromium itself complains of the status of a page that rightly answers 404 or 422.
        page.Console += (_, message) => faults.AddRange(
            message.Type == "error" && !(status >= 400 && message.Location.StartsWith(address.ToString(), StringComparison.Ordinal)) ? [$"console error: {message.Text}"] : []);
    }

    private async Task LookAsync(IPage page, string language, string how)
    {
        if (await page.EvaluateAsync<string>("() => document.documentElement.lang") is var told && told != language)
        {
            faults.Add($"says its language is '{told}', asked was '{language}'");
        }

        if (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"))
        {
            faults.Add($"scrolls sideways, {how}");
        }
    }

    private async Task JudgeAsync(IPage page, string how)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync($"() => {{ {Axe} }}");
        }

        // A colour on its way to another is neither.
        await page.EvaluateAsync("() => Promise.allSettled(document.getAnimations().map(each => each.finished)).then(() => {})");
        faults.AddRange((await page.EvaluateAsync<string[]>(Judge)).Select(fault => $"axe, {how}, {fault}"));
    }

    private static bool IsForeign(string url, Uri address) =>
        new Uri(url) is { Scheme: "http" or "https" or "ws" or "wss" } asked && asked.Authority != address.Authority;
}
