using ServiceTray.Search.Indexing;

namespace ServiceTray.Search.Querying;

/// <summary>Where the documents of one segment are, seen from the places that a query asks.</summary>
internal sealed class Whereabouts
{
    private readonly PlaceFilter _asked;
    private readonly Segment _segment;
    private readonly bool[]? _covering;

    public Whereabouts(PlaceFilter asked, Segment segment)
    {
        (_asked, _segment) = (asked, segment);
        _covering = asked.Near is { } near ? segment.Coverage.Wanted(near.CoverageCodes) : null;
        Runs = Narrowest();
    }

    /// <summary>Runs that together hold every document that passes, and others between.</summary>
    public DocumentRun[] Runs { get; }

    /// <summary>Whether a document is where it is asked to be.</summary>
    public bool Pass(int document) =>
        (_asked.Near is null || _asked.Reaches(SquaredChord(document)) || Covers(document))
        && (_asked.Within is null || _asked.MeetsBox(_segment.Points[document]))
        && (_asked.Inside is null || _asked.MeetsPolygon(_segment.Points[document]));

    /// <summary>Sends for what tells where a document's points stand.</summary>
    public void FetchBounds(int document)
    {
        if (_asked.Near is not null)
        {
            _segment.Points.FetchBounds(document);
            if (_covering is not null)
            {
                _segment.Coverage.FetchBounds(document);
            }
        }
    }

    /// <summary>Sends for what is read of a document to tell where it is.</summary>
    public void Fetch(int document)
    {
        if (_asked.Near is not null)
        {
            _segment.Points.Fetch(document);
        }
    }

    /// <summary>The square of the straight line from the point asked to the document's nearest point; without a point, without end.</summary>
    public double SquaredChord(int document) => _segment.Points.SquaredChord(document, _asked.Centre);

    /// <summary>Whether the document's coverage holds the point asked.</summary>
    public bool Covers(int document) => _segment.Coverage.Any(document, _covering);

    private DocumentRun[] Narrowest()
    {
        var narrowest = new[] { new DocumentRun(0, _segment.Count) };
        if (_asked.Near is { } near)
        {
            var runs = new List<DocumentRun>();
            foreach (var code in near.CoverageCodes)
            {
                runs.AddRange(_segment.Coverage.Runs(code));
            }

            Narrow(ref narrowest, _asked.NearCells, runs);
        }

        if (_asked.Within is not null)
        {
            Narrow(ref narrowest, _asked.BoxCells, []);
        }

        if (_asked.Inside is not null)
        {
            Narrow(ref narrowest, _asked.PolygonCells, []);
        }

        return narrowest;
    }

    private void Narrow(ref DocumentRun[] narrowest, List<Geography.CodeRange> cells, List<DocumentRun> runs)
    {
        _segment.Points.AddRuns(cells, runs);
        var joined = DocumentRun.Joined(runs);
        if (DocumentRun.Total(joined) < DocumentRun.Total(narrowest))
        {
            narrowest = joined;
        }
    }
}
