namespace ServiceTray.Search.Indexing;

/// <summary>A time range in UTC ticks, the end excluded.</summary>
/// <param name="Start">First tick.</param>
/// <param name="End">The tick after the last; the start itself for a moment.</param>
internal readonly record struct TimeSlot(long Start, long End)
{
    /// <summary>Whether both share a moment; a range without length counts as its start.</summary>
    public bool Overlaps(TimeSlot other) =>
        Start < Math.Max(other.End, other.Start + 1) && other.Start < Math.Max(End, Start + 1);
}
