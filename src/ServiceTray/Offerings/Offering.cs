using ServiceTray.Languages;
using ServiceTray.Organisations;
using ServiceTray.Pictures;
using ServiceTray.Themes;

namespace ServiceTray.Offerings;

/// <summary>Anything on the tray: what goes on (<see cref="Activity"/>) or has dates (<see cref="Event"/>).</summary>
internal abstract class Offering : Identified
{
    public required LocalizedText Name { get; set; }

    public LocalizedText Summary { get; set; } = LocalizedText.Empty;

    public LocalizedText Description { get; set; } = LocalizedText.Empty;

    /// <summary>Words that it is also found by, as a register's subject terms.</summary>
    public IReadOnlyList<Text> Keywords { get; set; } = [];

    /// <summary>At least one, the main one first.</summary>
    public required IReadOnlyList<ThemeCode> Themes { get; set; }

    public required Guid OrganisationId { get; set; }

    public IReadOnlyList<Guid> PlaceIds { get; set; } = [];

    public Availability Availability { get; set; } = Availability.Nowhere;

    public IReadOnlyList<AttendanceMode> Modes { get; set; } = [];

    public IReadOnlyList<AudienceCode> Audiences { get; set; } = [];

    public AgeSpan Ages { get; set; } = AgeSpan.Any;

    /// <summary>Languages it is given in, BCP 47.</summary>
    public IReadOnlyList<string> Languages { get; set; } = [];

    public Price Price { get; set; } = Price.NotTold;

    public IReadOnlyList<AccessMode> Access { get; set; } = [];

    public Capacity? Capacity { get; set; }

    public IReadOnlyList<AccessibilityFact> Accessibility { get; set; } = [];

    /// <summary>Easy to enter: no appointment, no referral, no fee that keeps away.</summary>
    public bool LowThreshold { get; set; }

    public bool AcceptsReferrals { get; set; }

    public IReadOnlyList<Contact> Contacts { get; set; } = [];

    public IReadOnlyList<Link> Links { get; set; } = [];

    public Picture? Picture { get; set; }

    public required Source Source { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>By what rule it comes again; null: it does not, or only by single dates.</summary>
    public Recurrence? Recurrence { get; set; }

    public abstract OfferingKind Kind { get; }

    protected virtual IReadOnlyList<Occurrence> SingleDates => [];

    protected virtual bool TakesPlace => true;

    /// <summary>Takes from single dates where they alone are: whoever tells the place here, or how much of it may be known, tells it of all of them.</summary>
    public virtual void ForgetPlacesOfDates() => Recurrence = Recurrence is { } series && series.Changes.Any(change => change.Place is not null) ? series.WithoutPlaces() : Recurrence;

    /// <summary>The dates that are not over at a moment, soonest first, those called off too; an endless series gives as many as are taken.</summary>
    public IEnumerable<Occurrence> OccurrencesBetween(DateTimeOffset from, DateTimeOffset? to)
    {
        var single = SingleDates.Where(date => date.EndsAt > from);
        return (Recurrence is null ? single : InOrder.Merge(single, Recurrence.From(from), date => date.StartsAt)).TakeWhile(date => to is null || date.StartsAt < to);
    }

    /// <summary>The same without those that do not take place; none when the whole does not.</summary>
    public IEnumerable<Occurrence> TakingPlaceBetween(DateTimeOffset from, DateTimeOffset? to) =>
        TakesPlace ? OccurrencesBetween(from, to).Where(date => date.TakesPlace) : [];

    /// <summary>The next date that takes place: the first still to begin, else what is on; null: none is left.</summary>
    public Occurrence? NextAfter(DateTimeOffset now)
    {
        // What has begun is next only when nothing begins later, as an exhibition that is on for weeks.
        Occurrence? on = null;
        foreach (var date in TakingPlaceBetween(now, null))
        {
            if (date.StartsAt > now)
            {
                return date;
            }

            on ??= date;
        }

        return on;
    }
}
