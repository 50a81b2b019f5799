namespace ServiceTray.Search.Indexing;

/// <summary>Merges large segments behind the writer's back, one merge at a time; what was removed meanwhile is removed from what comes of it.</summary>
internal sealed class BackgroundMerger(SegmentMerger merger, Generations generations)
{
    private readonly Lock _starting = new();
    private volatile IReadOnlyList<LiveSegment> _taken = [];

    /// <summary>The merge under way; done when there is none.</summary>
    public Task Current { get; private set; } = Task.CompletedTask;

    /// <summary>The segments that no merge has taken.</summary>
    public IReadOnlyList<LiveSegment> Free(IReadOnlyList<LiveSegment> segments)
    {
        var taken = _taken;
        return taken.Count == 0 ? segments : [.. segments.Where(live => !taken.Any(each => each.Segment == live.Segment))];
    }

    /// <summary>Begins to merge these, unless another merge is under way.</summary>
    /// <exception cref="Exception">What the merge before failed with; it is told once, and what it was to merge is still there.</exception>
    public void Begin(IReadOnlyList<LiveSegment> due)
    {
        lock (_starting)
        {
            if (!Current.IsCompleted)
            {
                return;
            }

            var before = Current;
            Current = Task.CompletedTask;
            before.GetAwaiter().GetResult();
            _taken = due;
            Current = Task.Run(() => Merge(due));
        }
    }

    private void Merge(IReadOnlyList<LiveSegment> due)
    {
        try
        {
            var merged = new LiveSegment(merger.Merge(due, CancellationToken.None), Tombstones.None);
            generations.Advance(before => Exchanged(before, due, merged));
        }
        finally
        {
            _taken = [];
        }
    }

    // A segment that is no longer there was emptied, or replaced with all others: nothing of it lives.
    private static Snapshot Exchanged(Snapshot before, IReadOnlyList<LiveSegment> due, LiveSegment merged)
    {
        var gone = new List<Guid>();
        foreach (var taken in due)
        {
            var now = before.Segments.FirstOrDefault(live => live.Segment == taken.Segment);
            gone.AddRange(taken.Documents().Where(document => now is null || now.Removed.Contains(document)).Select(document => taken.Segment.Keys[document]));
        }

        var left = merged.Without(gone);
        var rest = before.Segments.Where(live => due.All(taken => taken.Segment != live.Segment));
        return new Snapshot(before.Generation + 1, before.Sequence, [.. left.Count == 0 ? [] : new[] { left }, .. rest]);
    }
}
