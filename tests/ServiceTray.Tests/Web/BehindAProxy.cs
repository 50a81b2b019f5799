using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Accounts;
using ServiceTray.Tests.Support;
using ServiceTray.Web;
using Xunit;

namespace ServiceTray.Tests.Web;

/// <summary>Behind a proxy callers are told apart by its word, and cookies go by https alone; nobody else's word is taken.</summary>
public sealed class BehindAProxy : IAsyncLifetime, IStartupFilter
{
    private const string Proxy = "10.1.2.3";

    private const int Tries = 3;

    private TrayApp tray = null!;

    public async Task InitializeAsync() => tray = await TrayApp.StartAsync(
        "none", builder => builder.Services.AddSingleton<IStartupFilter>(this), accounts: new AccountSettings { TriesAtOnce = Tries, TriesAMinute = 1 }, proxies: TrustedProxies.Read($"{Proxy}, fd00::/8"));

    public async Task DisposeAsync() => await tray.DisposeAsync();

    // The test's word for who is at the other end of the connection.
    Action<IApplicationBuilder> IStartupFilter.Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, after) =>
        {
            context.Connection.RemoteIpAddress = IPAddress.Parse($"{context.Request.Headers["X-Peer"]}");
            return after(context);
        });
        next(app);
    };

    [Fact]
    public async Task Each_client_of_a_trusted_one_is_counted_for_herself()
    {
        for (var i = 0; i < Tries; i++)
        {
            Assert.Equal(422, await TryAsync(Proxy, "192.0.2.1"));
        }

        Assert.Equal(429, await TryAsync(Proxy, "192.0.2.1"));

        // What she writes before the proxy's word is hers, and is not read.
        Assert.Equal(429, await TryAsync(Proxy, "192.0.2.77, 192.0.2.1"));
        Assert.Equal(422, await TryAsync(Proxy, "192.0.2.2"));
        Assert.Equal(422, await TryAsync("fd00::7", "192.0.2.3, 10.1.2.3"));
    }

    [Fact]
    public async Task A_forged_word_of_another_changes_nothing()
    {
        for (var i = 0; i < Tries; i++)
        {
            Assert.Equal(422, await TryAsync("198.51.100.7", $"192.0.2.{i}"));
        }

        Assert.Equal(429, await TryAsync("198.51.100.7", "192.0.2.99"));
        using var answer = await GetAsync("/kirjaudu", "198.51.100.7", "192.0.2.1", "https");
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
        Assert.DoesNotContain("secure", answer.Headers.GetValues("Set-Cookie").Single(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task That_was_asked_by_https_the_form_cookie_goes_by_https_alone()
    {
        using var answer = await GetAsync("/kirjaudu", Proxy, "192.0.2.9", "https");
        Assert.Equal("max-age=31536000", answer.Headers.GetValues("Strict-Transport-Security").Single());
        Assert.Contains("; secure", answer.Headers.GetValues("Set-Cookie").Single(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_tray_whose_address_is_https_gives_no_cookie_that_goes_without()
    {
        await using var safe = await TrayApp.StartAsync("none", accounts: new AccountSettings { Address = new Uri("https://tarjotin.example") });
        var name = $"{Guid.NewGuid():N}@esimerkki.example";
        await safe.Services.GetRequiredService<AccountKeeper>().MakeAsync(new NewAccount(name, "Testi", Person.Password), [], null, CancellationToken.None);
        var page = await PageVisit.GetAsync(safe, "/kirjaudu");
        Assert.Equal("max-age=31536000", page.Header("Strict-Transport-Security"));
        var form = page.Header("Set-Cookie")!;
        Assert.Contains("; secure", form, StringComparison.OrdinalIgnoreCase);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/kirjaudu")
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", page.Document.QuerySelector("input[name='__RequestVerificationToken']")!.GetAttribute("value")!), new("name", name), new("password", Person.Password)]),
            Headers = { { "Cookie", form.Split(';')[0] } },
        };
        using var signedIn = await safe.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        Assert.Contains("; secure", signedIn.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("session=", StringComparison.Ordinal)), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("0.0.0.0/0")]
    [InlineData("välityspalvelin")]
    [InlineData("10.1.2.3/33")]
    public void What_is_no_proxy_stops_the_start(string told) =>
        Assert.Contains(told, Assert.Throws<CannotStartException>(() => TrustedProxies.Read(told)).Message, StringComparison.Ordinal);

    private async Task<int> TryAsync(string peer, string forwarded)
    {
        using var page = await GetAsync("/kirjaudu", peer, forwarded, "http");
        var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await page.Content.ReadAsStringAsync());
        using var request = new HttpRequestMessage(HttpMethod.Post, "/kirjaudu")
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", document.QuerySelector("input[name='__RequestVerificationToken']")!.GetAttribute("value")!), new("name", "kuka"), new("password", "tahansa salasana")]),
            Headers = { { "Cookie", page.Headers.GetValues("Set-Cookie").Single().Split(';')[0] }, { "X-Peer", peer }, { "X-Forwarded-For", forwarded } },
        };
        using var answer = await tray.Client.SendAsync(request);
        return (int)answer.StatusCode;
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string peer, string forwarded, string scheme)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "X-Peer", peer }, { "X-Forwarded-For", forwarded }, { "X-Forwarded-Proto", scheme } } };
        return await tray.Client.SendAsync(request);
    }
}
