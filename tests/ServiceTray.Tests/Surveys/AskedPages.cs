using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ServiceTray.Organisations;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Surveys;

/// <summary>What is asked about a result on its page, without script: more like one, and why one is not suggested.</summary>
[Collection(SmallTray.Name)]
public sealed class AskedPages(SmallTray shared)
{
    private readonly TrayApp tray = shared.App;

    [Fact]
    public async Task Tell_more_like_a_suggestion_and_keep_the_answers()
    {
        var result = await PostAsync("/kartoitus/tulos", ("q-movement", "3"), ("q-community", "2"), ("place", "Leppävirta"), ("radius", "20"));
        var button = result.QuerySelector<IHtmlButtonElement>(".suggestions button[name=do]")!;
        var form = (IHtmlFormElement)result.GetElementById(button.GetAttribute("form")!)!;
        var page = await PostAsync(button.GetAttribute("formaction")!.Split('#')[0], [.. Fields(form), ("do", button.Value)]);
        Assert.StartsWith("Samaan tapaan kuin ", page.QuerySelector("#alike h2")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("3", page.QuerySelector<IHtmlInputElement>("form#answers input[name='q-movement']")!.Value);
        Assert.NotEmpty(page.QuerySelectorAll("section[aria-labelledby=suggestions] .card"));
    }

    [Fact]
    public async Task Tell_why_not_by_name_and_by_link()
    {
        var result = await PostAsync("/kartoitus/tulos", ("q-movement", "3"), ("place", "Leppävirta"), ("radius", "20"));
        var form = result.QuerySelector<IHtmlFormElement>("#why-not form")!;
        Assert.Contains("Et toivonut muutosta", await TellAsync("Juttulinja"), StringComparison.Ordinal);
        Assert.Contains("Et toivonut muutosta", await TellAsync($"https://tarjotin.example/tarjonta/{Source.IdOf("seed", "juttulinja")}"), StringComparison.Ordinal);
        Assert.Contains("sijalla 1", await TellAsync("Kävelyryhmä"), StringComparison.Ordinal);
        Assert.Contains("ei löytynyt mitään", await TellAsync("xyzzyzzy"), StringComparison.Ordinal);
        Assert.Contains("ei löytynyt mitään", await TellAsync($"{Guid.Empty}"), StringComparison.Ordinal);
        Assert.Contains("ei löytynyt mitään", await TellAsync(""), StringComparison.Ordinal);
        Assert.Contains("ei löytynyt mitään", await TellAsync(new string('x', 5000)), StringComparison.Ordinal);

        async Task<string> TellAsync(string about) =>
            (await PostAsync("/kartoitus/tulos", [.. Fields(form), ("about", about), ("do", "why")])).QuerySelector("#why-not .note")!.TextContent;
    }

    [Fact]
    public async Task Answer_of_a_kept_result_by_its_code_and_show_it_still_kept()
    {
        var result = await PostAsync("/kartoitus/tulos", ("q-movement", "3"), ("place", "Leppävirta"), ("radius", "20"), ("do", "keep"));
        var form = result.QuerySelector<IHtmlFormElement>("#why-not form")!;
        Assert.StartsWith("/kartoitus/koodi", form.GetAttribute("action"), StringComparison.Ordinal);
        var page = await PostAsync("/kartoitus/koodi", [.. Fields(form), ("about", "Juttulinja"), ("do", "why")]);
        Assert.Contains("Et toivonut muutosta", page.QuerySelector("#why-not .note")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(result.QuerySelector(".code")!.TextContent, page.QuerySelector(".code")!.TextContent);
    }

    private static IEnumerable<(string Name, string Value)> Fields(IHtmlFormElement form) =>
        form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(input => (input.Name!, input.Value));

    private async Task<IDocument> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await tray.Client.PostAsync(path, form);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode}");
        return await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
    }
}
