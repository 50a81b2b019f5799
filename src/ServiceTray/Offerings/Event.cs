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

    public override IEnumerable<Occurrence> OccurrencesBetween(DateTimeOffset from, DateTimeOffset? to) =>
        Occurrences.Where(occurrence => occurrence.EndsAt > from && (to is null || occurrence.StartsAt < to));
}
