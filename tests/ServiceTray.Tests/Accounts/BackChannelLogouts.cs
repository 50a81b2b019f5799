using Microsoft.IdentityModel.Tokens;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Accounts;

/// <summary>A provider says that somebody has signed out there: she is out here as well, and nobody else can say so.</summary>
public sealed class BackChannelLogouts(ProvidedTray provided) : IClassFixture<ProvidedTray>
{
    private const string Event = "http://schemas.openid.net/event/backchannel-logout";

    private readonly LoopbackIssuer issuer = provided.Issuer.Honest();

    public static TheoryData<string> Lies =>
        ["issuer", "audience", "nonce", "no events", "another event", "event is no object", "events are no object", "no jti", "nobody", "old", "no iat", "expired", "no expiry", "signature", "no signature", "an ID token"];

    [Fact]
    public async Task End_the_session_that_it_names_or_all_of_somebody()
    {
        var (hers, other) = ($"henkilö-{Guid.NewGuid()}", $"henkilö-{Guid.NewGuid()}");
        using var first = await SignedInAsync(hers, "istunto-1");
        using var second = await SignedInAsync(hers, "istunto-2");
        using var another = await SignedInAsync(other, "istunto-3");
        Assert.Equal(200, await TellAsync(claims => (claims["sub"], claims["sid"]) = (hers, "istunto-1")));
        Assert.Equal((false, true, true), (await IsInAsync(first), await IsInAsync(second), await IsInAsync(another)));
        Assert.Equal(200, await TellAsync(claims => (claims["sub"], claims["sid"]) = (other, "istunto-2")));
        Assert.True(await IsInAsync(second));
        using var third = await SignedInAsync(hers, null);
        Assert.Equal(200, await TellAsync(claims => claims["sub"] = hers));
        Assert.Equal((false, false, true), (await IsInAsync(second), await IsInAsync(third), await IsInAsync(another)));
        Assert.Equal(200, await TellAsync(claims => claims["sid"] = "istunto-3"));
        Assert.False(await IsInAsync(another));
        Assert.Equal(200, await TellAsync(claims => claims["sub"] = "ei kukaan"));
    }

    [Theory]
    [MemberData(nameof(Lies))]
    public async Task Are_not_believed_when_they_lie(string lie)
    {
        var subject = $"henkilö-{Guid.NewGuid()}";
        using var person = await SignedInAsync(subject, "istunto");
        issuer.Unsigned = lie == "no signature";
        issuer.ForgedKey = lie == "signature" ? new RsaSecurityKey(LoopbackIssuer.NewKey().Rsa) { KeyId = issuer.Key.KeyId } : null;
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var status = await TellAsync(claims =>
        {
            (claims["sub"], claims["sid"]) = (subject, "istunto");
            switch (lie)
            {
                case "issuer": claims["iss"] = "https://toinen.example"; break;
                case "audience": claims["aud"] = "toinen"; break;
                case "nonce": claims["nonce"] = "0123"; break;
                case "no events": claims.Remove("events"); break;
                case "another event": claims["events"] = new Dictionary<string, object> { ["https://toinen.example/event"] = new Dictionary<string, object>() }; break;
                case "event is no object": claims["events"] = new Dictionary<string, object> { [Event] = "kyllä" }; break;
                case "events are no object": claims["events"] = Event; break;
                case "no jti": claims.Remove("jti"); break;
                case "nobody": claims.Remove("sub"); claims.Remove("sid"); break;
                case "old": claims["iat"] = now - 3600; break;
                case "no iat": claims.Remove("iat"); break;
                case "expired": claims["exp"] = now - 300; break;
                case "no expiry": claims.Remove("exp"); break;
                case "an ID token": claims.Remove("events"); claims.Remove("jti"); claims["nonce"] = "0123"; break;
            }
        });
        Assert.Equal(400, status);
        Assert.True(await IsInAsync(person));
    }

    [Fact]
    public async Task Of_anybody_do_not_make_us_ask_the_provider_each_time()
    {
        var subject = $"henkilö-{Guid.NewGuid()}";
        using var person = await SignedInAsync(subject, null);
        var before = issuer.KeysAsked;
        for (var i = 0; i < 5; i++)
        {
            issuer.ForgedKey = LoopbackIssuer.NewKey();
            Assert.Equal(400, await TellAsync(claims => claims["sub"] = subject));
        }

        Assert.InRange(issuer.KeysAsked - before, 0, 1);
        Assert.True(await IsInAsync(person));
    }

    [Fact]
    public async Task Are_believed_once()
    {
        var subject = $"henkilö-{Guid.NewGuid()}";
        var told = "";
        using var person = await SignedInAsync(subject, null);
        Assert.Equal(200, await TellAsync(claims => claims["sub"] = subject, token => told = token));
        using var again = await SignedInAsync(subject, null);
        using var answer = await SendAsync(told);
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Equal("""{"error":"invalid_request"}""", await answer.Content.ReadAsStringAsync());
        Assert.Contains("no-store", $"{answer.Headers.CacheControl}", StringComparison.Ordinal);
        Assert.True(await IsInAsync(again));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b.c")]
    [InlineData("{}")]
    public async Task That_are_none_are_refused_and_break_nothing(string token)
    {
        using var answer = await SendAsync(token);
        Assert.Equal(400, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Are_nowhere_told_without_a_provider()
    {
        await using var local = await TrayApp.StartAsync("none");
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("logout_token", "a.b.c")]);
        Assert.Equal(404, (int)(await local.Client.PostAsync("/signout-oidc", content)).StatusCode);
    }

    private async Task<Person> SignedInAsync(string subject, string? session)
    {
        issuer.Claims = claims =>
        {
            claims["sub"] = subject;
            if (session is not null)
            {
                claims["sid"] = session;
            }
        };
        var person = new Person(provided.App);
        Assert.Equal("/oma", await ProviderSignIns.WalkAsync(person));
        Assert.True(await IsInAsync(person));
        return person;
    }

    private async Task<int> TellAsync(Action<Dictionary<string, object>> say, Action<string>? keep = null)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var claims = new Dictionary<string, object>
        {
            ["iss"] = issuer.Address, ["aud"] = LoopbackIssuer.ClientId, ["iat"] = now, ["exp"] = now + 120, ["jti"] = $"{Guid.NewGuid()}", ["events"] = new Dictionary<string, object> { [Event] = new Dictionary<string, object>() },
        };
        say(claims);
        var token = issuer.Sign(claims);
        keep?.Invoke(token);
        using var answer = await SendAsync(token);
        return (int)answer.StatusCode;
    }

    private async Task<HttpResponseMessage> SendAsync(string token)
    {
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("logout_token", token)]);
        return await provided.App.Client.PostAsync("/signout-oidc", content);
    }

    private static async Task<bool> IsInAsync(Person person) => (int)(await person.Client.GetAsync("/oma")).StatusCode == 200;
}
