namespace ServiceTray.Search.Indexing;

/// <summary>The snapshot of the moment, and earlier ones that gave cursors and may still be asked for.</summary>
internal sealed class Generations(TimeProvider time, TimeSpan life)
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly Lock _writing = new();
    private volatile Snapshot _current = new(0, 0, []);
    private volatile Replaced[] _earlier = [];

    private sealed record Replaced(Snapshot Snapshot, long At);

    /// <summary>The snapshot of the moment.</summary>
    public Snapshot Current => _current;

    /// <summary>The snapshot of a generation, or null when it is gone.</summary>
    public Snapshot? Find(long generation)
    {
        if (_current.Generation == generation)
        {
            return _current;
        }

        var found = Array.Find(_earlier, each => each.Snapshot.Generation == generation);
        return found is not null && time.GetElapsedTime(found.At) < life ? found.Snapshot : null;
    }

    /// <summary>Puts a snapshot made of the current one in its place; one writer at a time.</summary>
    /// <param name="next">Makes it; null leaves all as it is.</param>
    public void Advance(Func<Snapshot, Snapshot?> next)
    {
        lock (_writing)
        {
            var before = _current;
            if (next(before) is not { } after)
            {
                return;
            }

            var now = time.GetTimestamp();
            _earlier = [.. _earlier.Where(each => IsKept(each, now)), new Replaced(before, now)];
            _current = after;
        }
    }

    // One that gave no cursor is kept a little too, for the search that may still be under way on it.
    private bool IsKept(Replaced replaced, long now) =>
        time.GetElapsedTime(replaced.At, now) < (replaced.Snapshot.GaveCursors ? life : Grace);
}
