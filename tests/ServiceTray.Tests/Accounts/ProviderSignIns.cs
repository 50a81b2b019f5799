using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Tokens;
using ServiceTray.Accounts;
using ServiceTray.Accounts.Provider;
using ServiceTray.Data;
using ServiceTray.Organisations;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;

namespace ServiceTray.Tests.Accounts;

/// <summary>Signing in by an OpenID provider: what is right is let in with the roles it claims, and each lie is refused.</summary>
public sealed class ProviderSignIns(ProvidedTray provided) : IClassFixture<ProvidedTray>
{
    private readonly LoopbackIssuer issuer = provided.Issuer.Honest();
    private readonly TrayApp tray = provided.App;

    public static TheoryData<string> Lies =>
        ["issuer", "audience", "nonce", "no nonce", "signature", "no signature", "HMAC", "expired", "no expiry", "not yet", "for another", "for several", "nobody"];

    [Fact]
    public async Task Let_in_with_the_roles_that_are_claimed_now()
    {
        var organisation = Source.IdOf("seed", "organisation:kaupunki");
        issuer.Claims = claims =>
        {
            claims["roles"] = new[] { "hoitaja", "tuntematon" };
            claims["organisation"] = $"{organisation}";
        };
        using var person = new Person(tray);
        Assert.Equal("/oma", await WalkAsync(person));
        Assert.True(issuer.VerifierFitted);
        var own = await PageVisit.ReadAsync(await person.Client.GetAsync("/oma"));
        Assert.Contains("Maija Meri", own.Main.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ammattilainen", own.Main.TextContent, StringComparison.Ordinal);

        issuer.Claims = claims => claims["roles"] = "hoitaja";
        using var later = new Person(tray);
        await WalkAsync(later);
        Assert.DoesNotContain("Ammattilainen", (await PageVisit.ReadAsync(await later.Client.GetAsync("/oma"))).Main.TextContent, StringComparison.Ordinal);
        await using var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        Assert.Equal(1, await context.Set<Account>().CountAsync(account => account.Subject == "henkilö-1"));
    }

    [Fact]
    public async Task End_what_was_given_by_a_role_that_is_claimed_no_more()
    {
        var organisation = Source.IdOf("seed", "organisation:kaupunki");
        Claim("julkaisija");
        using var person = new Person(tray);
        await WalkAsync(person);
        await using var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        var account = (await context.Set<Account>().SingleAsync(row => row.Subject == "henkilö-3")).Id;
        var (self, programs, invitations) = (Caller.Person(account, "", [new Grant(Role.Publisher, organisation)]), tray.Services.GetRequiredService<MachineClientDesk>(), tray.Services.GetRequiredService<InvitationDesk>());
        var token = await programs.MakeAsync(self, "Ohjelma", new Grant(Role.Professional, organisation), ["referrals"], CancellationToken.None);
        var code = await invitations.InviteAsync(self, new Grant(Role.Publisher, organisation), CancellationToken.None);

        // Whoever takes a role that a provider gives is told that it comes back.
        using var colleague = await Person.SignedInAsync(tray, new Grant(Role.Publisher, organisation));
        var rows = (await PageVisit.ReadAsync(await colleague.Client.GetAsync("/oma/ihmiset"))).Main.QuerySelectorAll("ul.rows li");
        Assert.Equal([true, false], rows.OrderBy(row => row.TextContent.Contains("Testi Henkilö", StringComparison.Ordinal)).Select(row => row.TextContent.Contains("palaa seuraavassa kirjautumisessa", StringComparison.Ordinal)));

        using var again = new Person(tray);
        await WalkAsync(again);
        Assert.Equal((true, true), (await programs.OfTokenAsync(token, CancellationToken.None) is not null, await invitations.IsOpenAsync(code, CancellationToken.None)));
        Claim("hoitaja");
        using var later = new Person(tray);
        await WalkAsync(later);
        Assert.Equal((false, false), (await programs.OfTokenAsync(token, CancellationToken.None) is not null, await invitations.IsOpenAsync(code, CancellationToken.None)));

        void Claim(string role) => issuer.Claims = claims => (claims["sub"], claims["roles"], claims["organisation"]) = ("henkilö-3", role, $"{organisation}");
    }

    [Fact]
    public async Task Take_a_name_as_one_line()
    {
        issuer.Claims = claims => (claims["sub"], claims["name"]) = ("henkilö-4", "Maija\r\nBcc:\tMeri\0");
        using var person = new Person(tray);
        await WalkAsync(person);
        await using var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        Assert.DoesNotContain((await context.Set<Account>().SingleAsync(account => account.Subject == "henkilö-4")).DisplayName, char.IsControl);
    }

    [Theory]
    [InlineData(true, "maija@palvelu.example")]
    [InlineData(false, null)]
    [InlineData(null, null)]
    public async Task Keep_where_she_is_written_to_only_when_the_provider_has_verified_it(bool? verified, string? kept)
    {
        issuer.Claims = claims =>
        {
            claims["sub"] = "henkilö-2";
            claims["email"] = "maija@palvelu.example";
            if (verified is { } told)
            {
                claims["email_verified"] = told;
            }
        };
        using var person = new Person(tray);
        Assert.Equal("/oma", await WalkAsync(person));
        await using var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        Assert.Equal(kept, (await context.Set<Account>().SingleAsync(account => account.Subject == "henkilö-2")).Email);
    }

    [Theory]
    [MemberData(nameof(Lies))]
    public async Task Refuse_a_lie(string lie)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        issuer.Unsigned = lie == "no signature";
        issuer.ForgedKey = lie == "signature" ? new RsaSecurityKey(LoopbackIssuer.NewKey().Rsa) { KeyId = issuer.Key.KeyId } : null;
        issuer.Claims = claims =>
        {
            claims["sub"] = "valehtelija";
            switch (lie)
            {
                case "issuer": claims["iss"] = "https://toinen.example"; break;
                case "audience": claims["aud"] = "toinen"; break;
                case "nonce": claims["nonce"] = "0123"; break;
                case "no nonce": claims.Remove("nonce"); break;
                case "expired": claims["exp"] = now - 300; break;
                case "no expiry": claims.Remove("exp"); break;
                case "not yet": claims["nbf"] = now + 300; break;
                case "for another": claims["azp"] = "toinen"; break;
                case "for several": claims["aud"] = new[] { LoopbackIssuer.ClientId, "toinen" }; break;
                case "nobody": claims.Remove("sub"); break;
            }
        };
        issuer.Signs = lie == "HMAC" ? new SigningCredentials(new SymmetricSecurityKey(System.Text.Encoding.UTF8.GetBytes(new string('k', 64))), "HS256") : null;
        using var person = new Person(tray);
        Assert.Equal("/kirjaudu/ei-onnistunut", await WalkAsync(person));
        Assert.Equal(302, (int)(await person.Client.GetAsync("/oma")).StatusCode);
        await using var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        Assert.False(await context.Set<Account>().AnyAsync(account => account.Subject == "valehtelija"));
    }

