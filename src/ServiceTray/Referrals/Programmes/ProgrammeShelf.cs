namespace ServiceTray.Referrals.Programmes;

/// <summary>The programmes of this installation; unchanging.</summary>
internal sealed class ProgrammeShelf(IReadOnlyList<Programme> all)
{
    public IReadOnlyList<Programme> All { get; } = all;

    public Programme? Find(string key) => All.FirstOrDefault(programme => programme.Key == key);

    /// <summary>The programme that a stored referral was sent by.</summary>
    /// <exception cref="InvalidOperationException">Its definition was taken away though referrals of it are kept.</exception>
    public Programme Of(Referral referral) =>
        Find(referral.ProgrammeKey) ?? throw new InvalidOperationException($"The programme {referral.ProgrammeKey} has no definition any more.");

    /// <summary>Those of the organisations that are a recipient of some programme, each once.</summary>
    public IReadOnlyList<ProgrammeParty> DesksOf(IReadOnlyList<Guid> organisations) =>
        [.. All.SelectMany(programme => programme.Recipients).DistinctBy(party => party.Organisation).Where(party => organisations.Contains(party.Organisation))];
}
