using ServiceTray.Places;
using ServiceTray.Refusals;
using Xunit;

namespace ServiceTray.Tests.Places;

public sealed class UnknownPlaces
{
    [Theory]
    [InlineData("Kuopoi", "Kuopio")]
    [InlineData("Kuppio", "Kuopio")]
    [InlineData("Kuopoissa", "Kuopio")]
    [InlineData("Helsnki", "Helsinki")]
    [InlineData("Leppvirta", "Leppävirta")]
    [InlineData("Leppävrralla", "Leppävirta")]
    [InlineData("Jyväkslyä", "Jyväskylä")]
    [InlineData("Nådental", "Nådendal")]
    [InlineData("Puijonlakso", "Puijonlaakso")]
    [InlineData("Puijonkatu 15, Kuopoi", "Kuopio")]
    [InlineData("Tampee", "Tampere")]
    [InlineData("Kosk", "Koski")]
    public void Are_told_with_the_nearest_spelling_first(string words, string nearest)
    {
        var refusal = Assert.Throws<PlaceUnknownException>(() => KnownPlaces.Gazetteer.Resolve(words));

        Assert.Equal(RefusalCodes.PlaceUnknown, refusal.Code);
        Assert.Equal(nearest, refusal.Suggestions[0]);
        Assert.Same(refusal.Suggestions, refusal.Details["suggestions"]);
        Assert.DoesNotContain(words, refusal.Message, StringComparison.OrdinalIgnoreCase);
        Assert.InRange(refusal.Suggestions.Count, 1, 5);
        Assert.All(refusal.Suggestions, suggestion => KnownPlaces.Gazetteer.Resolve(suggestion));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?!,.-–—…")]
    [InlineData("\0")]
    [InlineData("Kuopio\0")]
    [InlineData("xqzwxqzw")]
    [InlineData("i")]
    [InlineData("in the")]
    [InlineData("00000")]
    [InlineData("123456")]
    [InlineData("91.5, 27.68")]
    [InlineData("62.89, 180.5")]
    [InlineData("NaN, NaN")]
    [InlineData("1e1, 2e1")]
    [InlineData("١٢٣٤٥")]
    [InlineData("🙂🙂")]
    [InlineData("Atlantis")]
    [InlineData("New York")]
    public void Are_refused_clearly(string words)
    {
        var refusal = Assert.Throws<PlaceUnknownException>(() => KnownPlaces.Gazetteer.Find(words, 10));

        Assert.Throws<PlaceUnknownException>(() => KnownPlaces.Gazetteer.Resolve(words));
        Assert.InRange(refusal.Suggestions.Count, 0, 5);
    }

    // Not as InlineData: attributes are stored as UTF-8, which has no half pairs.
    [Fact]
    public void With_half_a_surrogate_pair_or_what_cannot_be_normalised_are_refused()
    {
        foreach (var words in (string[])["\uD83D", "Kuopio \uDE00", "\uD83DKuopio", "\uFFFF\uFFFE", "Kuopio\uFFFE", "Kuopio\0"])
        {
            Assert.Throws<PlaceUnknownException>(() => KnownPlaces.Gazetteer.Resolve(words));
        }
    }

    [Fact]
    public void Longer_than_two_hundred_letters_are_not_read()
    {
        var just = "Kuopio" + new string(' ', 194);

        Assert.Equal("297", KnownPlaces.Gazetteer.Resolve(just).Municipality?.Code);
        Assert.Throws<PlaceUnknownException>(() => KnownPlaces.Gazetteer.Resolve(just + " "));
    }

    [Fact]
    public void Whatever_is_typed_there_is_a_spot_or_a_refusal()
    {
        var random = new Random(20240607);
        string[] pieces = ["Kuopio", "70100", "ssa", "ä", "\u0308", ",", " ", "-", "\uD83D", "\uDE00", "\0", "İ", "ß", "ﬁ", "5", ".", "62.89", "Uuden", "s", "Ii", "\u200B", "\uFFFD"];
        for (var i = 0; i < 2000; i++)
        {
            var words = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => pieces[random.Next(pieces.Length)]));

            Assert.True(Record.Exception(() => KnownPlaces.Gazetteer.Find(words, 3)) is null or PlaceUnknownException, words);
        }
    }
}
