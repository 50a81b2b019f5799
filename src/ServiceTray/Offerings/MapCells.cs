using System.Globalization;
using ServiceTray.Places;

namespace ServiceTray.Offerings;

/// <summary>The cells that a map's points are gathered in: the squares of the web's map tiles, at four sizes, so that a map has its clusters at every zoom.</summary>
internal static class MapCells
{
    public const int LargestZoom = 22;

    /// <summary>Tile levels, coarse to fine: a cell is a quarter to a half of a tile as the map shows it.</summary>
    public static IReadOnlyList<int> Levels { get; } = [7, 9, 11, 13];

    /// <summary>The level for a map's zoom.</summary>
    public static int LevelOf(int zoom) => Levels.FirstOrDefault(level => level > zoom, Levels[^1]);

    /// <summary>How many cells of the next level lie in one.</summary>
    public const int Within = 16;

    /// <summary>The next finer level; null: there is none.</summary>
    public static int? FinerThan(int level) => level == Levels[^1] ? null : level + 2;

    /// <summary>By cell of the level above, the mean of the middles of these cells, weighed by their counts.</summary>
    public static Dictionary<string, Coordinates> Middles(IEnumerable<(string Cell, int Count)> cells, int level) => cells
        .Select(cell => (Box: BoxOf(cell.Cell, level), cell.Count, Above: Above(cell.Cell)))
        .GroupBy(cell => cell.Above, StringComparer.Ordinal)
        .ToDictionary(
            group => group.Key,
            group => new Coordinates(
                group.Sum(cell => (cell.Box.South + cell.Box.North) / 2 * cell.Count) / group.Sum(cell => cell.Count),
                group.Sum(cell => (cell.Box.West + cell.Box.East) / 2 * cell.Count) / group.Sum(cell => cell.Count)),
            StringComparer.Ordinal);

    /// <summary>The index's field of a level.</summary>
    public static string FieldOf(int level) => string.Create(CultureInfo.InvariantCulture, $"cell{level}");

    /// <summary>The cell that a point lies in, as a word of the index.</summary>
    public static string Of(Coordinates point, int level)
    {
        var cells = 1 << level;
        var (east, south) = (Column(point.Longitude, cells), Row(point.Latitude, cells));
        return string.Create(CultureInfo.InvariantCulture, $"{east}/{south}");
    }

    /// <summary>The box of a cell in degrees.</summary>
    public static BoxInput BoxOf(string cell, int level)
    {
        var (cells, parts) = (1 << level, cell.Split('/'));
        var (column, row) = (int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
        return new BoxInput(Latitude(row + 1, cells), Longitude(column, cells), Latitude(row, cells), Longitude(column + 1, cells));
    }

    private static string Above(string cell)
    {
        var parts = cell.Split('/');
        return string.Create(CultureInfo.InvariantCulture, $"{int.Parse(parts[0], CultureInfo.InvariantCulture) / 4}/{int.Parse(parts[1], CultureInfo.InvariantCulture) / 4}");
    }

    private static int Column(double longitude, int cells) => Math.Clamp((int)Math.Floor((longitude + 180) / 360 * cells), 0, cells - 1);

    // Web Mercator: rows count from the north.
    private static int Row(double latitude, int cells)
    {
        var north = Math.Asinh(Math.Tan(double.DegreesToRadians(Math.Clamp(latitude, -85, 85))));
        return Math.Clamp((int)Math.Floor((1 - (north / Math.PI)) / 2 * cells), 0, cells - 1);
    }

    private static double Longitude(int column, int cells) => ((double)column / cells * 360) - 180;

    private static double Latitude(int row, int cells) => double.RadiansToDegrees(Math.Atan(Math.Sinh(Math.PI * (1 - (2.0 * row / cells)))));
}
