namespace ServiceTray.Import.Ptv;

/// <summary>An organisation as the register writes it.</summary>
internal sealed record PtvOrganisation(
    string? Id,
    string? PublishingStatus,
    string? Modified,
    string? OrganizationType,
    string? BusinessCode,
    IReadOnlyList<PtvText?>? OrganizationNames,
    IReadOnlyList<PtvDisplayName?>? DisplayNameType,
    IReadOnlyList<PtvText?>? OrganizationDescriptions,
    IReadOnlyList<PtvEmail?>? Emails,
    IReadOnlyList<PtvPhone?>? PhoneNumbers,
    IReadOnlyList<PtvPage?>? WebPages) : IPtvRecord;

/// <summary>Which of the names is shown in a language.</summary>
internal sealed record PtvDisplayName(string? Type, string? Language);

/// <summary>An organisation's e-mail address, with what it is for.</summary>
internal sealed record PtvEmail(string? Value, string? Description, string? Language);
