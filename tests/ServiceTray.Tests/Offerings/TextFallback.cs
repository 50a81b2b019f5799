using System.Text.Json;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Offerings;

/// <summary>A text that is missing in the language asked comes in another and says so.</summary>
[Collection(SmallTray.Name)]
public sealed class TextFallback(SmallTray small)
{
    [Theory]
    [InlineData("lang=sv", null, "Simhall", "sv", "fi")]
    [InlineData("lang=en", "sv", "Swimming hall", "en", "fi")]
    [InlineData("", "sv;q=0.5, en", "Swimming hall", "en", "fi")]
    [InlineData("", null, "Uimahalli", "fi", "fi")]
    [InlineData("lang=xx", "sv", "Simhall", "sv", "fi")]
    public async Task Over_REST_each_text_tells_its_own_language(string query, string? accept, string name, string language, string summaryLanguage)
    {
        var answer = await small.App.GetAsync($"/api/v1/offerings?text=uimahalli&first=1&{query}", accept);
        var item = answer.Body.GetProperty("items")[0];
        Assert.Equal(name, item.GetProperty("name").GetProperty("value").GetString());
        Assert.Equal(language, item.GetProperty("name").GetProperty("language").GetString());
        Assert.Equal(summaryLanguage, item.GetProperty("summary").GetProperty("language").GetString());
        Assert.Equal(JsonValueKind.Null, item.GetProperty("description").ValueKind);
        Assert.Equal(language, Assert.Single(answer.ContentHeaders.ContentLanguage));
        Assert.Contains("Accept-Language", answer.Headers.Vary);
    }

    [Fact]
    public async Task Over_GraphQL_the_argument_wins_and_the_fallback_is_told()
    {
        var data = await small.App.QueryAsync("""
            { search(filter: {text: "juttulinja"}) { nodes { sv: name(language: SV) { value language } en: name(language: EN) { value language } } } }
            """);
        var node = data.GetProperty("search").GetProperty("nodes")[0];
        Assert.Equal("fi", node.GetProperty("sv").GetProperty("language").GetString());
        Assert.Equal("Juttulinja", node.GetProperty("sv").GetProperty("value").GetString());
        Assert.Equal("Chat line", node.GetProperty("en").GetProperty("value").GetString());
    }
}
