using System.Text.Json;
using ServiceTray.Places;
using ServiceTray.Tests.Support;

namespace ServiceTray.Tests.Places;

/// <summary>The municipalities' borders of the shared gazetteer, as an outside judge.</summary>
internal sealed class Borders
{
    private readonly List<(string Code, List<double[][]> Rings)> areas = [];

    public static string Folder { get; } = Path.Combine(Repository.Shared, "data", "gazetteer");

    public static Borders? TryRead()
    {
        var file = Path.Combine(Folder, "kuntarajat-2023.geojson");
        if (!File.Exists(file))
        {
            return null;
        }

        var borders = new Borders();
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        foreach (var feature in json.RootElement.GetProperty("features").EnumerateArray())
        {
            var geometry = feature.GetProperty("geometry");
            var coordinates = geometry.GetProperty("coordinates");
            var polygons = geometry.GetProperty("type").GetString() == "Polygon" ? [coordinates] : coordinates.EnumerateArray().ToArray();
            var rings = polygons.SelectMany(polygon => polygon.EnumerateArray()).Select(ring => ring.Deserialize<double[][]>()!);
            borders.areas.Add((feature.GetProperty("properties").GetProperty("NATCODE").GetString()!, [.. rings]));
        }

        return borders;
    }

    /// <summary>The code of the municipality the point lies in, by counting crossings; null: in none.</summary>
    public string? MunicipalityAt(Coordinates point) =>
        areas.Find(area => area.Rings.Sum(ring => Crossings(ring, point)) % 2 == 1).Code;

    private static int Crossings(double[][] ring, Coordinates point)
    {
        var crossings = 0;
        for (var i = 1; i < ring.Length; i++)
        {
            var (x1, y1, x2, y2) = (ring[i - 1][0], ring[i - 1][1], ring[i][0], ring[i][1]);
            if (y1 > point.Latitude != y2 > point.Latitude && point.Longitude < x1 + ((point.Latitude - y1) / (y2 - y1) * (x2 - x1)))
            {
                crossings++;
            }
        }

        return crossings;
    }
}
