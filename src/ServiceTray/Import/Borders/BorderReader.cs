using System.Text.Json;
using NetTopologySuite.Geometries;
using ServiceTray.Places;

namespace ServiceTray.Import.Borders;

/// <summary>Reads the municipalities' borders of the National Land Survey's division into administrative areas, as GeoJSON in degrees or on the national plane.</summary>
internal sealed class BorderReader(Regions regions)
{
    private const long LargestFile = 512L * 1024 * 1024;

    private static readonly string[] CodeNames = ["NATCODE", "NATIONALCODE", "KUNTANUMERO", "KUNTA"];

    /// <summary>The areas by code, and what was not taken.</summary>
    /// <exception cref="ImportException">It is no GeoJSON of areas.</exception>
    public async Task<(IReadOnlyList<(string Code, Geometry Area)> Borders, IReadOnlyList<string> Problems)> ReadAsync(string file, CancellationToken cancellationToken)
    {
        using var json = await OpenAsync(file, cancellationToken);
        var areas = new SortedDictionary<string, List<Polygon>>(StringComparer.Ordinal);
        var problems = new List<string>();
        var onPlane = IsOnPlane(json.RootElement);
        foreach (var (i, feature) in Features(json.RootElement, file).Index())
        {
            if (CodeOf(feature) is not { } code || regions.Municipality(code) is null)
            {
                problems.Add(FormattableString.Invariant($"Feature {i} is none of the tray's municipalities ({CodeOf(feature) ?? "no code"}); it is left out."));
                continue;
            }

            if (!areas.TryGetValue(code, out var together))
            {
                areas[code] = together = [];
            }

            together.AddRange(Polygons(feature, FormattableString.Invariant($"{Path.GetFileName(file)}, feature {i}"), onPlane));
        }

        problems.AddRange(regions.Municipalities.Where(municipality => !areas.ContainsKey(municipality.Code)).Select(municipality => $"{municipality.Code} {municipality.Name.Pick(Languages.Language.Fi).Value} has no border; the nearest postal area goes on deciding there."));
        return areas.Count == 0
            ? throw new ImportException(ImportFailure.WrongShape, $"{Path.GetFileName(file)} holds no border of a municipality.")
            : ([.. areas.Select(area => (area.Key, (Geometry)new MultiPolygon([.. area.Value])))], problems);
    }

    private static async Task<JsonDocument> OpenAsync(string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(file) || new FileInfo(file).Length > LargestFile)
        {
            throw new ImportException(File.Exists(file) ? ImportFailure.TooLarge : ImportFailure.NothingThere, File.Exists(file) ? $"{file} is larger than {LargestFile / 1024 / 1024} MB; take the borders at a coarser scale." : $"There is no file {file}.");
        }

        try
        {
            await using var stream = File.OpenRead(file);
            return await JsonDocument.ParseAsync(stream, default, cancellationToken);
        }
        catch (JsonException)
        {
            throw new ImportException(ImportFailure.WrongShape, $"{Path.GetFileName(file)} is no whole JSON.");
        }
    }

    private static IEnumerable<JsonElement> Features(JsonElement root, string file) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("features", out var features) && features.ValueKind == JsonValueKind.Array
            ? features.EnumerateArray().Where(feature => feature.ValueKind == JsonValueKind.Object)
            : throw new ImportException(ImportFailure.WrongShape, $"{Path.GetFileName(file)} is no GeoJSON: it has no features.");

    /// <summary>GeoJSON is in degrees, but for older files that say another system; metres tell themselves.</summary>
    private static bool IsOnPlane(JsonElement root)
    {
        var told = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("crs", out var crs) ? crs.GetRawText() : "";
        var known = told.Length == 0 || Array.Exists(["3067", "CRS84", "4326", "4258"], told.Contains);
        return known ? told.Contains("3067", StringComparison.Ordinal) : throw new ImportException(ImportFailure.WrongShape, "The borders are neither in degrees (WGS84) nor on the national plane (EPSG:3067).");
    }

    private static string? CodeOf(JsonElement feature) =>
        feature.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object
            ? properties.EnumerateObject().Where(property => CodeNames.Contains(property.Name.ToUpperInvariant()) && property.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
                .Select(property => property.Value.ToString().PadLeft(3, '0')).FirstOrDefault()
            : null;

    private static IEnumerable<Polygon> Polygons(JsonElement feature, string where, bool onPlane)
    {
        try
        {
            var geometry = feature.GetProperty("geometry");
            var told = geometry.GetProperty("coordinates");
            var polygons = geometry.GetProperty("type").GetString() switch
            {
                "Polygon" => [told],
                "MultiPolygon" => told.EnumerateArray().ToArray(),
                _ => throw new ImportException(ImportFailure.WrongShape, $"{where} is no area."),
            };
            return [.. polygons.Select(polygon => Polygon([.. polygon.EnumerateArray().Select(ring => Ring(ring, onPlane))]))];
        }
        catch (Exception wrong) when (wrong is KeyNotFoundException or InvalidOperationException or ArgumentException or FormatException or IndexOutOfRangeException)
        {
            throw new ImportException(ImportFailure.WrongShape, $"{where} is no area: {wrong.Message}");
        }
    }

    private static Polygon Polygon(LinearRing[] rings) => new(rings[0], rings[1..]);

    private static LinearRing Ring(JsonElement ring, bool onPlane) => new([.. ring.EnumerateArray().Select(corner =>
    {
        var (east, north) = (corner[0].GetDouble(), corner[1].GetDouble());
        var (longitude, latitude) = onPlane || Math.Abs(east) > 180 ? Tm35Fin.Degrees(east, north) : (east, north);
        return longitude is > 15 and < 35 && latitude is > 58 and < 72 ? new Coordinate(longitude, latitude) : throw new FormatException("a corner does not lie in Finland.");
    })]);
}
