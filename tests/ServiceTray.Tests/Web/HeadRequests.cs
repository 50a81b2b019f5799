using System.Net;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Web;

[Collection(SmallTray.Name)]
public sealed class HeadRequests(SmallTray small)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/health")]
    [InlineData("/openapi.json")]
    [InlineData("/api/v1/themes")]
    public async Task Are_answered_as_get_without_a_body(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var response = await small.App.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Tell_what_is_not_there()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/api/v1/offerings/none");
        using var response = await small.App.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
