using System.Text.Json;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;

namespace ServiceTray.Tests.Needs;

[Collection(SmallTray.Name)]
public sealed class NeedPages(SmallTray small)
{
    [Theory]
    [InlineData("fi", "unettomuus")]
    [InlineData("sv", "sömnlöshet")]
    [InlineData("en", "insomnia")]
    public async Task Show_what_is_sought_and_when_in_each_language(string language, string word)
    {
        var page = await PageVisit.GetAsync(small.App, $"/tarpeet?lang={language}");
        Assert.Contains(word, page.Document.QuerySelector("#sleepless summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(8, page.Document.QuerySelectorAll("main h2").Length);
        Assert.DoesNotContain("|", page.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_exported_whole_with_reasons_and_sources()
    {
        var lexicon = (await small.App.GetAsync("/api/v1/needs")).Body;
        var sources = lexicon.GetProperty("sources").EnumerateObject().Select(source => source.Name).ToHashSet();
        var needs = lexicon.GetProperty("needs").EnumerateArray().ToList();
        Assert.True(needs.Count >= 80);
        Assert.All(needs, need =>
        {
            Assert.NotEmpty(need.GetProperty("reason").GetString()!);
            Assert.Contains(need.GetProperty("saidFrom").GetString()!, sources);
            Assert.Contains(need.GetProperty("seekFrom").GetString()!, sources);
            Assert.All(["fi", "sv", "en"], tag => Assert.Equal(JsonValueKind.Array, need.GetProperty("said").GetProperty(tag).ValueKind));
        });
    }
}