    [Fact]
    public async Task Refuse_a_provider_that_says_it_is_another()
    {
        await using var other = await LoopbackIssuer.StartAsync();
        other.Discovered = "https://toinen.example";
        await using var deceived = await TrayApp.StartAsync("none", accounts: new AccountSettings { Provider = other.Settings });
        using var person = new Person(deceived);
        Assert.Equal("/kirjaudu/ei-onnistunut", Location(await person.Client.GetAsync("/kirjaudu/palvelu")));
    }

    [Fact]
    public async Task Fetch_keys_again_when_the_provider_has_new_ones()
    {
        using var before = new Person(tray);
        Assert.Equal("/oma", await WalkAsync(before));
        issuer.Key = LoopbackIssuer.NewKey();
        using var after = new Person(tray);
        Assert.Equal("/oma", await WalkAsync(after));
    }

    [Fact]
    public async Task Forget_a_key_that_the_provider_has_withdrawn()
    {
        await using var withdrawing = await LoopbackIssuer.StartAsync();
        var clock = new HandClock();
        var documents = new ProviderDocuments(withdrawing.Address, new HttpDocumentRetriever { RequireHttps = false }, clock);
        var first = withdrawing.Key.KeyId;
        Assert.Equal([first], await KeysAsync());
        withdrawing.Key = LoopbackIssuer.NewKey();
        clock.Now += ProviderDocuments.FreshFor - TimeSpan.FromSeconds(1);
        Assert.Equal([first], await KeysAsync());
        clock.Now += TimeSpan.FromSeconds(1);
        Assert.Equal([withdrawing.Key.KeyId], await KeysAsync());

        async Task<IEnumerable<string>> KeysAsync() => (await documents.GetAsync(anew: false, CancellationToken.None)).SigningKeys.Select(key => key.KeyId);
    }

    [Fact]
    public async Task Take_an_answer_once_and_in_the_browser_that_asked()
    {
        using var person = new Person(tray);
        var back = await BackAsync(person, "/kirjaudu/palvelu");
        using var other = new Person(tray);
        Assert.Equal("/kirjaudu/ei-onnistunut", Location(await other.Client.GetAsync(back)));
        Assert.Equal("/oma", Location(await person.Client.GetAsync(back)));
        Assert.Equal("/kirjaudu/ei-onnistunut", Location(await person.Client.GetAsync(back)));
        Assert.Equal("/kirjaudu/ei-onnistunut", Location(await person.Client.GetAsync("/signin-oidc?code=a&state=b")));
        Assert.Equal("/kirjaudu/ei-onnistunut", Location(await person.Client.GetAsync("/signin-oidc?error=access_denied")));
    }

