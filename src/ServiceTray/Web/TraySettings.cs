using ServiceTray.Accounts;
using ServiceTray.Accounts.Provider;
using ServiceTray.Connections;
using ServiceTray.Data;
using ServiceTray.Outbox;
using ServiceTray.Referrals;

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

    /// <summary>The file that says which sources are read by themselves; null: <c>sources.txt</c> in the data folder, where there is one.</summary>
    public string? Sources { get; init; }

    /// <summary>Where to listen.</summary>
    public string Urls { get; init; } = DefaultUrl;

    /// <summary>Proxies whose word on callers is taken.</summary>
    public TrustedProxies Proxies { get; init; } = TrustedProxies.None;

    /// <summary>Address of the map's raster tiles with <c>{z}</c>, <c>{x}</c> and <c>{y}</c>; null: the map has none, and no other host is asked.</summary>
    public string? Tiles { get; init; }

    /// <summary>Whom the tiles thank, as their licence asks.</summary>
    public string? TilesCredit { get; init; }

    /// <summary>The one other host that pages may ask, as <c>https://tiles.example</c>.</summary>
    /// <exception cref="CannotStartException">The tiles' address is none of the web.</exception>
    public string? TilesOrigin => Tiles is null
        ? null
        : Uri.TryCreate(Tiles, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
            ? address.GetLeftPart(UriPartial.Authority)
            : throw new CannotStartException($"SERVICETRAY_TILES is no address of the web: {Tiles}");

    /// <summary>How people sign in.</summary>
    public AccountSettings Accounts { get; init; } = new();

    /// <summary>How referrals are kept and told.</summary>
    public ReferralSettings Referrals { get; init; } = new();

    /// <summary>How addresses that organisations connect are read.</summary>
    public ConnectionSettings Connections { get; init; } = new();

    /// <summary>How mail leaves.</summary>
    public MailSettings Mail { get; init; } = new();

    public TrayDatabase Database => new(Path.GetFullPath(DataFolder));

    /// <summary>From the variables that README lists.</summary>
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
        Proxies = TrustedProxies.Read(Told("SERVICETRAY_PROXIES")),
        Sources = Told("SERVICETRAY_SOURCES"),
        Tiles = Told("SERVICETRAY_TILES"),
        TilesCredit = Told("SERVICETRAY_TILES_CREDIT"),
        Accounts = new AccountSettings
        {
            Address = ToldAddress("SERVICETRAY_ADDRESS"),
            Provider = Told("SERVICETRAY_SIGNIN") is { } file ? ReadProvider(file) : null,
        },
        Referrals = new ReferralSettings
        {
            IsForClientData = Told("SERVICETRAY_CLIENT_DATA") == "declared",
            Address = ToldSite(),
            TextGateway = ToldAddress("SERVICETRAY_SMS"),
            TextGatewayToken = Told("SERVICETRAY_SMS_TOKEN"),
            CallsOwnNetwork = Told("SERVICETRAY_WEBHOOKS") == "own-network",
        },
        Connections = new ConnectionSettings(Told("SERVICETRAY_CONNECTIONS") == "own-network"),
        Mail = new MailSettings
        {
            Server = Told("SERVICETRAY_SMTP") is { } server ? ReadMailServer(server) : null,
            From = ToldSender() ?? new MailSettings().From,
            Address = ToldSite(),
        },
    };

    private static ProviderSettings ReadProvider(string file)
    {
        try
        {
            return ProviderSettings.Read(file);
        }
        catch (InvalidDataException refused)
        {
            throw new CannotStartException($"SERVICETRAY_SIGNIN: {refused.Message}");
        }
    }

    /// <summary>The tray's own address as paths of ours are written behind it: without a slash at its end.</summary>
    /// <exception cref="CannotStartException">It has a path of its own.</exception>
    public static string SiteOf(Uri address) => address is { PathAndQuery: "/", Fragment: "", UserInfo: "" }
        ? address.GetLeftPart(UriPartial.Authority)
        : throw new CannotStartException($"SERVICETRAY_ADDRESS is where the tray's pages begin, as https://tarjotin.example, and no page: {address}");

    // Without it what is sent would lead nowhere.
    private static string? ToldSite()
    {
        if (ToldAddress("SERVICETRAY_ADDRESS") is { } address)
        {
            return SiteOf(address);
        }

        return Array.Find(["SERVICETRAY_SMTP", "SERVICETRAY_SMS"], name => Told(name) is not null) is { } sends
            ? throw new CannotStartException($"{sends} needs SERVICETRAY_ADDRESS: without it the links in what is sent would lead nowhere.")
            : null;
    }

    private static string? ToldSender() => Told("SERVICETRAY_MAIL_FROM") is not { } told || System.Net.Mail.MailAddress.TryCreate(told, out _)
        ? Told("SERVICETRAY_MAIL_FROM")
        : throw new CannotStartException($"SERVICETRAY_MAIL_FROM is no address that mail comes from: {told}");

    // A password goes by a safe way or not at all.
    private static MailServer ReadMailServer(string told)
    {
        var safety = Told("SERVICETRAY_SMTP_TLS") switch
        {
            null or "none" => MailSafety.None,
            "starttls" => MailSafety.StartTls,
            "tls" => MailSafety.Tls,
            var other => throw new CannotStartException($"SERVICETRAY_SMTP_TLS is none of none, starttls and tls: {other}"),
        };
        var server = MailServer.Of(told, safety) with { User = Told("SERVICETRAY_SMTP_USER"), Password = Told("SERVICETRAY_SMTP_PASSWORD"), Authority = ToldFile("SERVICETRAY_SMTP_CA") };
        if (ToldFile("SERVICETRAY_SMTP_PASSWORD_FILE") is { } file)
        {
            server = server with { Password = File.ReadAllText(file).TrimEnd('\r', '\n') };
        }

        if (Uri.CheckHostName(server.Host) == UriHostNameType.Unknown)
        {
            throw new CannotStartException($"SERVICETRAY_SMTP is no host:port: {told}");
        }

        return server.User is not null && safety == MailSafety.None
            ? throw new CannotStartException("SERVICETRAY_SMTP_USER needs SERVICETRAY_SMTP_TLS: a password does not go in plain.")
            : server;
    }

    private static string? ToldFile(string name) => Told(name) is not { } file ? null : File.Exists(file) ? file : throw new CannotStartException($"{name} is no file: {file}");

    private static Uri? ToldAddress(string name) => Told(name) is { } told
        ? Uri.TryCreate(told, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? address : throw new CannotStartException($"{name} is no address of the web: {told}")
        : null;

    private static string? Told(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
