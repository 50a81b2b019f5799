using ServiceTray.Languages;
using ServiceTray.Organisations;
using ServiceTray.Themes;

namespace ServiceTray.Offerings;

/// <summary>Anything on the tray: what goes on (<see cref="Activity"/>) or has dates (<see cref="Event"/>).</summary>
internal abstract class Offering
{
    public required Guid Id { get; init; }

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

    public required Source Source { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public DateTimeOffset? ConfirmedAt { get; set; }

    public abstract OfferingKind Kind { get; }

    /// <summary>The dates from a moment on, soonest first; what has no dates gives none.</summary>
    public virtual IEnumerable<Occurrence> OccurrencesBetween(DateTimeOffset from, DateTimeOffset? to) => [];

    /// <summary>The next date that takes place: the first still to begin, else what is on; null: none is left.</summary>
    public virtual Occurrence? NextAfter(DateTimeOffset now) => null;
}
