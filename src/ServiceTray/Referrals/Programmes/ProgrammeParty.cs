using ServiceTray.Languages;
using ServiceTray.Organisations;

namespace ServiceTray.Referrals.Programmes;

/// <summary>An organisation that sends or receives by a programme.</summary>
internal sealed record ProgrammeParty(Guid Organisation, LocalizedText Name, OrganisationKind Kind, LocalizedText Area, string? Phone, string? Email);
