using System.Net;
using System.Threading.RateLimiting;
using ServiceTray.Codes;

namespace ServiceTray.Outbox;

/// <summary>Counts, in memory alone, mail by the network it is asked from and by whom it is for, so that the tray writes to nobody against her will.</summary>
internal sealed class MailGuard : IDisposable
{
    /// <summary>How many one network may have sent within an hour.</summary>
    public const int MostFromNetwork = 20;

    /// <summary>How many one address may get within a day.</summary>
    public const int MostToAddress = 3;

    private readonly PartitionedRateLimiter<IPAddress> networks = CallerNetwork.Limiter(MostFromNetwork, TimeSpan.FromHours(1));

    private readonly PartitionedRateLimiter<string> receivers = PartitionedRateLimiter.Create<string, string>(to =>
        RateLimitPartition.GetFixedWindowLimiter(to.Trim().ToUpperInvariant(), _ => CallerNetwork.Window(MostToAddress, TimeSpan.FromDays(1))));

    /// <exception cref="TooManyTriesException">Too much was sent from there, or to her.</exception>
    public void LetSend(string to, IPAddress? from)
    {
        using var network = networks.AttemptAcquire(from ?? IPAddress.None);
        using var receiver = network.IsAcquired ? receivers.AttemptAcquire(to) : null;
        if (receiver is not { IsAcquired: true })
        {
            throw new TooManyTriesException(60 * (network.IsAcquired ? 24 : 1));
        }
    }

    public void Dispose()
    {
        networks.Dispose();
        receivers.Dispose();
    }
}
