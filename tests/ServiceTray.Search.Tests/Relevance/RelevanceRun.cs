using ServiceTray.Search.Analysis.Finnish;
using ServiceTray.Search.Indexing;
using ServiceTray.Search.Querying;

namespace ServiceTray.Search.Tests.Relevance;

/// <summary>Puts judged queries to an index of their documents.</summary>
internal sealed class RelevanceRun
{
    private readonly SearchIndex _index;
    private readonly Dictionary<Guid, string> _ids;
    private readonly Func<string, SearchQuery> _ask;

    /// <summary>An index of the documents.</summary>
    /// <param name="documents">Their texts by id.</param>
    /// <param name="chain">How Finnish is read.</param>
    /// <param name="ranking">The weights; null: the defaults.</param>
    /// <param name="ask">What is asked for a query's words; null: the words alone.</param>
    public RelevanceRun(
        IReadOnlyDictionary<string, IReadOnlyList<DocumentText>> documents, FinnishChain chain, RankingOptions? ranking = null, Func<string, SearchQuery>? ask = null)
    {
        _ask = ask ?? (text => new SearchQuery { Text = text });
        var schema = new IndexSchema([new TextField("title", 2), new TextField("text", 1)], [], []);
        _index = new SearchIndex(schema, new SearchOptions { FinnishChain = chain, Ranking = ranking ?? new RankingOptions() });
        var keyed = documents.Select((document, number) => (Key: new Guid(number + 1, 0, 0, new byte[8]), document.Key, document.Value)).ToList();
        _ids = keyed.ToDictionary(each => each.Item1, each => each.Item2);
        _index.Replace(keyed.Select(each => new IndexDocument { Key = each.Item1, Texts = each.Value }), 1);
    }

    /// <summary>The chain in use.</summary>
    public string Chain => _index.FinnishChain;

    /// <summary>The ids of the first hits.</summary>
    public IReadOnlyList<string> Hits(string text) =>
        [.. _index.Search(_ask(text) with { Page = new PageRequest(Measure.Depth) }).Hits.Select(hit => _ids[hit.Key])];

    /// <summary>The ids of all hits.</summary>
    public IReadOnlyList<string> All(string text) => [.. _index.Search(_ask(text) with { Page = new PageRequest(1_000) }).Hits.Select(hit => _ids[hit.Key])];

    /// <summary>How many are found at all.</summary>
    public int Total(string text) => _index.Search(_ask(text) with { Page = new PageRequest(0) }).Total;

    /// <summary>How good the answers are, query by query.</summary>
    public IReadOnlyList<(JudgedQuery Query, Measure Measure)> Judge(IEnumerable<JudgedQuery> queries) =>
        [.. queries.Select(query => (query, Measure.Of(Hits(query.Text), query.Grades)))];
}
