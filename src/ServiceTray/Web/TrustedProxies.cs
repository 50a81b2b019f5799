using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace ServiceTray.Web;

/// <summary>Proxies whose word is taken for where a request came from and whether it came by https; nobody else's is.</summary>
internal sealed record TrustedProxies(IReadOnlyList<IPNetwork> Networks)
{
    public static TrustedProxies None { get; } = new([]);

    /// <summary>Addresses and networks, as <c>10.0.0.5, fd00::/8</c>.</summary>
    /// <exception cref="CannotStartException">One of them is neither, or is everybody.</exception>
    public static TrustedProxies Read(string? told) => told is null
        ? None
        : new([.. told.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(word => NetworkOf(word) is { PrefixLength: > 0 } network ? network : throw new CannotStartException($"SERVICETRAY_PROXIES: {word} is no address of a proxy, and no network of them"))]);

    /// <summary>How the framework reads what proxies tell: from the last of them back to the first that is not trusted.</summary>
    public ForwardedHeadersOptions Forwarding()
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in Networks)
        {
            options.KnownIPNetworks.Add(network);
        }

        return options;
    }

    private static IPNetwork? NetworkOf(string word) =>
        IPNetwork.TryParse(word, out var network) ? network : IPAddress.TryParse(word, out var address) ? new IPNetwork(address, 8 * address.GetAddressBytes().Length) : null;
}
