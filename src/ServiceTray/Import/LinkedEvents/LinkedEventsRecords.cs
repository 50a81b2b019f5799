using System.Text.Json.Serialization;

namespace ServiceTray.Import.LinkedEvents;

/// <summary>Words by language, as the API writes them: <c>{"fi": …, "zh_hans": …}</c>.</summary>
internal sealed class LinkedText : Dictionary<string, string?>;

/// <summary>A reference, <c>{"@id": address}</c>; with <c>include=</c> the thing itself stands in its place.</summary>
internal sealed record LinkedRef([property: JsonPropertyName("@id")] string? Address);

/// <summary>An event as the API writes it (v1); what the tray has no use for is not read, nor is anything about the person who entered it.</summary>
internal sealed record LinkedEvent(
    string? Id,
    [property: JsonPropertyName("@id")] string? Address,
    string? DataSource,
    string? Publisher,
    DateTimeOffset? LastModifiedTime,
    string? PublicationStatus,
    string? EventStatus,
    string? TypeId,
    LinkedText? Name,
    LinkedText? ShortDescription,
    LinkedText? Description,
    LinkedText? Provider,
    LinkedText? InfoUrl,
    DateTimeOffset? StartTime,
    DateTimeOffset? EndTime,
    bool? HasStartTime,
    LinkedRef? SuperEvent,
    string? SuperEventType,
    string? ReplacedBy,
    bool? Deleted,
    LinkedPlace? Location,
    IReadOnlyList<LinkedKeyword?>? Keywords,
    IReadOnlyList<LinkedKeyword?>? Audience,
    IReadOnlyList<LinkedRef?>? InLanguage,
    int? AudienceMinAge,
    int? AudienceMaxAge,
    IReadOnlyList<LinkedOffer?>? Offers,
    IReadOnlyList<LinkedPage?>? ExternalLinks,
    DateTimeOffset? EnrolmentStartTime,
    DateTimeOffset? EnrolmentEndTime);

/// <summary>A place; of one that is only referred to nothing but the address is told.</summary>
internal sealed record LinkedPlace(
    [property: JsonPropertyName("@id")] string? Address,
    string? Id,
    LinkedText? Name,
    LinkedText? StreetAddress,
    LinkedText? AddressLocality,
    string? PostalCode,
    LinkedPosition? Position,
    IReadOnlyList<LinkedDivision?>? Divisions);

/// <summary>A point, longitude before latitude.</summary>
internal sealed record LinkedPosition(IReadOnlyList<double>? Coordinates);

/// <summary>An area that a place lies in.</summary>
internal sealed record LinkedDivision(string? Type, LinkedText? Name);

/// <summary>A keyword; of one that is only referred to nothing but the address is told.</summary>
internal sealed record LinkedKeyword([property: JsonPropertyName("@id")] string? Address, string? Id, LinkedText? Name, IReadOnlyList<string?>? AltLabels);

/// <summary>What it costs.</summary>
internal sealed record LinkedOffer(bool? IsFree, LinkedText? Price, LinkedText? Description);

/// <summary>A page elsewhere.</summary>
internal sealed record LinkedPage(string? Name, string? Link, string? Language);

/// <summary>Who publishes.</summary>
internal sealed record LinkedOrganisation(string? Id, string? Name);
