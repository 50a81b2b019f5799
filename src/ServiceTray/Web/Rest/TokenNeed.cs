namespace ServiceTray.Web.Rest;

/// <summary>Marks an endpoint that answers only to a token or a session.</summary>
internal sealed class TokenNeed
{
    public const string Scheme = "token";

    public static TokenNeed Told { get; } = new();
}
