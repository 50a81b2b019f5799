namespace ServiceTray.Import.Ptv;

/// <summary>A service as the register writes it (Open API 8, close to 11); what the tray has no use for is not read.</summary>
internal sealed record PtvService(
    string? Id,
    string? PublishingStatus,
    string? Modified,
    string? GeneralDescriptionId,
    IReadOnlyList<PtvText?>? ServiceNames,
    IReadOnlyList<PtvText?>? ServiceDescriptions,
    IReadOnlyList<PtvText?>? Requirements,
    IReadOnlyList<PtvText?>? Keywords,
    IReadOnlyList<PtvTerm?>? ServiceClasses,
    IReadOnlyList<PtvTerm?>? OntologyTerms,
    IReadOnlyList<PtvTerm?>? TargetGroups,
    string? ServiceChargeType,
    string? AreaType,
    IReadOnlyList<PtvArea?>? Areas,
    IReadOnlyList<string?>? Languages,
    IReadOnlyList<PtvRole?>? Organizations,
    IReadOnlyList<PtvConnection?>? ServiceChannels,
    IReadOnlyList<PtvCollection?>? ServiceCollections) : IPtvRecord
{
    /// <summary>One of which no more is told than that it was taken back.</summary>
    public static PtvService Archived(string? id) => new(id, "Archived", null, null, [], null, null, null, null, null, null, null, null, null, null, null, null, null);
}

/// <summary>A bundle of services that its organisation put together.</summary>
internal sealed record PtvCollection(IReadOnlyList<PtvText?>? Name);

/// <summary>A term of a code list or ontology.</summary>
internal sealed record PtvTerm(IReadOnlyList<PtvText?>? Name, string? Code, string? Uri);

/// <summary>What an organisation is to a service.</summary>
internal sealed record PtvRole(PtvItem? Organization, string? RoleType);

/// <summary>Another record, by id and one name.</summary>
internal sealed record PtvItem(string? Id, string? Name);

/// <summary>A service at a channel; what is told here goes before what the channel tells.</summary>
internal sealed record PtvConnection(
    PtvItem? ServiceChannel,
    string? ServiceChargeType,
    IReadOnlyList<PtvText?>? Description,
    IReadOnlyList<PtvHours?>? ServiceHours,
    PtvContactDetails? ContactDetails);

/// <summary>Contacts told for a service at a channel.</summary>
internal sealed record PtvContactDetails(
    IReadOnlyList<PtvText?>? Emails, IReadOnlyList<PtvPhone?>? PhoneNumbers, IReadOnlyList<PtvPage?>? WebPages);
