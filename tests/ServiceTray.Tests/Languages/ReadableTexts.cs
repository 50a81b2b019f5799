using System.Text;
using ServiceTray.Languages;
using Xunit;

namespace ServiceTray.Tests.Languages;

public sealed class ReadableTexts
{
    [Fact]
    public void Are_those_without_nul_that_the_platform_can_normalise()
    {
        var texts = Enumerable.Range(0, 0x10000).Select(code => $"a{(char)code}")
            .Concat(Enumerable.Range(0x10000, 0x100000).Select(char.ConvertFromUtf32))
            .Append($"{(char)0xDC00}{(char)0xD800}");
        Assert.All(texts.Chunk(0x1000), chunk =>
        {
            Assert.Equal(Array.FindAll(chunk, CanBeKept), Array.FindAll(chunk, text => ReadableText.Is(text)));
            Assert.All(chunk, text => Assert.True(CanBeKept(ReadableText.Of(text))));
        });
    }

    [Fact]
    public void Keep_all_but_what_cannot_be_read() =>
        Assert.Equal("äiti🏊\uFFFD\uFFFD\uFFFDb", ReadableText.Of($"äiti🏊\0{(char)0xFFFE}{(char)0xD800}b"));

    private static bool CanBeKept(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKD).Length > 0 && !text.Contains('\0', StringComparison.Ordinal);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
