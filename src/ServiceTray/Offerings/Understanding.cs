using ServiceTray.Languages;
using ServiceTray.Needs;
using ServiceTray.Search.Querying;

namespace ServiceTray.Offerings;

/// <summary>How the filter was understood, and ways on; what costs another search is found when it is read.</summary>
internal sealed class Understanding(OfferingSearch search, OfferingFilter asked, IReadOnlyList<AppliedFilter> read, OfferingQueryBuilder builder, Language? language, SearchQuery query, int total)
{
    public OfferingFilter Asked => asked;

    public SearchQuery Query => query;

    public IReadOnlyList<NeedEntry> Needs => builder.Needs;

    public IReadOnlyList<AppliedFilter> Applied => field ??= FilterMembers.Applied(asked, read);

    public IReadOnlyList<Completion> DidYouMean => field ??= Needs.Count > 0 ? [] : search.Correct(query, read);

    public IReadOnlyList<Relaxation> Relaxations => field ??= search.Relax(builder, language, total);
}
