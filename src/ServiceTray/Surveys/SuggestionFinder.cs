using ServiceTray.Offerings;
using ServiceTray.Themes;

namespace ServiceTray.Surveys;

/// <summary>Finds what to suggest for a result, through the one search; the same result over the same tray at the same moment gives the same.</summary>
internal sealed class SuggestionFinder(OfferingSearch search, OfferingReader reader, SafetyPhrases phrases, TimeProvider clock)
{
    public const int UsualSuggestions = 12;
    public const int MostSuggestions = 50;
    private const int CandidatesOfATheme = 100;
    private const int MostToAsk = 6;
    private const int AdultAge = 18;

    /// <summary>As many as asked, narrowed by what is asked besides the person's own limits.</summary>
    /// <exception cref="Refusals.RefusalException">The filter or the number cannot be accepted.</exception>
    public async Task<Suggestions> FindAsync(SurveyResult result, OfferingFilter? filter, int first, CancellationToken cancellationToken)
    {
        if (first is < 0 or > MostSuggestions)
        {
            throw new FilterInvalidException("first", $"From 0 to {MostSuggestions}.");
        }

        var ranked = await RankAsync(result, filter, cancellationToken);
        return new Suggestions([.. ranked.Take(first).Select(pick => new Suggestion(pick.Candidate, pick.Need.Code, Reasons.Of(pick.Candidate, pick.Need, result.Limits)))], ranked.AskFirst);
    }

    /// <summary>All candidates of each theme that calls for suggestions, within the person's limits.</summary>
    /// <exception cref="Refusals.RefusalException">The filter cannot be accepted.</exception>
    public async Task<RankedThemes> RankAsync(SurveyResult result, OfferingFilter? filter, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var needs = result.Needs.Where(need => need.CallsForSuggestions).ToList();
        var pages = needs.ToDictionary(need => need.Code, need => PageOf(result.Limits.On(need.Code, filter ?? new OfferingFilter())));
        var placed = await ReadAsync(pages.Values, result.Limits.Age, cancellationToken);
        var ranked = pages.ToDictionary(page => page.Key, page => Rank(page.Key, page.Value, placed, now));
        var askFirst = needs.SelectMany(need => pages[need.Code]?.NotTold ?? []).Distinct().Where(placed.ContainsKey).Select(id => placed[id])
            .Where(asked => Candidate.Of(asked, null, now) is not null).Take(MostToAsk);
        return new RankedThemes(needs, ranked, [.. askFirst]);
    }

    /// <summary>The usual number; when nothing is near enough, those of the next greater of the distances given, which is told.</summary>
    public async Task<(Suggestions Suggestions, int? WidenedKm)> FindNearEnoughAsync(SurveyResult result, IReadOnlyList<int> radii, CancellationToken cancellationToken)
    {
        var found = await FindAsync(result, null, UsualSuggestions, cancellationToken);
        if (found.Sure.Count > 0 || result.Limits.Near is not { } near || radii.FirstOrDefault(radius => radius > near.RadiusKm) is not (> 0 and var wider))
        {
            return (found, null);
        }

        var farther = await FindAsync(result with { Limits = result.Limits with { Near = near with { RadiusKm = wider } } }, null, UsualSuggestions, cancellationToken);
        return farther.Sure.Count > 0 ? (farther, wider) : (found, null);
    }

    /// <summary>Whether it may be suggested at an age: what speaks of weight or substances is for adults; age not told: it may.</summary>
    public bool Suits(Offering offering, int? age) =>
        !(age < AdultAge) || !offering.Name.Concat(offering.Summary).Concat(offering.Description).Concat(offering.Keywords).Any(text => phrases.NotForChildren.StandIn(text.Value));

    private OfferingPage? PageOf(OfferingFilter? filter) =>
        filter is null ? null : search.FindFirst(filter, OfferingOrder.Best, CandidatesOfATheme);

    private async Task<Dictionary<Guid, PlacedOffering>> ReadAsync(IEnumerable<OfferingPage?> pages, int? age, CancellationToken cancellationToken)
    {
        var ids = pages.OfType<OfferingPage>().SelectMany(page => page.Hits.Select(hit => hit.Id).Concat(page.NotTold)).Distinct().ToList();
        var read = await reader.ReadAsync(ids, cancellationToken);
        return read.Where(placed => Suits(placed.Offering, age)).ToDictionary(placed => placed.Offering.Id);
    }

    private static IReadOnlyList<Candidate> Rank(ThemeCode theme, OfferingPage? page, Dictionary<Guid, PlacedOffering> placed, DateTimeOffset now) =>
    [
        .. (page?.Hits ?? [])
            .Where(hit => placed.ContainsKey(hit.Id))
            .Select(hit => Candidate.Of(placed[hit.Id], hit.DistanceKm, now))
            .OfType<Candidate>()
            .OrderByDescending(candidate => candidate.RankIn(theme, now))
            .ThenBy(candidate => candidate.Offering.Id),
    ];
}
