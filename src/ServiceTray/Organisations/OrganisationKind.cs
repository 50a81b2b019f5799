namespace ServiceTray.Organisations;

/// <summary>What sort of body offers.</summary>
internal enum OrganisationKind
{
    County,
    Municipality,
    Association,
    Parish,
    EmploymentService,
    State,
    Company,
    Other,
}
