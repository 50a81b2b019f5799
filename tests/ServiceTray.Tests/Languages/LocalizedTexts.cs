using System.Text.Json;
using ServiceTray.Languages;
using Xunit;

namespace ServiceTray.Tests.Languages;

public sealed class LocalizedTexts
{
    [Theory]
    [InlineData("fi sv en", "Sv", "sv")]
    [InlineData("sv en", "Fi", "sv")]
    [InlineData("en fi", "Sv", "fi")]
    [InlineData("sv fi", "En", "fi")]
    [InlineData("se en", "Fi", "en")]
    [InlineData("se uk", "En", "se")]
    [InlineData("fi sv-FI", "Sv", "sv-FI")]
    [InlineData("sv-FI sv", "Sv", "sv")]
    [InlineData("sv-AX sv-FI", "Sv", "sv-AX")]
    [InlineData("fi-simple sv", "Fi", "sv")]
    [InlineData("fi-simple", "Fi", "fi-simple")]
    public void Pick_takes_the_asked_then_fi_sv_en_then_any(string told, string asked, string picked)
    {
        var text = LocalizedText.Of(told.Split(' ').Select(tag => (tag, (string?)$"words in {tag}")));

        var pick = text.Pick(Enum.Parse<Language>(asked));

        Assert.Equal(new Text($"words in {picked}", picked), pick);
    }

    [Fact]
    public void Blank_words_are_not_told()
    {
        var text = LocalizedText.Of("  ", null, " Pool ");

        Assert.Equal(new Text("Pool", "en"), Assert.Single(text));
        Assert.True(LocalizedText.Of(" ").IsEmpty);
        Assert.Null(LocalizedText.Empty.TextOrNull(Language.Fi));
        Assert.Throws<InvalidOperationException>(() => LocalizedText.Empty.Pick(Language.Fi));
    }

    [Fact]
    public void Are_equal_by_value_and_order()
    {
        Assert.Equal(LocalizedText.Of("Uimahalli", "Simhall"), LocalizedText.Of("Uimahalli", "Simhall"));
        Assert.Equal(LocalizedText.Of("a", "b").GetHashCode(), LocalizedText.Of("a", "b").GetHashCode());
        Assert.NotEqual(LocalizedText.Of("Uimahalli", "Simhall"), LocalizedText.Of("Uimahalli"));
        Assert.NotEqual(LocalizedText.Of(("sv", "b"), ("fi", "a")), LocalizedText.Of("a", "b"));
    }

    [Fact]
    public void Json_keeps_order_and_words()
    {
        var text = LocalizedText.Of(("sv", "Simhall"), ("fi", "Uimahalli \"Äyskäri\""), ("fi-simple", "Uima-halli"));

        var json = JsonSerializer.Serialize(text);

        Assert.Equal(["sv", "fi", "fi-simple"], JsonDocument.Parse(json).RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal(text, JsonSerializer.Deserialize<LocalizedText>(json));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"Uimahalli\"")]
    [InlineData("{\"fi\":1}")]
    [InlineData("{\"fi\":{}}")]
    [InlineData("{\"\":\"x\"}")]
    public void Json_of_another_shape_is_refused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<LocalizedText>(json));
}
