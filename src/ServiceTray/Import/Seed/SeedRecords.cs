using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;

namespace ServiceTray.Import.Seed;

/// <summary>An organisation as a seed file writes it.</summary>
internal sealed record SeedOrganisation(
    string Key, OrganisationKind Kind, LocalizedText Names, string? BusinessId, LocalizedText? Descriptions, IReadOnlyList<SeedContact>? Contacts, IReadOnlyList<SeedLink>? Links);

/// <summary>A place as a seed file writes it.</summary>
internal sealed record SeedVenue(
    string Key, LocalizedText? Names, LocalizedText? StreetAddresses, string? PostalCode, string? Municipality, double? Latitude, double? Longitude, bool Approximate, LocalizedText? Arrivals, bool Secret = false);

/// <summary>An activity or, when it has dates, an event as a seed file writes it.</summary>
internal sealed record SeedOffering(
    string Key,
    string Organisation,
    IReadOnlyList<string>? Venues,
    LocalizedText Names,
    LocalizedText? Summaries,
    LocalizedText? Descriptions,
    IReadOnlyList<string> Themes,
    IReadOnlyList<string>? Modes,
    SeedAvailability? Availability,
    IReadOnlyList<string>? Audiences,
    int? MinimumAge,
    int? MaximumAge,
    IReadOnlyList<string>? Languages,
    SeedPrice? Price,
    IReadOnlyList<string>? Access,
    string? Capacity,
    IReadOnlyList<SeedAccessibility>? Accessibility,
    bool LowThreshold,
    bool AcceptsReferrals,
    IReadOnlyList<SeedContact>? Contacts,
    IReadOnlyList<SeedLink>? Links,
    IReadOnlyList<SeedHours>? OpeningHours,
    SeedGuidancePoint? GuidancePoint,
    IReadOnlyList<SeedDates>? Dates,
    SeedRegistration? Registration);

internal sealed record SeedContact(ContactKind Kind, string Value, LocalizedText? Labels, LocalizedText? Hours);

internal sealed record SeedLink(string Url, LocalizedText? Titles);

internal sealed record SeedAvailability(bool Nationwide, IReadOnlyList<string>? Regions);

internal sealed record SeedPrice(bool? Free, decimal? Amount, LocalizedText? Descriptions);

internal sealed record SeedAccessibility(string Aspect, AccessibilityState State, LocalizedText? Notes);

internal sealed record SeedHours(IReadOnlyList<DayOfWeek> Weekdays, TimeOnly? Opens, TimeOnly? Closes, DateOnly? ValidFrom, DateOnly? ValidTo, bool Closed, LocalizedText? Notes);

internal sealed record SeedGuidancePoint(string County, DateOnly From, DateOnly To, IReadOnlyList<string> Languages);

/// <summary>Dates counted in weeks from the day that the file is loaded, so that a demonstration is always ahead in time.</summary>
internal sealed record SeedDates(DayOfWeek Weekday, TimeOnly From, TimeOnly To, int FirstWeek, int Count, int EveryWeeks, bool NotOnHolidays);

internal sealed record SeedRegistration(bool Required, LocalizedText? Instructions);
