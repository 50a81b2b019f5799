using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServiceTray.Import.OpenReferral;

/// <summary>A service with all that hangs on it, as HSDS 3 and ORUK 3 write it; of tables it is put together in the same shape.</summary>
internal sealed record HsdsService
{
    public static JsonSerializerOptions Json { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
    };

    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    public string? Url { get; init; }

    public string? Email { get; init; }

    public string? Status { get; init; }

    public string? ApplicationProcess { get; init; }

    public string? FeesDescription { get; init; }

    public string? EligibilityDescription { get; init; }

    public double? MinimumAge { get; init; }

    public double? MaximumAge { get; init; }

    public string? AssuredDate { get; init; }

    public string? LastModified { get; init; }

    public HsdsOrganization? Organization { get; init; }

    public IReadOnlyList<HsdsPhone?>? Phones { get; init; }

    public IReadOnlyList<HsdsSchedule?>? Schedules { get; init; }

    public IReadOnlyList<HsdsArea?>? ServiceAreas { get; init; }

    public IReadOnlyList<HsdsAtLocation?>? ServiceAtLocations { get; init; }

    public IReadOnlyList<HsdsLanguage?>? Languages { get; init; }

    public IReadOnlyList<HsdsCost?>? CostOptions { get; init; }

    public IReadOnlyList<HsdsAttribute?>? Attributes { get; init; }
}

/// <summary>Who offers.</summary>
internal sealed record HsdsOrganization(string? Id, string? Name, string? Description, string? Website, string? Url, string? Email);

/// <summary>A number to call.</summary>
internal sealed record HsdsPhone(string? Number, string? Extension, string? ContactId = null);

/// <summary>When it is open: by days of an iCalendar rule, or by one weekday in words, as older tables have it.</summary>
internal sealed record HsdsSchedule(string? Freq, string? Byday, string? Weekday, string? OpensAt, string? ClosesAt, string? ValidFrom, string? ValidTo);

/// <summary>A region that it serves.</summary>
internal sealed record HsdsArea(string? Name);

/// <summary>The service at one of its locations.</summary>
internal sealed record HsdsAtLocation(HsdsLocation? Location, IReadOnlyList<HsdsSchedule?>? Schedules, IReadOnlyList<HsdsPhone?>? Phones);

/// <summary>A location.</summary>
internal sealed record HsdsLocation(
    string? Id, string? LocationType, string? Name, string? Transportation, double? Latitude, double? Longitude, IReadOnlyList<HsdsAddress?>? Addresses);

/// <summary>An address; the names with numbers are the standard's.</summary>
internal sealed record HsdsAddress(
    [property: JsonPropertyName("address_1")] string? Street, string? City, string? PostalCode, string? Country, string? AddressType);

/// <summary>A language it is given in, by code or by its English name.</summary>
internal sealed record HsdsLanguage(string? Code, string? Name, string? Language);

/// <summary>What it costs.</summary>
internal sealed record HsdsCost(string? Option, decimal? Amount, string? AmountDescription, string? Currency);

/// <summary>A term that is said of it.</summary>
internal sealed record HsdsAttribute(HsdsTaxonomyTerm? TaxonomyTerm);

/// <summary>A term of a taxonomy.</summary>
internal sealed record HsdsTaxonomyTerm(string? Id, string? Code, string? Name, string? Taxonomy);
