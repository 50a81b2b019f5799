using ServiceTray.Search.Geography;
using ServiceTray.Search.Indexing;

namespace ServiceTray.Search.Querying;

/// <summary>Finds the documents in reach of a point and inside a box, by the runs of the curve.</summary>
internal sealed class PlaceFilter
{
    private readonly SearchQuery _query;
    private readonly List<CodeRange> _around = [];
    private readonly List<CodeRange> _box = [];
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

        if (query.Within is { } within)
        {
            _box = BoxCover.Ranges(within);
        }
    }

    /// <summary>The point asked, as a vector.</summary>
    public (double X, double Y, double Z) Centre { get; }

    /// <summary>The documents of a segment that pass.</summary>
    public Candidates Of(Segment segment)
    {
        var near = _query.Near is null ? null : Near(segment);
        var within = _query.Within is { } box ? Within(segment, box) : null;
        if (near is null || within is null)
        {
            return (near ?? within) is { } only ? Candidates.Of(only) : Candidates.All(segment.Count);
        }

        for (var i = 0; i < near.Length; i++)
        {
            near[i] &= within[i];
        }

        return Candidates.Of(near);
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

    private ulong[] Within(Segment segment, GeoBox box)
    {
        var bits = Bits(segment);
        foreach (var range in _box)
        {
            var (from, to) = segment.Points.Within(range);
            for (var point = from; point < to; point++)
            {
                var at = segment.Points.Point(point);
                if (at.Latitude >= box.South && at.Latitude <= box.North && at.Longitude >= box.West && at.Longitude <= box.East)
                {
                    Set(bits, segment.Points.Document(point));
                }
            }
        }

        return bits;
    }

    private static ulong[] Bits(Segment segment) => new ulong[(segment.Count + 63) >> 6];

    private static void Set(ulong[] bits, int document) => bits[document >> 6] |= 1ul << document;
}
