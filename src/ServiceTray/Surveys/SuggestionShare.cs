using ServiceTray.Themes;

namespace ServiceTray.Surveys;

/// <summary>
/// Shares places out among themes. Each theme gets one in the order of need × importance; each further place goes to the theme whose
/// weight by places already taken is greatest (the divisor rule of Adams), so that a greater need never gets fewer. A theme gives its
/// best candidate that nobody took and whose organisation is not there twice; one without any is passed over.
/// </summary>
internal sealed class SuggestionShare(IReadOnlyList<ThemeNeed> needs, IReadOnlyDictionary<ThemeCode, IReadOnlyList<Candidate>> ranked)
{
    public const int MostOfAnOrganisation = 2;

    private readonly Dictionary<ThemeCode, int> taken = [];
    private readonly Dictionary<Guid, int> ofOrganisation = [];
    private readonly HashSet<Guid> offerings = [];

    /// <summary>Themes whose turn came when they had nothing left to give.</summary>
    public HashSet<ThemeCode> Dry { get; } = [];

    public IEnumerable<(ThemeNeed Need, Candidate Candidate)> Take(int first)
    {
        for (var places = 0; places < first; places++)
        {
            var next = InTurn().Select(need => (Need: need, Candidate: Best(need.Code))).FirstOrDefault(pick => pick.Candidate is not null);
            if (next.Candidate is not { } candidate)
            {
                yield break;
            }

            taken[next.Need.Code] = Taken(next.Need) + 1;
            offerings.Add(candidate.Offering.Id);
            ofOrganisation[candidate.Offering.OrganisationId] = ofOrganisation.GetValueOrDefault(candidate.Offering.OrganisationId) + 1;
            yield return (next.Need, candidate);
        }
    }

    // The sort is stable: equal claims keep the order of the needs.
    private IEnumerable<ThemeNeed> InTurn() => needs.OrderByDescending(need => Taken(need) == 0 ? double.PositiveInfinity : need.Weight / Taken(need));

    private int Taken(ThemeNeed need) => taken.GetValueOrDefault(need.Code);

    private Candidate? Best(ThemeCode theme)
    {
        var best = ranked[theme].FirstOrDefault(candidate =>
            !offerings.Contains(candidate.Offering.Id) && ofOrganisation.GetValueOrDefault(candidate.Offering.OrganisationId) < MostOfAnOrganisation);
        if (best is null)
        {
            Dry.Add(theme);
        }

        return best;
    }
}
