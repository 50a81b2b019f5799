using System.Buffers;
using ServiceTray.Search.Geography;
using ServiceTray.Search.Indexing;

namespace ServiceTray.Search.Querying;

/// <summary>Finds the documents in reach of a point inside a box and inside a polygon, by the runs of the curve.</summary>
internal sealed class PlaceFilter
{
    private readonly SearchQuery _query;
    private readonly List<CodeRange> _around = [];
    private readonly List<CodeRange> _box;
    private readonly List<CodeRange> _polygon;
    private readonly double _squaredRadius;

    /// <summary>Prepared once for all segments.</summary>
    public PlaceFilter(SearchQuery query)
    {
        _query = query;
        if (query.Near is { } near)
        {
            Centre = Globe.Vector(near.Point);
            _squaredRadius = Globe.SquaredChord(near.RadiusMetres);
            _around = BoxCover.Ranges(BoxCover.Around(near.Point, near.RadiusMetres));
        }

        _box = query.Within is { } within ? BoxCover.Ranges(within) : [];
        _polygon = query.Inside is { } polygon ? BoxCover.Ranges(polygon.Around) : [];
    }

    /// <summary>The point asked, as a vector.</summary>
    public (double X, double Y, double Z) Centre { get; }

    /// <summary>The documents of a segment that pass.</summary>
    public Candidates Of(Segment segment)
    {
        ulong[]? passing = null;
        foreach (var bits in Filters(segment))
        {
            if (passing is not null)
            {
                for (var i = 0; i < Words(segment); i++)
                {
                    bits[i] &= passing[i];
                }

                ArrayPool<ulong>.Shared.Return(passing);
            }

            passing = bits;
        }

        return passing is null ? Candidates.All(segment.Count) : Candidates.Of(passing, Words(segment));
    }

    private IEnumerable<ulong[]> Filters(Segment segment)
    {
        if (_query.Near is not null)
        {
            yield return Near(segment);
        }

        if (_query.Within is { } box)
        {
            yield return Holding(segment, _box, at => at.Latitude >= box.South && at.Latitude <= box.North && at.Longitude >= box.West && at.Longitude <= box.East);
        }

        if (_query.Inside is { } polygon)
        {
            yield return Holding(segment, _polygon, polygon.Holds);
        }
    }

    private ulong[] Near(Segment segment)
    {
        var bits = Bits(segment);
        foreach (var range in _around)
        {
            var (from, to) = segment.Points.Within(range);
            for (var point = from; point < to; point++)
            {
                if (segment.Points.SquaredChord(point, Centre) <= _squaredRadius)
                {
                    Set(bits, segment.Points.Document(point));
                }
            }
        }

        foreach (var code in _query.Near!.CoverageCodes)
        {
            var value = segment.Coverage.Find(code);
            if (value >= 0)
            {
                foreach (var document in segment.Coverage.Documents(value))
                {
                    Set(bits, document);
                }
            }
        }

        return bits;
    }

    private static ulong[] Holding(Segment segment, List<CodeRange> ranges, Func<GeoPoint, bool> holds)
    {
        var bits = Bits(segment);
        foreach (var range in ranges)
        {
            var (from, to) = segment.Points.Within(range);
            for (var point = from; point < to; point++)
            {
                if (holds(segment.Points.Point(point)))
                {
                    Set(bits, segment.Points.Document(point));
                }
            }
        }

        return bits;
    }

    private static ulong[] Bits(Segment segment)
    {
        var bits = ArrayPool<ulong>.Shared.Rent(Words(segment));
        bits.AsSpan(0, Words(segment)).Clear();
        return bits;
    }

    private static int Words(Segment segment) => (segment.Count + 63) >> 6;

    private static void Set(ulong[] bits, int document) => bits[document >> 6] |= 1ul << document;
}
