using System.Net;
using System.Threading.RateLimiting;

namespace ServiceTray.Codes;

/// <summary>Counts, by network and in memory alone, wrong codes tried and things put under new codes; too many close the door for a while.</summary>
internal sealed class CodeGuard : IDisposable
{
    /// <summary>How many wrong codes one network may try within <see cref="Minutes"/>.</summary>
    public const int MostWrong = 30;

    /// <summary>How many new codes one network may get within <see cref="Minutes"/>; a whole office may sit behind one.</summary>
    public const int MostMade = 120;

    public const int Minutes = 10;

    /// <summary>How many wrong PINs one code may be tried with, from wherever, within <see cref="PinMinutes"/>.</summary>
    public const int MostWrongPins = 5;
    public const int PinMinutes = 15;

    private readonly PartitionedRateLimiter<IPAddress> wrong = CallerNetwork.Limiter(MostWrong, TimeSpan.FromMinutes(Minutes));
    private readonly PartitionedRateLimiter<IPAddress> made = CallerNetwork.Limiter(MostMade, TimeSpan.FromMinutes(Minutes));
    private readonly PartitionedRateLimiter<string> pins = PartitionedRateLimiter.Create<string, string>(code =>
        RateLimitPartition.GetFixedWindowLimiter(code, _ => CallerNetwork.Window(MostWrongPins, TimeSpan.FromMinutes(PinMinutes))));

    /// <summary>Lets a code be tried.</summary>
    /// <exception cref="TooManyTriesException">Too many from there were wrong; also a right one now waits.</exception>
    public void LetIn(IPAddress? from)
    {
        using var lease = wrong.AttemptAcquire(from ?? IPAddress.None, 0);
        Refuse(lease, Minutes);
    }

    public void CountWrong(IPAddress? from) => wrong.AttemptAcquire(from ?? IPAddress.None).Dispose();

    /// <summary>Lets a PIN be tried on a code, by the code's hash.</summary>
    /// <exception cref="TooManyTriesException">Too many were wrong; also the right one now waits.</exception>
    public void LetPin(string codeHash)
    {
        using var lease = pins.AttemptAcquire(codeHash, 0);
        Refuse(lease, PinMinutes);
    }

    public void CountWrongPin(string codeHash) => pins.AttemptAcquire(codeHash).Dispose();

    /// <summary>Lets something be put under a new code.</summary>
    /// <exception cref="TooManyTriesException">Too much was.</exception>
    public void LetMake(IPAddress? from)
    {
        using var lease = made.AttemptAcquire(from ?? IPAddress.None);
        Refuse(lease, Minutes);
    }

    public void Dispose()
    {
        wrong.Dispose();
        made.Dispose();
        pins.Dispose();
    }

    private static void Refuse(RateLimitLease lease, int minutes)
    {
        if (!lease.IsAcquired)
        {
            throw new TooManyTriesException(minutes);
        }
    }
}
