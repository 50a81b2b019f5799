namespace ServiceTray.Offerings;

/// <summary>What became of one date of a series: called off, put off, or moved to another time on the Finnish clock.</summary>
internal sealed record ChangedDate
{
    public ChangedDate(DateTime at, EventStatus status, DateTime? starts = null, TimeSpan? length = null, string? place = null)
    {
        if (length < TimeSpan.Zero || length > Recurrence.Longest)
        {
            throw new ArgumentException("A date lasts from nothing to a year.", nameof(length));
        }

        (At, Status, Starts, Length, Place) = (at, status, starts, length, place);
    }

    /// <summary>When it was to start.</summary>
    public DateTime At { get; }

    public EventStatus Status { get; }

    /// <summary>When it starts instead; null: as it was.</summary>
    public DateTime? Starts { get; }

    /// <summary>How long it lasts instead; null: as the others.</summary>
    public TimeSpan? Length { get; }

    /// <summary>Where it is instead, in the words of its source; null: where the others are.</summary>
    public string? Place { get; }
}
