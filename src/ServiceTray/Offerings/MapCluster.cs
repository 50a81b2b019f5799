using ServiceTray.Places;

namespace ServiceTray.Offerings;

/// <summary>Offerings of a search whose places lie in one cell of the map.</summary>
internal sealed record MapCluster
{
    /// <summary>How many offerings have a place in it.</summary>
    public required int Count { get; init; }

    /// <summary>About where they are: the mean of finer cells, or the middle of the finest.</summary>
    public required Coordinates Centre { get; init; }

    /// <summary>Its sides in degrees, to search within.</summary>
    public required MapBox Box { get; init; }

    public static MapCluster Of(string cell, int level, int count, Dictionary<string, Coordinates> middles)
    {
        var box = MapCells.BoxOf(cell, level);
        return new MapCluster { Count = count, Centre = middles.GetValueOrDefault(cell) ?? new Coordinates((box.South + box.North) / 2, (box.West + box.East) / 2), Box = new MapBox(box.South, box.West, box.North, box.East) };
    }
}

/// <summary>A box in degrees, WGS84.</summary>
/// <param name="South">Least latitude.</param>
/// <param name="West">Least longitude.</param>
/// <param name="North">Greatest latitude.</param>
/// <param name="East">Greatest longitude.</param>
internal sealed record MapBox(double South, double West, double North, double East);
