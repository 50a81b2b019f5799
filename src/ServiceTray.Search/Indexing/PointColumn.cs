using ServiceTray.Search.Geography;
using ServiceTray.Search.Storage;

namespace ServiceTray.Search.Indexing;

/// <summary>Where documents are: all points in the order of the curve, and each document's own.</summary>
internal sealed class PointColumn
{
    private readonly uint[] _codes;
    private readonly int[] _documents;
    private readonly GeoPoint[] _points;
    private readonly Lists<int> _byDocument;
    private readonly double[] _vectors;

    private PointColumn(uint[] codes, int[] documents, GeoPoint[] points, Lists<int> byDocument)
    {
        (_codes, _documents, _points, _byDocument) = (codes, documents, points, byDocument);
        _vectors = new double[points.Length * 3];
        for (var i = 0; i < points.Length; i++)
        {
            (_vectors[3 * i], _vectors[(3 * i) + 1], _vectors[(3 * i) + 2]) = Globe.Vector(points[i]);
        }
    }

    /// <summary>The numbers of a document's points.</summary>
    public ReadOnlySpan<int> this[int document] => _byDocument[document];

    /// <summary>The document of a point.</summary>
    public int Document(int point) => _documents[point];

    /// <summary>Where a point is.</summary>
    public GeoPoint Point(int point) => _points[point];

    /// <summary>Squared straight line from a vector to a point.</summary>
    public double SquaredChord(int point, (double X, double Y, double Z) from)
    {
        var at = _vectors.AsSpan(3 * point, 3);
        var (x, y, z) = (at[0] - from.X, at[1] - from.Y, at[2] - from.Z);
        return (x * x) + (y * y) + (z * z);
    }

    /// <summary>The points whose numbers on the curve lie in a range: the first, and one past the last.</summary>
    public (int From, int To) Within(CodeRange range) =>
        (FirstFrom(range.First), range.Last == uint.MaxValue ? _codes.Length : FirstFrom(range.Last + 1));

    /// <summary>From the rows' points.</summary>
    public static PointColumn Of(IReadOnlyList<DocumentRow> rows)
    {
        var all = new List<(uint Code, int Document, GeoPoint Point)>();
        for (var document = 0; document < rows.Count; document++)
        {
            foreach (var point in rows[document].Points)
            {
                all.Add((HilbertCurve.Code(point), document, point));
            }
        }

        all.Sort((a, b) => (a.Code, a.Document).CompareTo((b.Code, b.Document)));
        var own = new List<int>[rows.Count];
        for (var i = 0; i < all.Count; i++)
        {
            (own[all[i].Document] ??= []).Add(i);
        }

        return new PointColumn(
            [.. all.Select(each => each.Code)],
            [.. all.Select(each => each.Document)],
            [.. all.Select(each => each.Point)],
            Lists<int>.Of(own, list => list is null ? [] : [.. list]));
    }

    public void Write(SectionWriter writer)
    {
        writer.Array<uint>(_codes);
        writer.Array<int>(_documents);
        writer.Array<GeoPoint>(_points);
        _byDocument.Write(writer);
    }

    public static PointColumn Read(SectionReader reader) =>
        new(reader.Array<uint>(), reader.Array<int>(), reader.Array<GeoPoint>(), Lists<int>.Read(reader));

    private int FirstFrom(uint code)
    {
        var (low, high) = (0, _codes.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_codes[middle] < code)
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
