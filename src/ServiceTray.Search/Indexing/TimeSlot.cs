namespace ServiceTray.Search.Indexing;

/// <summary>A time range in UTC ticks, the end excluded.</summary>
/// <param name="Start">First tick.</param>
/// <param name="End">The tick after the last; the start itself for a moment.</param>
internal readonly record struct TimeSlot(long Start, long End)
{
    // A range without length counts as its start.
    private long Until => Math.Max(End, Start + 1);

    /// <summary>In order, with those that touch made one.</summary>
    public static TimeSlot[] Joined(IEnumerable<TimeSlot> slots)
    {
        var joined = new List<TimeSlot>();
        foreach (var slot in slots.OrderBy(slot => slot.Start))
        {
            if (joined.Count > 0 && slot.Start <= joined[^1].Until)
            {
                joined[^1] = joined[^1] with { End = Math.Max(joined[^1].Until, slot.Until) };
            }
            else
            {
                joined.Add(slot);
            }
        }

        return [.. joined];
    }

    /// <summary>Whether it shares a moment with any of slots that were joined.</summary>
    public bool OverlapsAny(TimeSlot[] joined)
    {
        // The first that is not over before this one starts.
        var (low, high) = (0, joined.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = joined[middle].Until <= Start ? (middle + 1, high) : (low, middle);
        }

        return low < joined.Length && joined[low].Start < Until;
    }
}
