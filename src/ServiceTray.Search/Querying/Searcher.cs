using ServiceTray.Search.Facets;
using ServiceTray.Search.Indexing;

namespace ServiceTray.Search.Querying;

/// <summary>Answers one query from one snapshot, in one pass over each segment: hits, total, facets and the page.</summary>
internal sealed class Searcher
{
    // So few, since each that comes onto the page may leave the next without hope.
    private const int MostHopeful = 16;

    private readonly IndexSchema _schema;
    private readonly Snapshot _snapshot;
    private readonly SearchQuery _query;
    private readonly TextScorer? _scorer;
    private readonly RankingOptions _ranking;
    private readonly PlaceFilter _places;
    private readonly Whereabouts[] _whereabouts;
    private readonly FacetCounter _facets;
    private readonly TopHits _top;
    private readonly Ranker[] _rankers;
    private readonly Scratch _scratch;
    private readonly List<(int Document, float Text)> _hopeful;
    private int _total;

    public Searcher(IndexSchema schema, SearchOptions options, Snapshot snapshot, SearchQuery query, TextPlan? plan, TopHits top, Scratch scratch)
    {
        (_schema, _snapshot, _query, _top, _scratch, _hopeful) = (schema, snapshot, query, top, scratch, scratch.Hopeful);
        _hopeful.Clear();
        _scorer = plan is null ? null : new TextScorer(snapshot, plan, options.Ranking, options.Limits.Postings);
        _ranking = options.Ranking;
        _places = new PlaceFilter(query);
        (_whereabouts, _rankers) = (new Whereabouts[snapshot.Segments.Count], new Ranker[snapshot.Segments.Count]);
        _facets = new FacetCounter(query.Facets, schema);
    }

    /// <summary>Does it.</summary>
    /// <param name="cursors">Writes the hits' cursors.</param>
    /// <param name="truncated">Whether words were already left out.</param>
    public SearchPage Search(CursorWriter cursors, bool truncated)
    {
        for (var segment = 0; segment < _snapshot.Segments.Count; segment++)
        {
            // What was edited since the last merge stands in small segments, and most of them have none of the words.
            if (_scorer?.HasAny(segment) != false)
            {
                Collect(segment);
            }
        }

        var page = _top.Page();
        foreach (var hit in page)
        {
            _snapshot.Segments[hit.Segment].Segment.Keys.Fetch(hit.Document);
        }

        var hits = new SearchHit[page.Count];
        for (var i = 0; i < hits.Length; i++)
        {
            hits[i] = new SearchHit(page[i], _snapshot.Segments[page[i].Segment].Segment.Keys[page[i].Document], _rankers[page[i].Segment], cursors);
        }

        return new SearchPage
        {
            Total = _total,
            Hits = hits,
            Facets = _facets.Result(),
            HasNext = _top.HasNext,
            HasPrevious = _top.HasPrevious,
            Truncated = truncated || _scorer?.Truncated == true,
        };
    }

    private void Collect(int number)
    {
        var scratch = _scratch;
        var segment = _snapshot.Segments[number].Segment;
        var where = _whereabouts[number] = new Whereabouts(_places, segment);
        _rankers[number] = new Ranker(_query, _ranking, _schema, segment, where);
        var values = new ValueFilter(_query, _schema, segment);
        var runs = values.Narrowest(where.Runs);
        _facets.Begin(segment);
        if (_scorer is null)
        {
            foreach (var run in runs)
            {
                for (var document = run.Start; document < run.End; document++)
                {
                    Take(number, document, 1, values, scratch.Batch);
                }
            }
        }
        else
        {
            scratch.Fit(DocumentRun.Total(runs));
            _scorer.Score(number, runs, scratch);
            var (at, first) = (0, 0);
            foreach (var place in scratch.Found.Span)
            {
                Take(number, DocumentAt(place, runs, ref at, ref first), scratch.Total[place], values, scratch.Batch);
            }

            scratch.Clear();
        }

        TakeBatch(number, values, scratch.Batch);
    }

    private void Take(int number, int document, float text, ValueFilter values, HitBatch batch)
    {
        batch.Add(document, text);
        if (batch.IsFull)
        {
            TakeBatch(number, values, batch);
        }
    }

    private void TakeBatch(int number, ValueFilter values, HitBatch batch)
    {
        var where = _whereabouts[number];
        where.Fetch(batch.Documents);
        values.Fetch(batch.Documents);
        _facets.Fetch(batch.Documents);
        where.RoughSquaredChords(batch.Documents, batch.Chords);
        batch.Keep(where, values, _snapshot.Segments[number].Removed);
        _facets.Count(batch.Documents, batch.Failed);
        if (_query.Order == SearchOrder.Best)
        {
            TakeByScore(number, batch);
        }
        else
        {
            for (var i = 0; i < batch.Documents.Length; i++)
            {
                if (batch.Failed[i] == ValueFilter.Meets)
                {
                    _total++;
                    _top.Add(new Standing(_rankers[number].Primary(batch.Documents[i]), number, batch.Documents[i], batch.Texts[i]));
                }
            }
        }

        batch.Clear();
    }

    // What cannot come onto the page by its words, or by its words where it is, is only counted; the others wait for what else they are scored by.
    private void TakeByScore(int number, HitBatch batch)
    {
        var ranker = _rankers[number];
        var documents = batch.Documents;
        var texts = batch.Texts;
        var chords = batch.Chords;
        var failed = batch.Failed;
        var (worst, passed) = (_top.Worst, 0);
        for (var i = 0; i < documents.Length; i++)
        {
            if (failed[i] != ValueFilter.Meets)
            {
                continue;
            }

            _total++;
            if (ranker.BestPrimary(texts[i]) > worst || ranker.BestPrimary(documents[i], texts[i], chords[i]) > worst)
            {
                passed++;
                continue;
            }

            ranker.Fetch(documents[i]);
            _hopeful.Add((documents[i], texts[i]));
            if (_hopeful.Count == MostHopeful)
            {
                TakeHopeful(number);
                worst = _top.Worst;
            }
        }

        TakeHopeful(number);
        _top.PassBy(passed);
    }

    private void TakeHopeful(int number)
    {
        foreach (var (document, _) in _hopeful)
        {
            _whereabouts[number].FetchPoints(document);
        }

        foreach (var (document, text) in _hopeful)
        {
            _top.Add(new Standing(_rankers[number].Primary(document, text), number, document, text));
        }

        _hopeful.Clear();
    }

    // From the place in the runs to the document: places come in few rising series.
    private static int DocumentAt(int place, DocumentRun[] runs, ref int at, ref int first)
    {
        while (place < first)
        {
            first -= runs[--at].Length;
        }

        while (place >= first + runs[at].Length)
        {
            first += runs[at++].Length;
        }

        return runs[at].Start + place - first;
    }
}
