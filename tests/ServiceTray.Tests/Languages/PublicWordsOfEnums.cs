using ServiceTray.Import;
using ServiceTray.Offerings;
using ServiceTray.Themes;
using Xunit;

namespace ServiceTray.Tests.Languages;

public sealed class PublicWordsOfEnums
{
    [Theory]
    [InlineData("3")]
    [InlineData("-1")]
    [InlineData("MIND,NATURE")]
    [InlineData(" MIND")]
    [InlineData("M_IND")]
    [InlineData("")]
    public void Are_no_numbers_and_nothing_near_a_word(string word) => Assert.Throws<ArgumentException>(() => Words.Read<ThemeCode>(word));

    [Fact]
    public void Are_read_in_any_case() =>
        Assert.Equal([AttendanceMode.HomeVisit, AttendanceMode.HomeVisit], Words.Read<AttendanceMode>(["HOME_VISIT", "home_visit"]));
}
