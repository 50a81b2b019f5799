using ServiceTray.Needs;
using Xunit;

namespace ServiceTray.Tests.Needs;

public sealed class NeedPhrases
{
    private static readonly string[] Denials = ["en", "ei", "can't"];

    [Theory]
    [InlineData("! saa* unta", "en saa unta", true)]
    [InlineData("! saa* unta", "unta ei tunnu saavan millään", true)]
    [InlineData("! saa* unta", "saan unta", false)]
    [InlineData("! saa* unta", "en saa", false)]
    [InlineData("mies|vaimo lyö", "VAIMO LYO", true)]
    [InlineData("mies|vaimo lyö", "miesten lyönti", false)]
    [InlineData("yksinäi*", "Yksinäisyyttä", true)]
    [InlineData("nobody|! calls", "I can't... nobody calls", true)]
    [InlineData("nobody|! sleep", "I can’t sleep", true)]
    public void Stand_where_all_their_words_do(string phrase, string text, bool stands) =>
        Assert.Equal(stands, Read(phrase).StandsIn(NeedWords.Of(text)));

    [Theory]
    [InlineData("")]
    [InlineData("!")]
    [InlineData("a unta")]
    [InlineData("un*ta")]
    [InlineData("*")]
    [InlineData("unta| saa")]
    public void Are_refused_with_a_reason_when_they_say_nothing(string written)
    {
        Assert.False(NeedPhrase.TryRead(written, Denials, out var phrase, out var problem));
        Assert.Null(phrase);
        Assert.NotEmpty(problem);
    }

    private static NeedPhrase Read(string written)
    {
        Assert.True(NeedPhrase.TryRead(written, Denials, out var phrase, out _));
        return phrase;
    }
}
