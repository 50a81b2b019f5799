using ServiceTray.Search.Geography;
using ServiceTray.Search.Storage;

namespace ServiceTray.Search.Indexing;

/// <summary>Where documents are. They stand in the order of the curve by their first cell, so that a run of cells is a run of documents; further points are known by a list of their own.</summary>
internal sealed class PointColumn
{
    private const int FirstLeap = 64;
    private const int Stride = 1024;

    private readonly Block<uint> _homes;
    private readonly Block<uint> _otherCells;
    private readonly Block<int> _otherDocuments;
    private readonly Lists<GeoPoint> _points;
    private readonly Block<UnitVector> _vectors;
    private readonly Block<RoughVector> _rough;

    // Every so many of the first cells, near together: where the search for a run begins.
    private readonly uint[] _milestones;

    private PointColumn(Block<uint> homes, Block<uint> otherCells, Block<int> otherDocuments, Lists<GeoPoint> points, Block<UnitVector> vectors, Block<RoughVector> rough)
    {
        (_homes, _otherCells, _otherDocuments, _points, _vectors, _rough) = (homes, otherCells, otherDocuments, points, vectors, rough);
        _milestones = new uint[homes.Length / Stride];
        for (var i = 0; i < _milestones.Length; i++)
        {
            _milestones[i] = homes[i * Stride];
        }
    }

    /// <summary>A document's points.</summary>
    public ReadOnlySpan<GeoPoint> this[int document] => _points[document];

    /// <summary>The square of the straight line from a vector to the document's nearest point; without a point, without end.</summary>
    public double SquaredChord(int document, in UnitVector from)
    {
        var least = double.PositiveInfinity;
        var (first, end) = _points.Bounds(document);
        for (var point = first; point < end; point++)
        {
            least = Math.Min(least, _vectors[point].SquaredChord(from));
        }

        return least;
    }

    /// <summary>The same of several documents, within the <see cref="RoughVector.Error"/> of the straight line, from far less memory.</summary>
    public void RoughSquaredChords(ReadOnlySpan<int> documents, in UnitVector from, Span<double> chords)
    {
        for (var i = 0; i < documents.Length; i++)
        {
            ref readonly var rough = ref _rough[documents[i]];
            chords[i] = rough.IsOnly ? rough.SquaredChord(from) : SquaredChord(documents[i], from);
        }
    }

    /// <summary>Sends for the memory that tells where a document's points stand, without waiting for it.</summary>
    public void FetchBounds(int document) => _points.FetchBounds(document);

    /// <summary>Sends for the memory where a document's first point lies, without waiting for it.</summary>
    public void FetchPoints(int document) => _vectors.Fetch(_points.Bounds(document).From);

    /// <summary>Sends for the memory that tells about where documents are, without waiting for it.</summary>
    public void Fetch(ReadOnlySpan<int> documents) => _rough.Fetch(documents);

    /// <summary>Adds runs that hold every document with a point in these cells, which stand in order.</summary>
    public void AddRuns(List<CodeRange> ranges, List<DocumentRun> runs)
    {
        var (home, other) = (ranges.Count == 0 ? 0 : FirstFrom(_milestones, ranges[0].First, 0) is > 0 and var milestone ? (milestone - 1) * Stride : 0, 0);
        foreach (var range in ranges)
        {
            var from = FirstFrom(_homes.Span, range.First, home);
            home = Past(_homes.Span, range.Last, from);
            if (from < home)
            {
                runs.Add(new DocumentRun(from, home));
            }

            other = FirstFrom(_otherCells.Span, range.First, other);
            for (var end = Past(_otherCells.Span, range.Last, other); other < end; other++)
            {
                runs.Add(new DocumentRun(_otherDocuments[other], _otherDocuments[other] + 1));
            }
        }
    }

    /// <summary>From the rows' points; the rows stand in the order of the curve.</summary>
    public static PointColumn Of(IReadOnlyList<DocumentRow> rows)
    {
        var (homes, others) = (new List<uint>(), new List<(uint Cell, int Document)>());
        for (var document = 0; document < rows.Count && rows[document].Points.Length > 0; document++)
        {
            var cells = rows[document].Points.Select(HilbertCurve.Code).Order().ToList();
            homes.Add(cells[0]);
            others.AddRange(cells.Skip(1).Distinct().Select(cell => (cell, document)));
        }

        others.Sort();
        UnitVector[] vectors = [.. rows.SelectMany(row => row.Points).Select(Globe.Vector)];
        var points = Lists<GeoPoint>.Of(rows, row => row.Points);
        return new PointColumn(
            Block<uint>.Of([.. homes]),
            Block<uint>.Of([.. others.Select(other => other.Cell)]),
            Block<int>.Of([.. others.Select(other => other.Document)]),
            points,
            Block<UnitVector>.Of(vectors),
            Block<RoughVector>.Of([.. rows.Select((row, document) => row.Points.Length == 0 ? default : RoughVector.Of(vectors[points.Bounds(document).From], row.Points.Length))]));
    }

    public void Write(SectionWriter writer)
    {
        writer.Block(_homes);
        writer.Block(_otherCells);
        writer.Block(_otherDocuments);
        _points.Write(writer);
        writer.Block(_vectors);
        writer.Block(_rough);
    }

    public static PointColumn Read(SectionReader reader) =>
        new(reader.Block<uint>(), reader.Block<uint>(), reader.Block<int>(), Lists<GeoPoint>.Read(reader), reader.Block<UnitVector>(), reader.Block<RoughVector>());

    private static int Past(ReadOnlySpan<uint> cells, uint last, int from) => last == uint.MaxValue ? cells.Length : FirstFrom(cells, last + 1, from);

    // At or after a place before which there is none; what is asked next is mostly near: by leaps that double, then by halving.
    private static int FirstFrom(ReadOnlySpan<uint> cells, uint cell, int from)
    {
        var (low, high, leap) = (from, from, FirstLeap);
        while (high < cells.Length && cells[high] < cell)
        {
            (low, high, leap) = (high + 1, Math.Min(cells.Length, high + leap), leap * 2);
        }

        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (cells[middle] < cell)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
