using ServiceTray.Codes;
using ServiceTray.Import.Remote;

namespace ServiceTray.Connections;

/// <summary>The way to addresses that others set: smaller and shorter than to registers, and never into the tray's own network.</summary>
internal sealed class ConnectionClient(ConnectionSettings settings) : IDisposable
{
    public const int LongestAddress = 1_000;

    private readonly Lazy<RemoteClient> client = new(() => new RemoteClient(Limits, settings.ReadsOwnNetwork ? null : PublicNetwork.ConnectAsync));

    public static RemoteLimits Limits { get; } = new() { Answer = TimeSpan.FromSeconds(30), Tries = 1, MostBytes = 5 * 1024 * 1024, MostRedirects = 3, TellsPaths = false };

    public RemoteClient Remote => client.Value;

    /// <summary>The address as it will be read; null: it can be none of those that may.</summary>
    public Uri? Read(string written)
    {
        var told = written.Trim();
        told = told.StartsWith("webcal://", StringComparison.OrdinalIgnoreCase) ? $"https://{told["webcal://".Length..]}" : told;
        return told.Length <= LongestAddress && Uri.TryCreate(told, UriKind.Absolute, out var address) && address.UserInfo.Length == 0
            && (settings.ReadsOwnNetwork ? address.Scheme is "https" or "http" : address.Scheme is "https" && PublicNetwork.MayHave(address))
            ? address
            : null;
    }

    public void Dispose()
    {
        if (client.IsValueCreated)
        {
            client.Value.Dispose();
        }
    }
}
