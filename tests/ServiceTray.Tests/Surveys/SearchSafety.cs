using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;

namespace ServiceTray.Tests.Surveys;

/// <summary>Help stands on top of what was found when the words searched for call for it.</summary>
[Collection(SmallTray.Name)]
public sealed class SearchSafety(SmallTray small)
{
    [Theory]
    [InlineData("en jaksa enää elää", true)]
    [InlineData("mies lyö", true)]
    [InlineData("jag vill dö", true)]
    [InlineData("uimahalli", false)]
    [InlineData("kävelyryhmä ilmaiseksi", false)]
    public async Task Comes_over_graphql_and_on_the_page(string words, bool calls)
    {
        var found = await small.App.QueryAsync("query($words: String) { search(filter: { text: $words }) { safety { title { value } phone } } }", new { words });
        Assert.Equal(calls, found.GetProperty("search").GetProperty("safety").EnumerateArray().Any(row => row.GetProperty("phone").GetString() == "112"));

        var page = await PageVisit.PostAsync(small.App, "/haku", ("text", words));
        var parts = page.Document.QuerySelectorAll("main .safety, main .cards, main .note, main .sorting").ToList();
        Assert.Equal(calls, parts.Count > 0 && parts[0].ClassList.Contains("safety"));
    }

    [Fact]
    public async Task Stays_away_where_nothing_was_typed()
    {
        var page = await PageVisit.GetAsync(small.App, "/haku");
        Assert.Empty(page.Document.QuerySelectorAll("main .safety"));
    }
}
