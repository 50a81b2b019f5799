using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace ServiceTray.Codes;

/// <summary>Where a caller is counted: an address of IPv4, or the /64 that a household or an attacker has whole.</summary>
internal static class CallerNetwork
{
    private const int NetworkBytesOfIPv6 = 8;

    /// <summary>Counts what comes from one network, in memory alone.</summary>
    public static PartitionedRateLimiter<IPAddress> Limiter(int most, TimeSpan time) =>
        PartitionedRateLimiter.Create<IPAddress, IPAddress>(address => RateLimitPartition.GetFixedWindowLimiter(Of(address), _ => Window(most, time)));

    /// <summary>So many within a time.</summary>
    public static FixedWindowRateLimiterOptions Window(int most, TimeSpan time) => new() { PermitLimit = most, Window = time };

    public static IPAddress Of(IPAddress? address) => address switch
    {
        null => IPAddress.None,
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => new IPAddress([.. address.GetAddressBytes().Take(NetworkBytesOfIPv6), .. new byte[NetworkBytesOfIPv6]]),
        _ => address,
    };
}
