using ServiceTray.Languages;
using ServiceTray.Offerings.Persons;
using ServiceTray.Organisations;

namespace ServiceTray.Offerings;

/// <summary>An offering as its page shows it, at a moment.</summary>
internal sealed record OfferingShown(PlacedOffering Placed, DateTimeOffset Now, DateOnly Today)
{
    private const int MostDates = 6;

    public Offering Offering => Placed.Offering;

    /// <summary>Its picture, under the address at which this page may show it; null: it has none.</summary>
    public ShownPicture? Picture { get; init; } = ShownPicture.Of(Placed.Offering);

    /// <summary>Who may be reached by name; null: nobody.</summary>
    public PersonShown? Person { get; init; }

    /// <summary>True for a group that tells time and place to who asks.</summary>
    public bool IsOnContact => Offering is Activity { OnContact: true };

    /// <summary>The next dates, cancelled ones too.</summary>
    public IReadOnlyList<Occurrence> Dates => [.. Offering.OccurrencesBetween(Now, null).Take(MostDates)];

    /// <summary>The series in words; null: it is none.</summary>
    public string? Series(Language language) => Offering.Recurrence is { } series ? RecurrenceWords.Of(series, Today, language) : null;

    /// <summary>True for a group whose season is over.</summary>
    public bool IsSeasonOver => Offering is Activity { Recurrence: { } series } && series.EndsAt() <= Now;

    /// <summary>True for an event whose last date is over.</summary>
    public bool IsOver => Offering is Event { EndsAt: { } end } && end <= Now;

    /// <summary>Its own contacts; when it has none, those of who offers it.</summary>
    public IReadOnlyList<Contact> Contacts => Offering.Contacts.Count > 0 ? Offering.Contacts : Placed.Organisation.Contacts;

    public bool AreContactsOfOrganisation => Offering.Contacts.Count == 0;
}

/// <summary>An organisation as its page shows it: a page of what it offers, with the cursors of those after and before.</summary>
internal sealed record OrganisationShown(Organisation Organisation, IReadOnlyList<ListedOffering> Items, int Total, string? Next, string? Previous);
