namespace ServiceTray.Offerings;

/// <summary>One date of an event; the end is not before the start.</summary>
internal sealed record Occurrence
{
    public Occurrence(DateTimeOffset startsAt, DateTimeOffset endsAt, EventStatus status = EventStatus.Scheduled)
    {
        if (endsAt < startsAt)
        {
            throw new ArgumentException("An occurrence cannot end before it starts.", nameof(endsAt));
        }

        StartsAt = startsAt;
        EndsAt = endsAt;
        Status = status;
    }

    public DateTimeOffset StartsAt { get; }

    public DateTimeOffset EndsAt { get; }

    public EventStatus Status { get; }
}

/// <summary>Whether an event or one of its dates takes place.</summary>
internal enum EventStatus
{
    Scheduled,
    Cancelled,
    Postponed,
    Moved,
}
