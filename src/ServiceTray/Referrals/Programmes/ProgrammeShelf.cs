using ServiceTray.Accounts;
using ServiceTray.Languages;

namespace ServiceTray.Referrals.Programmes;

/// <summary>The programmes of this installation; unchanging.</summary>
internal sealed class ProgrammeShelf(IReadOnlyList<Programme> all)
{
    public IReadOnlyList<Programme> All { get; } = all;

    public Programme? Find(string key) => All.FirstOrDefault(programme => programme.Key == key);

    /// <summary>The programme that a stored referral was sent by; one whose definition was taken away is off, and what is under way by it can still be brought to its end.</summary>
    public Programme Of(Referral referral) => Find(referral.ProgrammeKey) ?? Removed(referral.ProgrammeKey);

    private static Programme Removed(string key) => new()
    {
        Key = key,
        Class = ProgrammeClass.OpenWellbeing,
        IsOn = false,
        Name = LocalizedText.Of(key),
        Law = new ProgrammeLaw([], "", "", LocalizedText.Empty, []),
        ConsentVersion = "",
        ConsentText = LocalizedText.Empty,
        Senders = [],
        Recipients = [],
        Deadlines = new Deadlines(),
        Reasons = Enum.GetValues<ReasonCode>().ToHashSet(),
        Path = [],
    };

    /// <summary>The desks that receive for a county, whose coordinators and link persons serve them.</summary>
    public IReadOnlyList<Guid> DesksFor(string county) =>
        [.. All.SelectMany(programme => programme.Recipients).Where(party => party.County == county).Select(party => party.Organisation).Distinct()];

    /// <summary>The counties that a desk receives for.</summary>
    public IReadOnlyList<string> CountiesOf(Guid desk) =>
        [.. All.SelectMany(programme => programme.Recipients).Where(party => party.Organisation == desk).Select(party => party.County).OfType<string>().Distinct()];

    /// <summary>What a grant in a county brings at the desks that receive for it.</summary>
    public IEnumerable<Grant> Implied(Grant grant) =>
        grant is { County: { } county, Role: Role.Coordinator or Role.LinkPerson } ? DesksFor(county).Select(desk => new Grant(grant.Role, desk)) : [];

    /// <summary>Those of the organisations that are a recipient of some programme, each once.</summary>
    public IReadOnlyList<ProgrammeParty> DesksOf(IReadOnlyList<Guid> organisations) =>
        [.. All.SelectMany(programme => programme.Recipients).DistinctBy(party => party.Organisation).Where(party => organisations.Contains(party.Organisation))];
}
