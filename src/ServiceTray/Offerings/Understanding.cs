using ServiceTray.Languages;
using ServiceTray.Needs;
using ServiceTray.Places;
using ServiceTray.Search.Querying;

namespace ServiceTray.Offerings;

/// <summary>
/// How the filter was understood, and ways on; what costs another search is found when it is first read. Should two read at once, both find
/// the same.
/// </summary>
internal sealed class Understanding(
    OfferingSearch search,
    SearchPage found,
    OfferingFilter asked,
    OfferingFilter understood,
    SearchQuery query,
    IReadOnlyList<AppliedFilter> read,
    IReadOnlyList<NeedEntry> needs,
    Spot? centre,
    Language? language)
{
    /// <summary>Fewer than this are few: then it is told which filter to drop.</summary>
    private const int FewFound = 5;

    public OfferingFilter Asked => asked;

    public SearchQuery Query => query;

    public IReadOnlyList<NeedEntry> Needs => needs;

    public IReadOnlyList<AppliedFilter> Applied => field ??= FilterMembers.Applied(asked, read);

    public IReadOnlyList<Completion> DidYouMean => field ??= needs.Count > 0 || query.Text is null ? [] : Correct();

    public IReadOnlyList<Relaxation> Relaxations => field ??= found.Total < FewFound ? Relax() : [];

    /// <summary>Counts of every field; a cursor of the page leads to the moment and the snapshot that it was read from.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Count()
    {
        var at = found.Hits.Count > 0 ? found.Hits[0].Cursor : query.Page.After ?? query.Page.Before;
        return search.Search(query with { Page = new PageRequest(0, at), Facets = OfferingFacets.All }).Facets;
    }

    // The words that were read as filters stay in the text that is offered.
    private IReadOnlyList<Completion> Correct() =>
    [
        .. search.Search(query with { Page = new PageRequest(0), Correct = true }).DidYouMean
            .Select(meant => meant with { Text = string.Join(' ', read.Select(each => each.Words).Append(meant.Text)) }),
    ];

    private IReadOnlyList<Relaxation> Relax() =>
    [
        .. FilterMembers.Relaxed(understood)
            // To drop the only filter there is would be no way on.
            .Where(each => FilterMembers.Relaxed(each.Without).Any())
            .Select(each => new Relaxation(each.Name, search.CountOf(each.Without, needs, centre, language)))
            .Where(each => each.TotalCount > found.Total)
            .OrderByDescending(each => each.TotalCount),
    ];
}
