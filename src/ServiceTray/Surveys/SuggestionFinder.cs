using ServiceTray.Offerings;
using ServiceTray.Themes;

namespace ServiceTray.Surveys;

/// <summary>Finds what to suggest for a result, through the one search; the same result over the same tray at the same moment gives the same.</summary>
internal sealed class SuggestionFinder(OfferingSearch search, OfferingReader reader, SafetyPhrases phrases, TimeProvider clock)
{
    public const int UsualSuggestions = 12;
    public const int MostSuggestions = 50;
    private const int CandidatesOfAPlace = 10;
    private const int MostOfATheme = 100;
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

        var ranked = await RankAsync(result, filter, first, cancellationToken);
        return new Suggestions([.. ranked.Take(first).Select(pick => new Suggestion(pick.Candidate, pick.Need.Code, Reasons.Of(pick.Candidate, pick.Need, result.Limits)))], ranked.AskFirst);
    }

    /// <summary>The candidates of each theme that calls for suggestions, within the person's limits: enough of each for the first so many places.</summary>
    /// <exception cref="Refusals.RefusalException">The filter cannot be accepted.</exception>
    public async Task<RankedThemes> RankAsync(SurveyResult result, OfferingFilter? filter, int first, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var asked = filter ?? new OfferingFilter();
        var needs = result.Needs.Where(need => need.CallsForSuggestions).ToList();
        var themes = needs.Select(need => need.Code).Where(theme => asked.Themes is not { Count: > 0 } only || only.Contains(theme)).ToList();
        var found = new Gathered();
        var isMore = themes.Count > 0 && result.Limits.On(themes, asked) is { } all && await AddAsync(found, all, Math.Max(first, UsualSuggestions) * CandidatesOfAPlace, result.Limits.Age, now, cancellationToken);
        var ranked = Rank();

        // All themes are asked at once; one that runs dry before all places are given is asked by itself, so that it gets what is its own.
        foreach (var theme in isMore ? ranked.DryAfter(first).Where(themes.Contains).ToList() : [])
        {
            await AddAsync(found, result.Limits.On(theme, asked)!, MostOfATheme, result.Limits.Age, now, cancellationToken);
            ranked = Rank();
        }

        return ranked;

        RankedThemes Rank() => new(
            needs,
            needs.ToDictionary(need => need.Code, need => themes.Contains(need.Code) ? InOrder(need.Code, found.Candidates.Values, now) : []),
            [.. found.AskFirst.Take(MostToAsk)]);
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

    private async Task<bool> AddAsync(Gathered found, OfferingFilter filter, int most, int? age, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (hits, hasMore, notTold) = search.FindBest(filter, most);
        var placed = (await reader.ReadAsync([.. hits.Select(hit => hit.Key).Concat(notTold)], cancellationToken)).ToDictionary(one => one.Offering.Id);
        foreach (var hit in hits.Where(hit => !found.Candidates.ContainsKey(hit.Key) && placed.ContainsKey(hit.Key) && Suits(placed[hit.Key].Offering, age)))
        {
            if (Candidate.Of(placed[hit.Key], hit.DistanceKm(), now) is { } candidate)
            {
                found.Candidates.Add(hit.Key, candidate);
            }
        }

        found.AskFirst.AddRange(notTold.Where(placed.ContainsKey).Select(id => placed[id])
            .Where(one => Suits(one.Offering, age) && Candidate.Of(one, null, now) is not null && !found.AskFirst.Exists(other => other.Offering.Id == one.Offering.Id)));
        return hasMore;
    }

    private static IReadOnlyList<Candidate> InOrder(ThemeCode theme, IEnumerable<Candidate> candidates, DateTimeOffset now) =>
    [
        .. candidates.Where(candidate => candidate.Offering.Themes.Contains(theme))
            .OrderByDescending(candidate => candidate.RankIn(theme, now))
            .ThenBy(candidate => candidate.Offering.Id),
    ];

    private sealed record Gathered
    {
        public Dictionary<Guid, Candidate> Candidates { get; } = [];

        public List<PlacedOffering> AskFirst { get; } = [];
    }
}
