using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Offerings;

/// <summary>"Bussilla" is sought where a place tells how one gets there: in its own words, since no source tells it otherwise.</summary>
[Collection(FullTray.Name)]
public sealed class HowToGetThere(FullTray full)
{
    [Theory]
    [InlineData("uinti bussilla", "FI", "Bussi")]
    [InlineData("busshållplats", "SV", "Buss")]
    [InlineData("swimming by bus", "EN", "bus")]
    public async Task Is_sought_with_the_words_for_what_is_done(string text, string language, string way)
    {
        const string Ask = "query($text: String, $language: Language) { search(filter: { text: $text }) { nodes { places { arrival(language: $language) { value } } } } }";
        var found = (await full.App.QueryAsync(Ask, new { text, language })).GetProperty("search").GetProperty("nodes");
        Assert.Contains(way, found[0].GetProperty("places")[0].GetProperty("arrival").GetProperty("value").GetString(), StringComparison.Ordinal);
    }
}
