namespace ServiceTray.Offerings;

/// <summary>One date of an event or of what comes again; the end is not before the start.</summary>
internal sealed record Occurrence
{
    public Occurrence(
        DateTimeOffset startsAt, DateTimeOffset endsAt, EventStatus status = EventStatus.Scheduled, bool allDay = false, DateTimeOffset? movedFrom = null, string? sourceId = null, string? place = null)
    {
        if (endsAt < startsAt)
        {
            throw new ArgumentException("An occurrence cannot end before it starts.", nameof(endsAt));
        }

        StartsAt = startsAt;
        EndsAt = endsAt;
        Status = status;
        AllDay = allDay;
        MovedFrom = movedFrom;
        SourceId = sourceId;
        Place = place;
    }

    public DateTimeOffset StartsAt { get; }

    public DateTimeOffset EndsAt { get; }

    public EventStatus Status { get; }

    /// <summary>Only the days are told; it ends when the last of them does.</summary>
    public bool AllDay { get; }

    /// <summary>When it was to start before it was moved.</summary>
    public DateTimeOffset? MovedFrom { get; }

    /// <summary>What its source calls this date alone; null: it has no name for it.</summary>
    public string? SourceId { get; }

    /// <summary>Where this date alone is, in the words of its source; null: where the whole is.</summary>
    public string? Place { get; }

    /// <summary>Whether one may come.</summary>
    public bool TakesPlace => Status is EventStatus.Scheduled or EventStatus.Moved;

    public Occurrence WithoutPlace() => new(StartsAt, EndsAt, Status, AllDay, MovedFrom, SourceId);

    /// <summary>The same date, put off.</summary>
    public Occurrence PutOff() => new(StartsAt, EndsAt, EventStatus.Postponed, AllDay, MovedFrom, SourceId, Place);
}

/// <summary>Whether an event or one of its dates takes place.</summary>
internal enum EventStatus
{
    Scheduled,
    Cancelled,
    Postponed,
    Moved,
}
