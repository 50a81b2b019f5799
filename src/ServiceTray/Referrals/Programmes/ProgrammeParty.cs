using ServiceTray.Languages;
using ServiceTray.Organisations;

namespace ServiceTray.Referrals.Programmes;

/// <summary>An organisation that sends or receives by a programme.</summary>
internal sealed record ProgrammeParty(Guid Organisation, LocalizedText Name, OrganisationKind Kind, LocalizedText Area, string? Phone, string? Email)
{
    /// <summary>The county whose coordinators and link persons serve its desk besides its own; null: its own alone.</summary>
    public string? County { get; init; }
}
