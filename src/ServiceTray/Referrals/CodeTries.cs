using System.Threading.RateLimiting;

namespace ServiceTray.Referrals;

/// <summary>Counts tries of codes by where they come from, and wrong PINs by the code.</summary>
internal sealed class CodeTries(ReferralSettings settings) : IDisposable
{
    private const int MostWrong = 5;
    private const int MostKept = 10_000;

    private static readonly TimeSpan Locked = TimeSpan.FromMinutes(15);

    private readonly Lock gate = new();
    private readonly Dictionary<string, (int Count, DateTimeOffset At)> wrong = [];
    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(from => RateLimitPartition.GetTokenBucketLimiter(
        from, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = settings.TriesAtOnce,
            TokensPerPeriod = settings.TriesAMinute,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1),
        }));

    public bool MayTry(string from, string codeHash, DateTimeOffset now)
    {
        using var lease = limiter.AttemptAcquire(from);
        lock (gate)
        {
            return lease.IsAcquired && !(wrong.TryGetValue(codeHash, out var told) && told.Count >= MostWrong && now < told.At + Locked);
        }
    }

    public void Wrong(string codeHash, DateTimeOffset now)
    {
        lock (gate)
        {
            if (wrong.Count >= MostKept)
            {
                foreach (var old in wrong.Where(pair => now >= pair.Value.At + Locked).Select(pair => pair.Key).ToList())
                {
                    wrong.Remove(old);
                }
            }

            var before = wrong.TryGetValue(codeHash, out var told) && now < told.At + Locked ? told.Count : 0;
            wrong[codeHash] = (before + 1, now);
        }
    }

    public void Right(string codeHash)
    {
        lock (gate)
        {
            wrong.Remove(codeHash);
        }
    }

    public void Dispose() => limiter.Dispose();
}