    [Theory]
    [InlineData("/oma/ihmiset", "/oma/ihmiset")]
    [InlineData("//paha.example", "/oma")]
    [InlineData("https://paha.example/", "/oma")]
    public async Task Lead_back_to_a_page_of_ours(string asked, string led)
    {
        using var person = new Person(tray);
        Assert.Equal(led, Location(await person.Client.GetAsync(await BackAsync(person, $"/kirjaudu/palvelu?paluu={Uri.EscapeDataString(asked)}"))));
    }

    [Fact]
    public async Task Are_not_limited_by_address_as_guesses_are()
    {
        await using var busy = await TrayApp.StartAsync("none", accounts: new AccountSettings { TriesAtOnce = 1, TriesAMinute = 1, Provider = issuer.Settings });
        for (var i = 0; i < 3; i++)
        {
            using var person = new Person(busy);
            Assert.StartsWith($"{issuer.Address}/authorize?", Location(await person.Client.GetAsync("/kirjaudu/palvelu")), StringComparison.Ordinal);
        }

        using var guesser = new Person(busy);
        await guesser.SignInAsync("maija", "väärä salasana");
        Assert.Equal(429, (int)(await guesser.SignInAsync("maija", "väärä salasana")).StatusCode);
    }

    [Fact]
    public async Task End_at_the_provider_too()
    {
        using var person = new Person(tray);
        await WalkAsync(person);
        var page = await PageVisit.ReadAsync(await person.SendAsync("/oma", "/kirjaudu-ulos"));
        var end = page.Main.QuerySelector("a#provider")!.GetAttribute("href")!;
        Assert.Equal($"0; url={end}", page.Document.QuerySelector("meta[http-equiv=refresh]")!.GetAttribute("content"));
        Assert.Contains("no-store", page.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.StartsWith($"{issuer.Address}/end?id_token_hint=ey", end, StringComparison.Ordinal);
        Assert.Contains(Uri.EscapeDataString(tray.Client.BaseAddress!.ToString()), end, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(302, (int)(await person.Client.GetAsync("/oma")).StatusCode);
        var policy = (await PageVisit.GetAsync(tray, "/kirjaudu")).Header("Content-Security-Policy")!;
        Assert.Contains("form-action 'self';", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Say_so_when_the_provider_does_not_answer()
    {
        await using var lonely = await TrayApp.StartAsync("none", accounts: new AccountSettings { Provider = issuer.Settings with { Authority = "http://127.0.0.1:9" } });
        using var person = new Person(lonely);
        Assert.Equal("/kirjaudu/ei-onnistunut", Location(await person.Client.GetAsync("/kirjaudu/palvelu")));
        var page = await PageVisit.GetAsync(lonely, "/kirjaudu/ei-onnistunut?lang=sv");
        Assert.StartsWith("Inloggningen lyckades inte.", page.Document.QuerySelector("[role=alert]")!.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>Huoltokatko</html>")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{ \"issuer\": \"(own)\" }")]
    public async Task Say_so_of_a_provider_that_answers_what_is_none_and_let_her_out(string garbage)
    {
        await using var other = await LoopbackIssuer.StartAsync();
        var clock = new HandClock { Now = TimeProvider.System.GetUtcNow() };
        await using var deceived = await TrayApp.StartAsync(
            "none", builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)), accounts: new AccountSettings { TriesAtOnce = 1000, Provider = other.Settings });
        using var person = new Person(deceived);
        Assert.Equal("/oma", await WalkAsync(person));
        clock.Now += ProviderDocuments.FreshFor;
        other.Garbage = garbage.Replace("(own)", other.Address, StringComparison.Ordinal);
        using var later = new Person(deceived);
        Assert.Equal("/kirjaudu/ei-onnistunut", Location(await later.Client.GetAsync("/kirjaudu/palvelu")));
        Assert.Equal("/", Location(await person.SendAsync("/oma", "/kirjaudu-ulos")));
        Assert.Equal(302, (int)(await person.Client.GetAsync("/oma")).StatusCode);

        // Nothing of it is believed any longer than it is said.
        other.Garbage = null;
        Assert.StartsWith($"{other.Address}/authorize?", Location(await later.Client.GetAsync("/kirjaudu/palvelu")), StringComparison.Ordinal);
    }

    internal static async Task<string?> WalkAsync(Person person)
    {
        var there = await person.Client.GetAsync("/kirjaudu/palvelu");
        var address = there.Headers.Location!.OriginalString;
        return address.StartsWith('/') ? address : Location(await person.Client.GetAsync(await BackOfAsync(address)));
    }

    private static async Task<string> BackAsync(Person person, string start) => await BackOfAsync((await person.Client.GetAsync(start)).Headers.Location!.OriginalString);

    // The issuer is another host to the browser.
    private static async Task<string> BackOfAsync(string address)
    {
        using var elsewhere = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        return (await elsewhere.GetAsync(address)).Headers.Location!.OriginalString;
    }

    private static string? Location(HttpResponseMessage answer) => answer.Headers.Location?.OriginalString;
}
