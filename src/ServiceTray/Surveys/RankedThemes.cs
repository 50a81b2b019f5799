using ServiceTray.Offerings;
using ServiceTray.Themes;

namespace ServiceTray.Surveys;

/// <summary>The themes that call for suggestions, each with its candidates, best first; and what would fit but does not tell all.</summary>
internal sealed record RankedThemes(
    IReadOnlyList<ThemeNeed> Needs, IReadOnlyDictionary<ThemeCode, IReadOnlyList<Candidate>> Candidates, IReadOnlyList<PlacedOffering> AskFirst)
{
    /// <summary>The first so many, shared out among the themes.</summary>
    public IEnumerable<(ThemeNeed Need, Candidate Candidate)> Take(int first) => new SuggestionShare(Needs, Candidates).Take(first);

    /// <summary>Themes that have nothing left to give before so many places are given.</summary>
    public IReadOnlyCollection<ThemeCode> DryAfter(int first)
    {
        var share = new SuggestionShare(Needs, Candidates);
        _ = share.Take(first).Count();
        return share.Dry;
    }
}
