using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.JsonWebTokens;

namespace ServiceTray.Accounts.Provider;

/// <summary>Believes a logout token only when it is one, for us, new and told for the first time (OpenID Connect Back-Channel Logout, 2.6).</summary>
internal sealed class LogoutTokenCheck(IdTokenCheck signed, TimeProvider clock)
{
    private const string Event = "http://schemas.openid.net/event/backchannel-logout";

    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(5);

    private readonly Lock door = new();
    private readonly Dictionary<string, DateTimeOffset> told = new(StringComparer.Ordinal);

    /// <summary>Whose sessions end: all of the subject's, or the one that the provider calls so.</summary>
    /// <exception cref="AuthenticationFailureException">It is not right.</exception>
    public async Task<LogoutWish> ReadAsync(string token, ProviderDocuments documents, CancellationToken cancellationToken)
    {
        var read = (JsonWebToken)(await signed.SignedAsync(token, documents, isAsked: false, cancellationToken)).SecurityToken;
        var now = clock.GetUtcNow();
        var (subject, session) = (TextOf(read, "sub"), TextOf(read, "sid"));
        var problem =
            !read.TryGetPayloadValue<long>("iat", out var issued) || Math.Abs(issued - now.ToUnixTimeSeconds()) > GoodFor.TotalSeconds ? "is not new"
            : read.TryGetClaim("nonce", out _) ? "has a nonce, as an ID token has"
            : !read.TryGetPayloadValue<JsonElement>("events", out var events) || events.ValueKind != JsonValueKind.Object || !events.TryGetProperty(Event, out var logout) || logout.ValueKind != JsonValueKind.Object ? "tells of no logout"
            : subject is null && session is null ? "names nobody"
            : TextOf(read, "jti") is not { } id || !IsFirst(id, now) ? "was told before"
            : null;
        return problem is null ? new LogoutWish(subject, session) : throw new AuthenticationFailureException($"The logout token {problem}.");
    }

    private static string? TextOf(JsonWebToken token, string claim) => token.TryGetPayloadValue<string>(claim, out var text) && !string.IsNullOrWhiteSpace(text) ? text : null;

    private bool IsFirst(string id, DateTimeOffset now)
    {
        lock (door)
        {
            foreach (var over in told.Where(row => row.Value < now).Select(row => row.Key).ToList())
            {
                told.Remove(over);
            }

            // Until it is too old to be believed, which may be counted from a clock that is ahead.
            return told.TryAdd(id, now + (2 * GoodFor));
        }
    }
}

/// <summary>What a provider wants ended.</summary>
internal sealed record LogoutWish(string? Subject, string? Session);
