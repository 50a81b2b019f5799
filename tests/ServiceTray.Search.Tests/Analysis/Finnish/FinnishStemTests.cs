using ServiceTray.Search.Analysis;
using ServiceTray.Search.Analysis.Finnish;
using Xunit;

namespace ServiceTray.Search.Tests.Analysis.Finnish;

public sealed class FinnishStemTests
{
    [Theory]
    [InlineData("päihde", "päihteet", "päihteiden", "päihteitä")]
    [InlineData("retki", "retkiä", "retkellä", "retken")]
    [InlineData("ryhmä", "ryhmässä", "ryhmiä", "ryhmien")]
    [InlineData("kerho", "kerhossa", "kerhoja", "kerhon")]
    [InlineData("hoitaja", "hoitajat", "hoitajille", "hoitajan")]
    [InlineData("kauppa", "kaupassa", "kaupat", "kaupan")]
    [InlineData("kaupunki", "kaupungin", "kaupungissa", "kaupungit")]
    [InlineData("yksinäisyys", "yksinäisyyttä", "yksinäisyyden", "yksinäisyydestä")]
    [InlineData("unettomuus", "unettomuutta", "unettomuuden", "unettomuudesta")]
    [InlineData("maksuton", "maksuttoman", "maksuttomia", "maksuttomat")]
    [InlineData("nainen", "naisten", "naiset", "naisille")]
    public void Brings_the_forms_of_a_word_together(params string[] forms) =>
        Assert.Single(forms.Select(FinnishStem.Of).Distinct());

    [Theory]
    [InlineData("kissa", "koira")]
    [InlineData("talo", "tapa")]
    [InlineData("uinti", "unto")]
    public void Keeps_words_apart(string one, string other) => Assert.NotEqual(FinnishStem.Of(one), FinnishStem.Of(other));

    [Fact]
    public void Never_gives_nothing_for_something()
    {
        var random = new Random(5);
        const string letters = "aeiouyäöknstlmhpjv";
        for (var i = 0; i < 20_000; i++)
        {
            var word = new string([.. Enumerable.Range(0, 1 + random.Next(14)).Select(_ => letters[random.Next(letters.Length)])]);
            Assert.NotEmpty(FinnishStem.Of(word));
        }
    }

    [Fact]
    public void Takes_compounds_apart_at_known_nouns()
    {
        var readings = new List<Reading>();
        FinnishCompounds.Read("kävelyryhmissä", 0.6f, readings);
        Assert.Contains(new Reading(FinnishStem.Of("ryhmä"), 0.6f), readings);
        Assert.Contains(new Reading(FinnishStem.Of("kävely"), 0.6f), readings);
    }
}
