using ServiceTray.Search.Facets;
using ServiceTray.Search.Indexing;

namespace ServiceTray.Search.Querying;

/// <summary>Answers one query from one snapshot, in one pass over each segment: hits, total, facets and the page.</summary>
internal sealed class Searcher
{
    private readonly IndexSchema _schema;
    private readonly Snapshot _snapshot;
    private readonly SearchQuery _query;
    private readonly TextScorer? _scorer;
    private readonly PlaceFilter _places;
    private readonly FacetCounter _facets;
    private readonly TopHits _top;
    private readonly Ranker[] _rankers;
    private int _total;

    public Searcher(IndexSchema schema, SearchOptions options, Snapshot snapshot, SearchQuery query, TextPlan? plan, PageWindow window)
    {
        (_schema, _snapshot, _query) = (schema, snapshot, query);
        Order = new StandingOrder(snapshot, query.Order);
        _scorer = plan is null ? null : new TextScorer(snapshot, plan, options.Ranking, options.Limits.Postings);
        _places = new PlaceFilter(query);
        _facets = new FacetCounter(query.Facets, schema);
        _top = new TopHits(Order, window);
        _rankers = [.. snapshot.Segments.Select(live => new Ranker(query, options.Ranking, schema, live.Segment, _places))];
    }

    /// <summary>The order of its hits.</summary>
    public StandingOrder Order { get; }

    /// <summary>Does it.</summary>
    /// <param name="scratch">Arrays that no other search uses at the time.</param>
    /// <param name="cursorOf">Writes the cursor of a place.</param>
    /// <param name="truncated">Whether words were already left out.</param>
    public SearchPage Search(Scratch scratch, Func<CursorPlace, string> cursorOf, bool truncated)
    {
        var cursorOfHit = new Func<Standing, string>(hit => cursorOf(Order.Place(hit)));
        for (var segment = 0; segment < _snapshot.Segments.Count; segment++)
        {
            Collect(segment, scratch);
        }

        return new SearchPage
        {
            Total = _total,
            Hits = Array.ConvertAll(_top.Page(), hit => new SearchHit(hit, _snapshot.Segments[hit.Segment].Segment.Keys[hit.Document], _rankers[hit.Segment], cursorOfHit)),
            Facets = _facets.Result(),
            HasNext = _top.HasNext,
            HasPrevious = _top.HasPrevious,
            Truncated = truncated || _scorer?.Truncated == true,
        };
    }

    private void Collect(int number, Scratch scratch)
    {
        var live = _snapshot.Segments[number];
        var segment = live.Segment;
        using var candidates = _places.Of(segment);
        var values = new ValueFilter(_query, _schema, segment);
        _facets.Begin(segment);
        if (_scorer is null)
        {
            foreach (var run in candidates.Runs)
            {
                for (var document = run.Start; document < run.End; document++)
                {
                    Take(number, live, document, 1, candidates, values);
                }
            }
        }
        else
        {
            scratch.Fit(segment.Count);
            _scorer.Score(number, candidates.Runs, scratch);
            foreach (var document in scratch.Found.Span)
            {
                Take(number, live, document, scratch.Total[document], candidates, values);
            }

            scratch.Clear();
        }
    }

    private void Take(int number, LiveSegment live, int document, float text, Candidates candidates, ValueFilter values)
    {
        if (!candidates.Contains(document) || live.Removed.Contains(document))
        {
            return;
        }

        var failed = values.FailedField(document);
        if (failed == ValueFilter.Fails)
        {
            return;
        }

        _facets.Count(document, failed);
        if (failed == ValueFilter.Meets)
        {
            _total++;
            if (_query.Order == SearchOrder.Best && _top.Passes(_rankers[number].BestPrimary(text)))
            {
                return;
            }

            _top.Add(new Standing(_rankers[number].Primary(document, text), number, document, text));
        }
    }
}
