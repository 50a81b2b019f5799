using System.Text.RegularExpressions;
using ServiceTray.Languages;
using ServiceTray.Offerings;

namespace ServiceTray.Surveys;

/// <summary>
/// Finds more like an offering, within a person's limits: what shares its words, themes and people. The words are sought by the one
/// search, so that inflected and compound words meet; no organisation comes more than twice.
/// </summary>
internal sealed partial class LikenessFinder(OfferingSearch search, OfferingReader reader, SuggestionFinder finder, TimeProvider clock)
{
    public const int UsualNumber = 6;

    private const int MostCandidates = 100;
    private const int MostWords = 16;
    private const double WordsWeight = 3;
    private const double ThemesWeight = 2;
    private const double AudiencesWeight = 1;

    /// <summary>The most alike first; null: there is no such offering.</summary>
    /// <exception cref="FilterInvalidException">The number cannot be accepted.</exception>
    public async Task<IReadOnlyList<Suggestion>?> FindAsync(SurveyResult result, Guid id, int first, CancellationToken cancellationToken)
    {
        if (first is < 0 or > SuggestionFinder.MostSuggestions)
        {
            throw new FilterInvalidException("first", $"From 0 to {SuggestionFinder.MostSuggestions}.");
        }

        if (await reader.ReadAsync(id, cancellationToken) is not { Offering: var like })
        {
            return null;
        }

        var words = WordsOf(like);
        var worded = words.Count == 0 ? [] : Hits(result, like, new OfferingFilter { Text = string.Join(' ', words), AsWords = words, SeekNeeds = false });
        var best = worded.Count == 0 ? 1 : worded.Max(hit => hit.Score);
        var shares = worded.GroupBy(hit => hit.Id).ToDictionary(hits => hits.Key, hits => best > 0 ? hits.Max(hit => hit.Score) / best : 0);
        var hits = worded.Concat(Hits(result, like, new OfferingFilter())).Where(hit => hit.Id != id).DistinctBy(hit => hit.Id).ToDictionary(hit => hit.Id);
        var now = clock.GetUtcNow();
        var placed = await reader.ReadAsync(hits.Keys, cancellationToken);
        return
        [
            .. placed.Where(one => finder.Suits(one.Offering, result.Limits.Age))
                .Select(one => Candidate.Of(one, hits[one.Offering.Id].DistanceKm, now))
                .OfType<Candidate>()
                .OrderByDescending(candidate => (WordsWeight * shares.GetValueOrDefault(candidate.Offering.Id)) + Likeness(like, candidate.Offering))
                .ThenByDescending(candidate => candidate.RankIn(like.Themes[0], now))
                .ThenBy(candidate => candidate.Offering.Id)
                .GroupBy(candidate => candidate.Offering.OrganisationId)
                .SelectMany(group => group.Take(SuggestionShare.MostOfAnOrganisation))
                .Take(first)
                .Select(candidate => Suggest(candidate, like, result)),
        ];
    }

    private List<(Guid Id, double Score, double? DistanceKm)> Hits(SurveyResult result, Offering like, OfferingFilter asked) =>
    [
        .. like.Themes
            .Select(theme => result.Limits.On(theme, asked))
            .OfType<OfferingFilter>()
            .SelectMany(filter => search.FindFirst(filter, OfferingOrder.Best, MostCandidates).Hits)
            .Select(hit => (hit.Key, hit.Score, hit.DistanceKm())),
    ];

    private static Suggestion Suggest(Candidate candidate, Offering like, SurveyResult result)
    {
        var shared = like.Themes.First(candidate.Offering.Themes.Contains);
        var need = result.Needs.FirstOrDefault(need => need.Code == shared) ?? new ThemeNeed(shared, null, 0, 1);
        return new Suggestion(candidate, shared, [Alike(like), .. Reasons.Of(candidate, need, result.Limits)]);
    }

    private static Reason Alike(Offering like) => new(ReasonKind.Alike, LocalizedText.Of(
        $"Samaan tapaan kuin {like.Name.Pick(Language.Fi).Value}.", $"Liknar {like.Name.Pick(Language.Sv).Value}.", $"Like {like.Name.Pick(Language.En).Value}."));

    private static double Likeness(Offering one, Offering other) =>
        (ThemesWeight * Shared(one.Themes, other.Themes)) + (AudiencesWeight * Shared(one.Audiences, other.Audiences));

    // What both have, of what either has.
    private static double Shared<T>(IReadOnlyList<T> one, IReadOnlyList<T> other) =>
        one.Count + other.Count == 0 ? 0 : (double)one.Intersect(other).Count() / one.Union(other).Count();

    private static IReadOnlyList<string> WordsOf(Offering offering) =>
    [
        .. offering.Name.Concat(offering.Keywords).SelectMany(text => Words().Matches(text.Value)).Select(match => match.Value)
            .Distinct(StringComparer.OrdinalIgnoreCase).Take(MostWords),
    ];

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}]{2,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();
}
