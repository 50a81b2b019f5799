using ServiceTray.Organisations;
using Xunit;

namespace ServiceTray.Tests.Organisations;

public sealed class WebAddresses
{
    [Theory]
    [InlineData("https://esimerkki.example/a?b=c")]
    [InlineData(" http://esimerkki.example/ ")]
    public void Of_the_web_stand_behind_links(string written) => Assert.Equal(written.Trim(), WebAddress.Read(written));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("www.esimerkki.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    public void Of_anything_else_do_not(string? written) => Assert.Null(WebAddress.Read(written));
}
