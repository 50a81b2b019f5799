using ServiceTray.Connections;
using Xunit;

namespace ServiceTray.Tests.Connections;

/// <summary>What is read as an address to connect.</summary>
public sealed class ConnectionClients
{
    [Theory]
    [InlineData("https://127.0.0.1/k.ics")]
    [InlineData("https://[::1]/k.ics")]
    [InlineData("https://10.1.2.3/k.ics")]
    [InlineData("https://169.254.169.254/latest")]
    [InlineData("https://palvelin.local/k.ics")]
    [InlineData("https://localhost/k.ics")]
    [InlineData("http://kuopio.fi/k.ics")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://a:b@kuopio.fi/k.ics")]
    [InlineData("kalenteri")]
    public void Inside_networks_and_other_ways_are_refused(string address)
    {
        using var client = new ConnectionClient(new ConnectionSettings());
        Assert.Null(client.Read(address));
        Assert.Equal("https://kuopio.fi/k.ics", client.Read(" webcal://kuopio.fi/k.ics ")!.AbsoluteUri);
    }
}
