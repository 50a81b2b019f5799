namespace ServiceTray.Offerings;

/// <summary>Has dates.</summary>
internal sealed class Event : Offering
{
    public EventStatus Status { get; set; } = EventStatus.Scheduled;

    /// <summary>Its dates, soonest first.</summary>
    public IReadOnlyList<Occurrence> Occurrences { get; set; } = [];

    public Registration? Registration { get; set; }

    public override OfferingKind Kind => OfferingKind.Event;

    /// <summary>When the last of it is over.</summary>
    public DateTimeOffset? EndsAt => Occurrences.Count == 0 ? null : Occurrences.Max(occurrence => occurrence.EndsAt);

    /// <summary>The dates that take place, soonest first; none when the event itself does not.</summary>
    public IEnumerable<Occurrence> TakingPlace() => TakesPlace(Status) ? Occurrences.Where(date => TakesPlace(date.Status)) : [];

    public override IEnumerable<Occurrence> OccurrencesBetween(DateTimeOffset from, DateTimeOffset? to) =>
        Occurrences.Where(occurrence => occurrence.EndsAt > from && (to is null || occurrence.StartsAt < to));

    // What has begun is next only when nothing begins later, as an exhibition that is on for weeks.
    public override Occurrence? NextAfter(DateTimeOffset now)
    {
        var left = TakingPlace().Where(date => date.EndsAt > now).ToList();
        return left.Find(date => date.StartsAt > now) ?? left.FirstOrDefault();
    }

    private static bool TakesPlace(EventStatus status) => status is EventStatus.Scheduled or EventStatus.Moved;
}
