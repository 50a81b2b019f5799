using ServiceTray.Search.Geography;

namespace ServiceTray.Search.Querying;

/// <summary>The places that a query asks, as cells of the curve and as what a point of a document must meet; made once for all segments.</summary>
internal sealed class PlaceFilter
{
    private static readonly List<CodeRange> Nowhere = [];

    private readonly double _squaredRadius;
    private readonly double _surelyWithin = -1;
    private readonly double _perhapsWithin;

    public PlaceFilter(SearchQuery query)
    {
        (Near, Within, Inside) = (query.Near, query.Within, query.Inside);
        if (Near is not null)
        {
            Centre = Globe.Vector(Near.Point);
            _squaredRadius = Globe.SquaredChord(Near.RadiusMetres);
            var chord = Math.Sqrt(_squaredRadius);
            _surelyWithin = chord <= RoughVector.Error ? -1 : Math.Pow(chord - RoughVector.Error, 2);
            _perhapsWithin = Math.Pow(chord + RoughVector.Error, 2);
            NearCells = CircleCover.Ranges(Near.Point, Near.RadiusMetres);
        }

        BoxCells = Within is { } box ? BoxCover.Ranges(box) : Nowhere;
        PolygonCells = Inside is null ? Nowhere : BoxCover.Ranges(Inside.Around);
    }

    /// <summary>In reach of a point, or null.</summary>
    public Reach? Near { get; }

    /// <summary>Inside a box, or null.</summary>
    public GeoBox? Within { get; }

    /// <summary>Inside a polygon, or null.</summary>
    public GeoPolygon? Inside { get; }

    /// <summary>The point asked.</summary>
    public UnitVector Centre { get; }

    /// <summary>Cells that hold the circle.</summary>
    public List<CodeRange> NearCells { get; } = Nowhere;

    /// <summary>Cells that hold the box.</summary>
    public List<CodeRange> BoxCells { get; }

    /// <summary>Cells that hold the polygon.</summary>
    public List<CodeRange> PolygonCells { get; }

    /// <summary>Whether what is so far from the point asked is within the radius.</summary>
    public bool Reaches(double squaredChord) => squaredChord <= _squaredRadius;

    /// <summary>Whether what is about so far is within the radius; null: it is too near the edge to say.</summary>
    public bool? ReachesRoughly(double squaredChord) => squaredChord <= _surelyWithin ? true : squaredChord <= _perhapsWithin ? null : false;

    /// <summary>Whether these points meet the box.</summary>
    public bool MeetsBox(ReadOnlySpan<GeoPoint> points)
    {
        var box = Within!.Value;
        foreach (var point in points)
        {
            if (point.Latitude >= box.South && point.Latitude <= box.North && point.Longitude >= box.West && point.Longitude <= box.East)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether these points meet the polygon.</summary>
    public bool MeetsPolygon(ReadOnlySpan<GeoPoint> points)
    {
        foreach (var point in points)
        {
            if (Inside!.Holds(point))
            {
                return true;
            }
        }

        return false;
    }
}
