using System.Text.Json;
using ServiceTray.Languages;

namespace ServiceTray.Accounts.Provider;

/// <summary>An OpenID provider that says who people are, and how its claims are read as roles.</summary>
internal sealed record ProviderSettings
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    /// <summary>The issuer; its discovery document lies under it.</summary>
    public required string Authority { get; init; }

    public required string ClientId { get; init; }

    public required string ClientSecret { get; init; }

    /// <summary>What people call it, on the button.</summary>
    public string Name { get; init; } = "OpenID";

    public IReadOnlyList<string> Scopes { get; init; } = ["openid", "profile"];

    public string NameClaim { get; init; } = "name";

    public string RoleClaim { get; init; } = "roles";

    /// <summary>A claim with the organisation's id here, or its business id.</summary>
    public string OrganisationClaim { get; init; } = "organisation";

    /// <summary>A claim with the county's code.</summary>
    public string CountyClaim { get; init; } = "county";

    /// <summary>The provider's word for a role, and the role, as <c>{"nurse": "PROFESSIONAL"}</c>; other words give none.</summary>
    public IReadOnlyDictionary<string, string> Roles { get; init; } = new Dictionary<string, string>();

    /// <summary>Those of the provider's words whose role is of the whole installation, whatever county is claimed; every other needs its place.</summary>
    public IReadOnlyList<string> Everywhere { get; init; } = [];

    /// <summary>Whether the provider's word gives its role over the whole.</summary>
    public bool IsEverywhere(string word, Role role) => role == Role.Administrator || Everywhere.Contains(word);

    /// <summary>Reads a settings file.</summary>
    /// <exception cref="InvalidDataException">It is not there, or not as it must be.</exception>
    public static ProviderSettings Read(string file)
    {
        try
        {
            var settings = JsonSerializer.Deserialize<ProviderSettings>(File.ReadAllText(file), Json) ?? throw new InvalidDataException($"{file} is empty.");
            return settings.Problem is { } problem ? throw new InvalidDataException($"{file}: {problem}") : settings;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new InvalidDataException($"{file} cannot be read: {exception.Message}", exception);
        }
    }

    private string? Problem =>
        !Uri.TryCreate(Authority, UriKind.Absolute, out var address) || !(address.Scheme == "https" || (address.Scheme == "http" && address.IsLoopback))
            ? "authority is an https address (http on this machine alone)."
            : Roles.Values.FirstOrDefault(word => PublicWords.Read<Role>(word) is null) is { } unknown ? $"no role is {unknown}."
            : Everywhere.FirstOrDefault(word => !Roles.TryGetValue(word, out var role) || !Grant.MayStand(PublicWords.Read<Role>(role)!.Value, null, null)) is { } placed ? $"{placed} is no role that can be everywhere."
            : !Scopes.Contains("openid") ? "scopes hold openid."
            : null;

    // A record's own text would show the secret.
    public override string ToString() => $"{nameof(ProviderSettings)} {Authority}";
}
