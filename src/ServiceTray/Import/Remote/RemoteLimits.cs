namespace ServiceTray.Import.Remote;

/// <summary>How patient one is with a source on the network, and how much one takes from it.</summary>
internal sealed record RemoteLimits
{
    /// <summary>The longest that one answer may take, its body too.</summary>
    public TimeSpan Answer { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The first pause before asking again; each next one is twice as long.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How often it is asked again.</summary>
    public int Tries { get; init; } = 3;

    /// <summary>The longest answer in bytes, unpacked: a small one that unpacks to more is a trap.</summary>
    public int MostBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>The most answers of one run; whoever has more pages than this goes round in circles.</summary>
    public int MostAnswers { get; init; } = 50_000;

    public int MostRedirects { get; init; } = 5;

    /// <summary>Whether reports tell an address with its path; a path may be a secret where people bring their own addresses.</summary>
    public bool TellsPaths { get; init; } = true;

    /// <summary>An address as reports show it: never with its query, which may hold a key.</summary>
    public string Shown(Uri address) => TellsPaths ? RemoteClient.Shown(address) : address.Authority;
}
