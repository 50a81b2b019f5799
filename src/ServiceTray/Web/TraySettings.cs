using ServiceTray.Data;

namespace ServiceTray.Web;

/// <summary>What a tray is started with; every value has a default that runs.</summary>
internal sealed record TraySettings
{
    public const string DefaultUrl = "http://localhost:5080";

    /// <summary>Where the database and the index lie; made when it is not there.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Where the seed files lie.</summary>
    public string SeedFolder { get; init; } = Path.Combine(AppContext.BaseDirectory, "seed-data");

    /// <summary>Content folders under the seed folder to load; null: all, none when empty.</summary>
    public IReadOnlyList<string>? Seed { get; init; }

    /// <summary>Whether seed files that were loaded are loaded again.</summary>
    public bool Reseed { get; init; }

    /// <summary>Where to listen.</summary>
    public string Urls { get; init; } = DefaultUrl;

    public TrayDatabase Database => new(Path.GetFullPath(DataFolder));

    /// <summary>From <c>SERVICETRAY_DATA</c>, <c>SERVICETRAY_SEED</c> and <c>ASPNETCORE_URLS</c>.</summary>
    public static TraySettings FromEnvironment() => new()
    {
        DataFolder = Told("SERVICETRAY_DATA") ?? "data",
        Seed = Told("SERVICETRAY_SEED") switch
        {
            null => null,
            "none" => [],
            { } names => names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        },
        Urls = Told("ASPNETCORE_URLS") ?? DefaultUrl,
    };

    private static string? Told(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
