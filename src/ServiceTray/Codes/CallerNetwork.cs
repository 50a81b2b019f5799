using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace ServiceTray.Codes;

/// <summary>Where a caller is counted: an address of IPv4, or the /64 that a household or an attacker has whole.</summary>
internal static class CallerNetwork
{
    private const int BytesOfIPv6 = 16;
    private const int NetworkBytesOfIPv6 = 8;
    private const int SiteBytesOfIPv6 = 6;

    /// <summary>Counts what comes from one network, in memory alone.</summary>
    public static PartitionedRateLimiter<IPAddress> Limiter(int most, TimeSpan time) =>
        PartitionedRateLimiter.Create<IPAddress, IPAddress>(address => RateLimitPartition.GetFixedWindowLimiter(Of(address), _ => Window(most, time)));

    /// <summary>So many within a time.</summary>
    public static FixedWindowRateLimiterOptions Window(int most, TimeSpan time) => new() { PermitLimit = most, Window = time };

    /// <summary>The whole site that an address of IPv6 is of, its /48, which somebody who has one network most often has; an address of IPv4 is itself.</summary>
    public static IPAddress WideOf(IPAddress network) => network.AddressFamily == AddressFamily.InterNetworkV6 ? First(network, SiteBytesOfIPv6) : network;

    public static IPAddress Of(IPAddress? address) => address switch
    {
        null => IPAddress.None,
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => First(address, NetworkBytesOfIPv6),
        _ => address,
    };

    private static IPAddress First(IPAddress address, int bytes) => new([.. address.GetAddressBytes().Take(bytes), .. new byte[BytesOfIPv6 - bytes]]);
}
