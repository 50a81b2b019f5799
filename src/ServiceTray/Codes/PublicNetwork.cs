using System.Net;
using System.Net.Sockets;

namespace ServiceTray.Codes;

/// <summary>What is reached over the open internet: a call that somebody else set never goes into the tray's own network, whatever its name leads to.</summary>
internal static class PublicNetwork
{
    // Networks of one's own, of the machine, of the link, of examples and tests, and what is no address of one machine (the special-purpose registries of IANA).
    private static readonly IPNetwork[] Inner =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork Given = IPNetwork.Parse("2000::/3");

    private static readonly string[] InnerNames = ["localhost", "local", "internal", "intranet", "lan", "home.arpa", "onion"];

    public static bool Has(IPAddress address)
    {
        var told = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return (told.AddressFamily == AddressFamily.InterNetwork || Given.Contains(told)) && !Inner.Any(network => network.Contains(told));
    }

    /// <summary>Whether the address can be one of the open internet; what its name leads to is looked at when it is called.</summary>
    public static bool MayHave(Uri address)
    {
        var host = address.IdnHost.TrimEnd('.');
        return IPAddress.TryParse(host, out var told)
            ? Has(told)
            : host.Contains('.', StringComparison.Ordinal) && !InnerNames.Any(name => $".{host}".EndsWith($".{name}", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A way to one of the machines that the name leads to now, and to no other.</summary>
    /// <exception cref="IOException">It leads to none of the open internet.</exception>
    public static async ValueTask<Stream> ConnectAsync(DnsEndPoint end, CancellationToken cancellationToken)
    {
        var addresses = Array.FindAll(await Dns.GetHostAddressesAsync(end.Host, cancellationToken), Has);
        if (addresses.Length == 0)
        {
            throw new IOException("The name leads to no machine of the open internet.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, end.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
