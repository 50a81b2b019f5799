namespace ServiceTray.Codes;

/// <summary>How many tries each key has at once, and how soon one comes back; in memory alone. A try is taken before it is looked at, so that those of the same moment are each counted, and given back when it was right.</summary>
internal sealed class TryBucket(int atOnce, TimeSpan oneBackAfter, TimeProvider clock)
{
    private readonly Lock door = new();
    private readonly Dictionary<string, (double Left, DateTimeOffset At)> keys = new(StringComparer.Ordinal);
    private DateTimeOffset swept = clock.GetUtcNow();

    /// <summary>Takes a try; false: none is left.</summary>
    public bool Take(string key) => Move(key, -1);

    public void GiveBack(string key) => Move(key, 1);

    private bool Move(string key, int by)
    {
        lock (door)
        {
            var now = clock.GetUtcNow();
            Sweep(now);
            var left = keys.TryGetValue(key, out var known) ? Left(known, now) : atOnce;
            if (left + by < 0)
            {
                return false;
            }

            keys[key] = (Math.Min(atOnce, left + by), now);
            return true;
        }
    }

    private double Left((double Left, DateTimeOffset At) known, DateTimeOffset now) => Math.Min(atOnce, known.Left + ((now - known.At) / oneBackAfter));

    // What is full again is as if it had never been.
    private void Sweep(DateTimeOffset now)
    {
        if (now - swept < oneBackAfter)
        {
            return;
        }

        swept = now;
        foreach (var key in keys.Where(row => Left(row.Value, now) >= atOnce).Select(row => row.Key).ToList())
        {
            keys.Remove(key);
        }
    }
}
