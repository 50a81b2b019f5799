using ServiceTray.Codes;

namespace ServiceTray.Referrals;

/// <summary>Counts wrong PINs by the code they were tried on; five close it for a quarter of an hour, to the right one too.</summary>
internal sealed class PinTries
{
    private const int MostWrong = 5;
    private const int MostKept = 10_000;

    private static readonly TimeSpan Locked = TimeSpan.FromMinutes(15);

    private readonly Lock gate = new();
    private readonly Dictionary<string, (int Count, DateTimeOffset At)> wrong = [];

    /// <exception cref="TooManyTriesException">Too many were wrong.</exception>
    public void LetIn(string codeHash, DateTimeOffset now)
    {
        lock (gate)
        {
            if (wrong.TryGetValue(codeHash, out var told) && told.Count >= MostWrong && now < told.At + Locked)
            {
                throw new TooManyTriesException();
            }
        }
    }

    public void CountWrong(string codeHash, DateTimeOffset now)
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

    public void Forget(string codeHash)
    {
        lock (gate)
        {
            wrong.Remove(codeHash);
        }
    }
}
