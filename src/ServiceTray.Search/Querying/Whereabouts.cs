using ServiceTray.Search.Geography;
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

    /// <summary>The square of the straight line from the point asked to each of some documents, within the <see cref="RoughVector.Error"/> of the line; untouched where no point is asked.</summary>
    public void RoughSquaredChords(ReadOnlySpan<int> documents, Span<double> chords)
    {
        if (_asked.Near is not null)
        {
            _segment.Points.RoughSquaredChords(documents, _asked.Centre, chords);
        }
    }

    /// <summary>Whether a document, whose rough squared chord is this, is where it is asked to be.</summary>
    public bool Pass(int document, double rough) =>
        (_asked.Near is null || (_asked.ReachesRoughly(rough) ?? _asked.Reaches(SquaredChord(document))) || Covers(document))
        && (_asked.Within is null || _asked.MeetsBox(_segment.Points[document]))
        && (_asked.Inside is null || _asked.MeetsPolygon(_segment.Points[document]));

    /// <summary>Sends for what is read of documents to tell where they are.</summary>
    public void Fetch(ReadOnlySpan<int> documents)
    {
        if (_asked.Near is null)
        {
            return;
        }

        _segment.Points.Fetch(documents);
        if (_covering is not null)
        {
            _segment.Coverage.Fetch(documents);
        }
    }

    /// <summary>Sends for a document's points.</summary>
    public void FetchPoints(int document)
    {
        if (_asked.Near is not null)
        {
            _segment.Points.FetchPoints(document);
        }
    }

    /// <summary>The square of the straight line from the point asked to the document's nearest point; without a point, without end.</summary>
    public double SquaredChord(int document) => _segment.Points.SquaredChord(document, _asked.Centre);

    /// <summary>From the rough square of a straight line the least metres that it can be: no way over the globe is shorter than the straight line.</summary>
    public static double LeastMetres(double rough) => Math.Max(0, Math.Sqrt(rough) - RoughVector.Error) * Globe.Radius;

    /// <summary>Whether the document's coverage holds the point asked.</summary>
    public bool Covers(int document) => _segment.Coverage.Any(document, _covering);

    private DocumentRun[] Narrowest()
    {
        var narrowest = new[] { new DocumentRun(0, _segment.Count) };
        if (_asked.Near is { } near)
        {
            var runs = new List<DocumentRun>(_asked.NearCells.Count);
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

    private void Narrow(ref DocumentRun[] narrowest, List<CodeRange> cells, List<DocumentRun> runs)
    {
        _segment.Points.AddRuns(cells, runs);
        var joined = DocumentRun.Joined(runs);
        if (DocumentRun.Total(joined) < DocumentRun.Total(narrowest))
        {
            narrowest = joined;
        }
    }
}
