using ServiceTray.Web;
using Xunit;

namespace ServiceTray.Tests.Web;

public sealed class TelephoneNumbers
{
    [Theory]
    [InlineData("112", "112")]
    [InlineData("017 000 1282", "0170001282")]
    [InlineData("+358 17 000 1282", "+358170001282")]
    [InlineData("+358 (0)17 000-1282", "+358170001282")]
    [InlineData("\u00A009\u00A02525\u00A00111 ", "0925250111")]
    public void Are_called_by_their_digits(string written, string called) => Assert.Equal(called, TelephoneNumber.Read(written));

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("soita kotiin")]
    [InlineData("017 000 tai 018 000")]
    [InlineData("javascript:alert(1)")]
    [InlineData("0123456789012345")]
    [InlineData("017+000")]
    public void Are_none_when_there_is_more_than_a_number(string written) => Assert.Null(TelephoneNumber.Read(written));
}
