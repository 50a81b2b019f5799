using ServiceTray.Needs;
using Xunit;

namespace ServiceTray.Tests.Needs;

/// <summary>The short way through Finnish and Swedish letters cuts as the way through all letters does.</summary>
public sealed class NeedWordsOfAnyLetters
{
    private const string Common = "abzABZ09åäöÅÄÖ'` -.!\t";
    private const string Rare = "éÉüßøæİıſKﬁ½²\u00ad’´\u0301\u0308\u200d\0\ufffe\ud83d\ude00漢я٣";

    [Theory]
    [InlineData(Common)]
    [InlineData(Common + Rare)]
    public void Are_cut_the_same(string letters)
    {
        var random = new Random(letters.Length);
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(i % 100 == 0 ? 400 : 24)).Select(_ => letters[random.Next(letters.Length)]));
            var spaced = string.Concat(NeedWords.Folded(text).Select(letter => char.IsLetterOrDigit(letter) ? letter : ' '));
            Assert.Equal(spaced.Split(' ', StringSplitOptions.RemoveEmptyEntries), NeedWords.Of(text));
        }
    }

    [Fact]
    public void Have_neither_case_nor_dots_nor_apostrophes() =>
        Assert.Equal(["aitini", "lyo", "kaapo", "cant", "9"], NeedWords.Of("ÄITINI lyö! Kååpo can't-9"));
}
