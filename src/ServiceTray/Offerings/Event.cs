using System.Text.Json.Serialization;

namespace ServiceTray.Offerings;

/// <summary>Has dates.</summary>
internal sealed class Event : Offering
{
    public EventStatus Status { get; set; } = EventStatus.Scheduled;

    /// <summary>Its single dates, soonest first; those of a series are counted out of its recurrence.</summary>
    public IReadOnlyList<Occurrence> Occurrences { get; set; } = [];

    public Registration? Registration { get; set; }

    public override OfferingKind Kind => OfferingKind.Event;

    /// <summary>When the last of it is over; null: it has no dates, or no end.</summary>
    [JsonIgnore]
    public DateTimeOffset? EndsAt => Recurrence is { IsEndless: true }
        ? null
        : Occurrences.Select(occurrence => (DateTimeOffset?)occurrence.EndsAt).Append(Recurrence?.EndsAt()).Max();

    public override void ForgetPlacesOfDates()
    {
        base.ForgetPlacesOfDates();
        Occurrences = [.. Occurrences.Select(date => date.Place is null ? date : date.WithoutPlace())];
    }

    protected override IReadOnlyList<Occurrence> SingleDates => Occurrences;

    protected override bool TakesPlace => Status is EventStatus.Scheduled or EventStatus.Moved;
}
