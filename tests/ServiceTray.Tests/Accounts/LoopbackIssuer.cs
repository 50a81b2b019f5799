using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using ServiceTray.Accounts.Provider;

namespace ServiceTray.Tests.Accounts;

/// <summary>An OpenID provider on loopback that lets everybody in and can be told to lie in one thing.</summary>
internal sealed class LoopbackIssuer : IAsyncDisposable
{
    public const string ClientId = "tray";

    public const string ClientSecret = "a secret: with %signs&";

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, (string Nonce, string Challenge, string Redirect)> codes = new();

    private LoopbackIssuer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.MapGet("/.well-known/openid-configuration", () => Garbage is { } garbage ? Results.Text(garbage, "text/html") : Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = Discovered ?? Address,
            ["authorization_endpoint"] = $"{Address}/authorize",
            ["token_endpoint"] = $"{Address}/token",
            ["jwks_uri"] = $"{Address}/keys",
            ["end_session_endpoint"] = $"{Address}/end",
        }));
        app.MapGet("/keys", () =>
        {
            KeysAsked++;
            return Results.Json(new { keys = new[] { PublicKey() } });
        });
        app.MapGet("/authorize", Authorize);
        app.MapPost("/token", (HttpContext context, CancellationToken _) => TokenAsync(context));
    }

    public string Address { get; private set; } = "";

    /// <summary>How often its keys were fetched.</summary>
    public int KeysAsked { get; private set; }

    /// <summary>The key that signs; a new one is a rotation.</summary>
    public RsaSecurityKey Key { get; set; } = NewKey();

    /// <summary>The key that signs in its stead, unannounced.</summary>
    public RsaSecurityKey? ForgedKey { get; set; }

    /// <summary>What signs in its stead, by another way; null: the key.</summary>
    public SigningCredentials? Signs { get; set; }

    /// <summary>Whether tokens are not signed at all.</summary>
    public bool Unsigned { get; set; }

    /// <summary>What discovery says the issuer is; null: the truth.</summary>
    public string? Discovered { get; set; }

    /// <summary>What discovery answers instead; null: the document.</summary>
    public string? Garbage { get; set; }

    /// <summary>Changes what the ID token claims.</summary>
    public Action<Dictionary<string, object>> Claims { get; set; } = _ => { };

    /// <summary>Whether the last code came with the verifier of its challenge.</summary>
    public bool? VerifierFitted { get; private set; }

    public ProviderSettings Settings => new()
    {
        Authority = Address,
        ClientId = ClientId,
        ClientSecret = ClientSecret,
        Name = "Testikirjautuminen",
        Roles = new Dictionary<string, string> { ["hoitaja"] = "PROFESSIONAL", ["julkaisija"] = "PUBLISHER", ["aluepäällikkö"] = "COUNTY_ADMINISTRATOR", ["tarkastaja"] = "AUDITOR", ["tilastot"] = "STATISTICS_READER", ["valtiontilastot"] = "STATISTICS_READER", ["ylläpito"] = "ADMINISTRATOR" },
        Everywhere = ["valtiontilastot"],
    };

    public static RsaSecurityKey NewKey() => new(RSA.Create(2048)) { KeyId = $"{Guid.NewGuid()}" };

    public static async Task<LoopbackIssuer> StartAsync()
    {
        var issuer = new LoopbackIssuer();
        await issuer.app.StartAsync();
        issuer.Address = issuer.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return issuer;
    }

    /// <summary>The same issuer, telling the truth again.</summary>
    public LoopbackIssuer Honest()
    {
        (ForgedKey, Signs, Unsigned, Discovered, Claims) = (null, null, false, null, _ => { });
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private IResult Authorize(HttpContext context)
    {
        var query = context.Request.Query;
        if (query["response_type"] != "code" || query["client_id"] != ClientId || query["code_challenge_method"] != "S256" || !query["scope"].ToString().Split(' ').Contains("openid"))
        {
            return Results.BadRequest();
        }

        var code = $"{Guid.NewGuid()}";
        codes[code] = (query["nonce"].ToString(), query["code_challenge"].ToString(), query["redirect_uri"].ToString());
        return Results.Redirect(QueryHelpers.AddQueryString(query["redirect_uri"]!, new Dictionary<string, string?> { ["code"] = code, ["state"] = query["state"] }));
    }

    private async Task<IResult> TokenAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        var expected = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(ClientId)}:{Uri.EscapeDataString(ClientSecret)}"));
        if (context.Request.Headers.Authorization != $"Basic {expected}" || !codes.TryRemove(form["code"].ToString(), out var asked) || asked.Redirect != form["redirect_uri"])
        {
            return Results.BadRequest();
        }

        VerifierFitted = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) == asked.Challenge;
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var claims = new Dictionary<string, object> { ["iss"] = Address, ["aud"] = ClientId, ["sub"] = "henkilö-1", ["name"] = "Maija Meri", ["nonce"] = asked.Nonce, ["iat"] = now, ["exp"] = now + 300 };
        Claims(claims);
        var token = Sign(claims);
        return Results.Json(new { access_token = "unused", token_type = "Bearer", id_token = token });
    }

    /// <summary>A token of these claims, signed as it signs now.</summary>
    public string Sign(IDictionary<string, object> claims) => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
    {
        Claims = claims,
        SigningCredentials = Unsigned ? null : Signs ?? new SigningCredentials(ForgedKey ?? Key, "RS256"),
    });

    private object PublicKey()
    {
        var numbers = Key.Rsa.ExportParameters(false);
        return new { kty = "RSA", use = "sig", kid = Key.KeyId, n = Base64UrlEncoder.Encode(numbers.Modulus), e = Base64UrlEncoder.Encode(numbers.Exponent) };
    }
}
