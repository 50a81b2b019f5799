using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Accounts;

/// <summary>Who comes without a cookie is nobody, and nothing is looked for to know it.</summary>
public sealed class WithoutACookie
{
    [Theory]
    [InlineData(null, false)]
    [InlineData("other=1", true)]
    [InlineData("session=none", true)]
    public async Task Nobody_is_looked_for(string? cookie, bool isLookedFor)
    {
        var looks = new Looks();
        await using var tray = await TrayApp.StartAsync("none", builder =>
        {
            builder.Services.AddSingleton(looks);
            builder.Services.Replace(ServiceDescriptor.Scoped<IAuthenticationService, Counting>());
        });
        foreach (var path in new[] { "/graphql?query={themes{code}}", "/api/v1/offerings", "/fi/kirjaudu" })
        {
            looks.Count = 0;
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("GraphQL-Preflight", "1");
            if (cookie is not null)
            {
                request.Headers.Add("Cookie", cookie);
            }

            using var response = await tray.Client.SendAsync(request);
            Assert.True((int)response.StatusCode < 500, $"{path}: {response.StatusCode}");
            Assert.Equal(isLookedFor ? 1 : 0, looks.Count);
        }
    }

    private sealed class Looks
    {
        public int Count { get; set; }
    }

    private sealed class Counting(IAuthenticationSchemeProvider schemes, IAuthenticationHandlerProvider handlers, IClaimsTransformation transform, IOptions<AuthenticationOptions> options, Looks looks)
        : AuthenticationService(schemes, handlers, transform, options)
    {
        public override Task<AuthenticateResult> AuthenticateAsync(HttpContext context, string? scheme)
        {
            looks.Count++;
            return base.AuthenticateAsync(context, scheme);
        }
    }
}
