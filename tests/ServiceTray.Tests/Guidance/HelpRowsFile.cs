using ServiceTray.Guidance;
using ServiceTray.Languages;
using Xunit;

namespace ServiceTray.Tests.Guidance;

public sealed class HelpRowsFile
{
    private static readonly HelpRows Rows = HelpRows.Read(Path.Combine(AppContext.BaseDirectory, "seed-data", "help", "help.json"));

    [Theory]
    [InlineData("Adult")]
    [InlineData("Youth")]
    [InlineData("Child")]
    public void Never_leaves_anybody_with_one_number_alone(string audience) =>
        Assert.True(Rows.For(Enum.Parse<HelpAudience>(audience), Language.Fi).Count(row => row.Phone is not null) >= 3);

    [Theory]
    [InlineData("fi")]
    [InlineData("sv")]
    [InlineData("en")]
    public void Tells_every_row_in_the_three_languages(string tag) =>
        Assert.All(Rows.All, row => Assert.True(row.Title.In(tag) is not null && row.Hours.In(tag) is not null, row.Key));

    [Fact]
    public void Puts_first_what_answers_in_the_language_asked() =>
        Assert.Equal(["112", "mieli-sv", "nollalinja", "mieli-fi", "mieli-en"], Rows.For(HelpAudience.Adult, Language.Sv).Select(row => row.Key));

    [Theory]
    [InlineData("""[{"key":"x","title":{"fi":"X"},"languages":[],"audiences":["ADULT"],"checkedOn":"2026-01-01"}]""")]
    [InlineData("""[{"key":"x","title":{"fi":"X"},"phone":"1","languages":[],"audiences":[],"checkedOn":"2026-01-01"}]""")]
    [InlineData("""[{"key":"x","title":{"fi":"X"},"phon":"1","audiences":["ADULT"],"checkedOn":"2026-01-01"}]""")]
    public void Refuses_a_row_that_helps_nobody(string json)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, json);
        Assert.Throws<InvalidDataException>(() => HelpRows.Read(file));
        File.Delete(file);
    }
}
