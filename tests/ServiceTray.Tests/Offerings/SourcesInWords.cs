using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using Xunit;

namespace ServiceTray.Tests.Offerings;

/// <summary>Where something comes from, as residents read it.</summary>
public sealed class SourcesInWords
{
    [Theory]
    [InlineData("tray", "järjestäjä itse")]
    [InlineData("own-01a21a0fbd987b32b6218fca0fd4c41f", "järjestäjä itse")]
    [InlineData("seed", "esimerkkiaineisto")]
    [InlineData("ptv", "PTV")]
    [InlineData("own-things", "OWN-THINGS")]
    public void Are_the_registers_names_or_the_organiser(string source, string words) =>
        Assert.StartsWith($"Tiedon lähde: {words}. ", SourceWords.Of(new Source(source, "1"), DateTimeOffset.UnixEpoch, null, ServiceTray.Offerings.Texts.In(Language.Fi)), StringComparison.Ordinal);
}
