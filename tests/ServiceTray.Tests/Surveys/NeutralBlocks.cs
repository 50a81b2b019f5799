using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Languages;
using ServiceTray.Organisations;
using ServiceTray.Tests.Support;
using ServiceTray.Trays;
using Xunit;

namespace ServiceTray.Tests.Surveys;

/// <summary>Every print and share has the same neutral numbers, whatever was answered, and no word of the help that answers called for.</summary>
[Collection(SmallTray.Name)]
public sealed class NeutralBlocks(SmallTray shared)
{
    private readonly TrayApp tray = shared.App;

    [Theory]
    [InlineData("fi")]
    [InlineData("sv")]
    [InlineData("en")]
    public async Task Stand_alike_on_every_page_that_is_printed_or_shared(string language)
    {
        var code = (await tray.QueryAsync(
            "mutation($input: SaveTrayInput!) { saveTray(input: $input) { tray { code } } }",
            new { input = new { items = new object[] { new { offering = Source.IdOf("seed", "kavelyryhma") } } } })).GetProperty("saveTray").GetProperty("tray").GetProperty("code").GetString()!;
        var pages = new List<IDocument> { await GetAsync($"/lista/{code}"), await GetAsync($"/lista/{code}/tuloste"), await ResultAsync("9"), await ResultAsync("0") };
        foreach (var survey in OwnSurvey.Shelf.Newest)
        {
            pages.Add(await GetAsync($"/kartoitus/paperi/{survey.Key}"));
            Assert.Equal(survey.Questions.Count, pages[^1].QuerySelectorAll(".question").Length);
        }

        var blocks = pages.Select(page => page.QuerySelector(".foot .help")!.TextContent).Distinct().ToList();
        Assert.Contains("112", Assert.Single(blocks), StringComparison.Ordinal);
        Assert.All(pages, page => Assert.All(page.QuerySelectorAll(".safety"), first => Assert.True(first.ClassList.Contains("no-print"))));
        Assert.Equal(Printed(pages[2]), Printed(pages[3]));

        var sheet = tray.Services.GetRequiredService<SheetWriter>().Write(
            (await tray.Services.GetRequiredService<TrayKeeper>().ReadAsync(code, null, CancellationToken.None))!, "https://tarjotin.example", LanguageTags.Read(language)!.Value);
        foreach (var number in pages[0].QuerySelectorAll(".foot .help a[href^='tel:']").Select(link => link.GetAttribute("href")![4..]))
        {
            Assert.Contains(sheet.Body, line => string.Concat(line.Words.Where(char.IsDigit)).Contains(string.Concat(number.Where(char.IsDigit)), StringComparison.Ordinal));
        }

        async Task<IDocument> GetAsync(string path) => await ParseAsync(await tray.Client.GetStringAsync($"{path}?lang={language}"));

        async Task<IDocument> ResultAsync(string mind)
        {
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("q-mind", mind)]);
            using var response = await tray.Client.PostAsync($"/kartoitus/tulos?lang={language}", form);
            return await ParseAsync(await response.Content.ReadAsStringAsync());
        }
    }

    private static string Printed(IDocument page) => page.QuerySelector(".neutral-help")!.TextContent;

    private static async Task<IDocument> ParseAsync(string html) => await new HtmlParser().ParseDocumentAsync(html);
}
