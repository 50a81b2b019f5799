using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Surveys;

/// <summary>What no browser sends by itself: the page tells what is wrong, keeps the answers and still puts help first.</summary>
[Collection(SmallTray.Name)]
public sealed class SurveyPageFaults(SmallTray shared)
{
    private readonly TrayApp tray = shared.App;

    [Theory]
    [InlineData("q-words=en+jaksa+el%C3%A4%C3%A4%00&q-movement=4")]
    [InlineData("q-words=en+jaksa+el%C3%A4%C3%A4\0&q-movement=4")]
    [InlineData("q-words=hei%00&q-mind=1&q-movement=4")]
    public async Task Tell_an_unreadable_character_at_its_question(string body)
    {
        var page = await RefusedAsync(body);
        Assert.Equal(["#q-words"], Targets(page));
        Assert.NotNull(page.QuerySelector("#q-words-error"));
        Assert.Contains(body.Contains("hei") ? "hei" : "en jaksa elää", page.QuerySelector<IHtmlTextAreaElement>("#q-words")!.Value);
        Assert.Equal("4", page.QuerySelector("input[name='q-movement'][checked]")!.GetAttribute("value"));
        Assert.Equal("safety", First(page));
    }

    [Theory]
    [InlineData("version=9&q-mind=1", true)]
    [InlineData("version=9&q-mind=8", false)]
    [InlineData("version=9&q-mind=8&q-words=haluan+kuolla", true)]
    [InlineData("version=%00&q-mind=1", true)]
    public async Task Tell_a_version_that_is_not_there_and_show_the_one_that_is(string body, bool help)
    {
        var page = await RefusedAsync(body);
        Assert.Empty(Targets(page));
        var told = Assert.Single(page.QuerySelectorAll("[role=alert] li"));
        Assert.DoesNotContain("(", told.TextContent);
        Assert.Empty(page.QuerySelectorAll(".error, [aria-invalid]"));
        Assert.Equal("1.0", page.QuerySelector<IHtmlInputElement>("input[name=version]")!.Value);
        Assert.Contains($"q-mind={page.QuerySelector("input[name='q-mind'][checked]")!.GetAttribute("value")}", body);
        Assert.Equal(help, First(page) == "safety");
    }

    [Theory]
    [InlineData("q-mind=7&q-mind=8", "#q-mind", false)]
    [InlineData("q-mind=8&q-mind=2", "#q-mind", true)]
    [InlineData("q-words=hei&q-words=haluan+kuolla", "#q-words", true)]
    [InlineData("q-age=40&q-age=50", "#q-age", false)]
    public async Task Tell_what_is_answered_twice(string body, string target, bool help)
    {
        var page = await RefusedAsync(body);
        Assert.Equal([target], Targets(page));
        Assert.Contains("Vastaa tähän vain kerran.", page.QuerySelector($"{target}-error")!.TextContent);
        Assert.Equal(help, First(page) == "safety");
    }

    [Fact]
    public async Task Keep_both_of_two_texts()
    {
        var page = await RefusedAsync("q-words=uinti&q-words=laulu");
        Assert.Equal("uinti\nlaulu", page.QuerySelector<IHtmlTextAreaElement>("#q-words")!.Value.Trim());
    }

    [Fact]
    public async Task Keep_two_numbers_apart_in_their_one_line() =>
        Assert.Equal("40 50", (await RefusedAsync("q-age=40&q-age=&q-age=50")).QuerySelector("#q-age")!.GetAttribute("value"));

    [Fact]
    public async Task Take_an_empty_beside_an_answer_for_one_answer()
    {
        using var response = await PostAsync("q-mind=&q-mind=8&&x");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private async Task<IHtmlDocument> RefusedAsync(string body)
    {
        using var response = await PostAsync(body);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal("no-store", $"{response.Headers.CacheControl}");
        return new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
    }

    private Task<HttpResponseMessage> PostAsync(string body) =>
        tray.Client.PostAsync("/kartoitus/tulos", new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded"));

    private static IEnumerable<string?> Targets(IHtmlDocument page) => page.QuerySelectorAll("[role=alert] a").Select(link => link.GetAttribute("href"));

    private static string? First(IHtmlDocument page) => page.QuerySelector("main")!.FirstElementChild!.QuerySelector("h2")?.Id;
}
