using ServiceTray.Calendar;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Places;
using ServiceTray.Themes;

namespace ServiceTray.Import.Seed;

/// <summary>Seed records into the tray's own things.</summary>
internal static class SeedReader
{
    private const string Licence = "MIT";

    public static IncomingRecord Read(SeedOrganisation seed) => new IncomingOrganisation(new Organisation
    {
        Id = OrganisationId(seed.Key),
        Name = seed.Names,
        Kind = seed.Kind,
        BusinessId = seed.BusinessId,
        Description = seed.Descriptions ?? LocalizedText.Empty,
        Contacts = Read(seed.Contacts),
        Links = Read(seed.Links),
        Source = SourceOf(seed.Key),
    });

    public static IncomingRecord Read(SeedVenue seed) => new IncomingPlace(new Place
    {
        Id = VenueId(seed.Key),
        Name = seed.Names ?? LocalizedText.Empty,
        StreetAddress = seed.StreetAddresses ?? LocalizedText.Empty,
        PostalCode = seed.PostalCode,
        Municipality = seed.Municipality,
        Coordinates = seed is { Latitude: { } latitude, Longitude: { } longitude } ? new Coordinates(latitude, longitude) : null,
        Approximate = seed.Approximate || seed.Secret,
        Disclosure = seed.Secret ? PlaceDisclosure.Municipality : seed.Approximate ? PlaceDisclosure.Neighbourhood : PlaceDisclosure.Whole,
        Arrival = seed.Arrivals ?? LocalizedText.Empty,
    });

    public static IncomingRecord ReadActivity(SeedOffering seed, DateOnly today)
    {
        var activity = new Activity
        {
            Id = IdOf(seed.Key),
            Name = seed.Names,
            Themes = Words.Read<ThemeCode>(seed.Themes),
            OrganisationId = OrganisationId(seed.Organisation),
            Source = SourceOf(seed.Key),
            OpeningHours = [.. (seed.OpeningHours ?? []).Select(hours => new OpeningHours(
                hours.Weekdays, hours.Opens, hours.Closes, hours.ValidFrom, hours.ValidTo, hours.Closed, hours.Notes ?? LocalizedText.Empty))],
            GuidancePoint = seed.GuidancePoint is { } point ? new GuidancePoint(point.County, point.From, point.To, point.Languages) : null,
        };
        return Told(activity, seed, today);
    }

    public static IncomingRecord ReadEvent(SeedOffering seed, DateOnly today)
    {
        var dated = new Event
        {
            Id = IdOf(seed.Key),
            Name = seed.Names,
            Themes = Words.Read<ThemeCode>(seed.Themes),
            OrganisationId = OrganisationId(seed.Organisation),
            Source = SourceOf(seed.Key),
            Occurrences = SeedCalendar.Series(seed.Dates, today) is null
                ? [.. (seed.Dates ?? []).SelectMany(dates => SeedCalendar.Occurrences(dates, today)).OrderBy(occurrence => occurrence.StartsAt)]
                : [],
            Registration = seed.Registration is { } registration
                ? new Registration(registration.Required, registration.Instructions ?? LocalizedText.Empty)
                : null,
        };
        return Told(dated, seed, today);
    }

    private static IncomingOffering Told(Offering offering, SeedOffering seed, DateOnly today)
    {
        offering.Summary = seed.Summaries ?? LocalizedText.Empty;
        offering.Description = seed.Descriptions ?? LocalizedText.Empty;
        offering.PlaceIds = [.. (seed.Venues ?? []).Select(VenueId)];
        offering.Availability = new Availability(seed.Availability?.Nationwide ?? false, false, seed.Availability?.Regions ?? []);
        offering.Recurrence = SeedCalendar.Series(seed.Dates, today);
        offering.Modes = Words.Read<AttendanceMode>(seed.Modes);
        offering.Audiences = Words.Read<AudienceCode>(seed.Audiences);
        offering.Ages = new AgeSpan(seed.MinimumAge, seed.MaximumAge);
        offering.Languages = seed.Languages ?? [];
        offering.Price = seed.Price is { } price ? new Price(price.Free, price.Amount, price.Descriptions ?? LocalizedText.Empty) : Price.NotTold;
        offering.Access = Words.Read<AccessMode>(seed.Access);
        offering.Capacity = seed.Capacity is { } state ? new Capacity(Words.Read<CapacityState>(state), HelsinkiTime.At(today, TimeOnly.MinValue)) : null;
        offering.Accessibility = [.. (seed.Accessibility ?? []).Select(fact => new AccessibilityFact(
            Words.Read<AccessibilityAspect>(fact.Aspect), fact.State, fact.Notes ?? LocalizedText.Empty))];
        offering.LowThreshold = seed.LowThreshold;
        offering.AcceptsReferrals = seed.AcceptsReferrals;
        offering.Contacts = Read(seed.Contacts);
        offering.Links = Read(seed.Links);
        return new IncomingOffering(offering, []);
    }

    private static Contact[] Read(IReadOnlyList<SeedContact>? contacts) =>
        [.. (contacts ?? []).Select(contact => new Contact(contact.Kind, contact.Value, contact.Labels ?? LocalizedText.Empty, contact.Hours ?? LocalizedText.Empty))];

    private static Link[] Read(IReadOnlyList<SeedLink>? links) => [.. (links ?? []).Select(link => new Link(link.Url, link.Titles ?? LocalizedText.Empty))];

    // A key is unique among things of one kind only: a hall and what goes on in it may share a word.
    private static Guid OrganisationId(string key) => IdOf($"organisation:{key}");

    private static Guid VenueId(string key) => IdOf($"venue:{key}");

    private static Guid IdOf(string key) => Source.IdOf("seed", key);

    private static Source SourceOf(string key) => new("seed", key, Licence);
}
