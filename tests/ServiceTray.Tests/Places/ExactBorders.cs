using System.Text.Json;
using ServiceTray.Import;
using ServiceTray.Import.Borders;
using ServiceTray.Places;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Places;

/// <summary>With borders a point's municipality is exact, without them the nearest postal area decides, and answers say which it was.</summary>
public sealed class ExactBorders : IDisposable
{
    // A square around the market of Kuopio that is Siilinjärvi's here, with a hole in it that is Kuopio's, and a piece apart.
    private static readonly double[][][] Square = [Ring(27.6, 62.8, 27.8, 63.0), Ring(27.66, 62.88, 27.70, 62.90)];
    private static readonly double[][][] Apart = [Ring(28.0, 62.8, 28.1, 62.9)];
    private static readonly Coordinates Market = new(62.8924, 27.6782);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tray-borders-");

    private string Kept => Path.Combine(folder.FullName, MunicipalBorders.FileName);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_point_lies_in_the_area_around_it_not_in_its_hole_and_the_rest_is_decided_as_before(bool onPlane)
    {
        var problems = await BringAsync(GeoJson(onPlane, ("749", [Square, Apart]), ("297", [[Square[1]]]), ("999", [Square])));
        var regions = RegionReader.Read(KnownPlaces.Folder, Kept);

        Assert.Equal(("297", MunicipalityBy.Borders), Lying(regions, Market));
        Assert.Equal(("749", MunicipalityBy.Borders), Lying(regions, new(62.85, 27.65)));
        Assert.Equal(("749", MunicipalityBy.Borders), Lying(regions, new(62.85, 28.05)));
        Assert.Equal(["749", "PS"], regions.Covering(new(62.85, 27.65)));
        Assert.Equal(("091", MunicipalityBy.NearestPostalArea), Lying(regions, new(60.1699, 24.9384)));
        Assert.Null(regions.Lying(new(59.3293, 18.0686)));
        Assert.Equal("Feature 2 is none of the tray's municipalities (999); it is left out.", problems[0]);
        Assert.Equal(1 + KnownPlaces.Regions.Municipalities.Count - 2, problems.Count);
    }

    [SkippableFact]
    public async Task The_land_surveys_borders_are_agreed_with_everywhere()
    {
        var oracle = Borders.TryRead();
        Skip.If(oracle is null, "The shared gazetteer's borders are not beside the repository.");
        await BringAsync(await File.ReadAllTextAsync(Path.Combine(Borders.Folder, "kuntarajat-2023.geojson")));
        var regions = RegionReader.Read(KnownPlaces.Folder, Kept);
        var random = new Random(11);
        var inside = 0;
        for (var i = 0; i < 4_000; i++)
        {
            var point = new Coordinates(59.5 + (random.NextDouble() * 10.6), 19.2 + (random.NextDouble() * 12.4));
            var (code, by) = Lying(regions, point);
            if (oracle.MunicipalityAt(point) is { } told && regions.Municipality(told) is not null)
            {
                inside++;
                Assert.Equal((told, MunicipalityBy.Borders), (code, by!.Value));
            }
            else
            {
                Assert.NotEqual(MunicipalityBy.Borders, by);
            }
        }

        Assert.InRange(inside, 1_000, 4_000);
    }

    [Theory]
    [InlineData("{\"type\":\"FeatureCollection\"}", "has no features")]
    [InlineData("{\"features\":[]}", "no border")]
    [InlineData("[1", "no whole JSON")]
    [InlineData("{\"crs\":{\"properties\":{\"name\":\"EPSG:2393\"}},\"features\":[]}", "neither in degrees")]
    [InlineData("{\"features\":[{\"properties\":{\"NATCODE\":\"297\"},\"geometry\":null}]}", "no area")]
    [InlineData("{\"features\":[{\"properties\":{\"NATCODE\":\"297\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[27,62]}}]}", "no area")]
    [InlineData("{\"features\":[{\"properties\":{\"NATCODE\":\"297\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[27,62],[28,62],[27,63]]]}}]}", "no area")]
    [InlineData("{\"features\":[{\"properties\":{\"NATCODE\":\"297\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[62,27],[62,28],[63,28],[62,27]]]}}]}", "not lie in Finland")]
    public async Task What_is_no_border_is_refused_and_leaves_what_there_was(string text, string words)
    {
        await BringAsync(GeoJson(false, ("297", [Square])));
        var before = await File.ReadAllBytesAsync(Kept);

        var refused = await Assert.ThrowsAsync<ImportException>(() => BringAsync(text));

        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(Kept));
    }

    [Fact]
    public async Task A_damaged_file_is_refused_and_none_is_none()
    {
        Assert.Null(MunicipalBorders.Read(Kept));
        await BringAsync(GeoJson(false, ("297", [Square])));
        var whole = await File.ReadAllBytesAsync(Kept);
        for (var length = 0; length < whole.Length; length += 7)
        {
            await File.WriteAllBytesAsync(Kept, whole[..length]);
            Assert.Throws<InvalidDataException>(() => MunicipalBorders.Read(Kept));
        }
    }

    [Fact]
    public async Task Answers_say_how_the_municipality_is_known()
    {
        await BringAsync(GeoJson(false, ("749", [Square]), ("297", [[Square[1]]])));
        await using var tray = await TrayApp.StartAsync("none", dataFolder: folder.FullName);

        async Task<string> ToldAsync(string words)
        {
            var spot = (await tray.QueryAsync("query($text: String!) { places(text: $text, first: 1) { municipality { code } municipalityBy } }", new { text = words })).GetProperty("places")[0];
            return $"{spot.GetProperty("municipality").GetProperty("code").GetString()} {spot.GetProperty("municipalityBy").GetString()}";
        }

        Assert.Equal("749 BORDERS", await ToldAsync("62.85, 27.65"));
        Assert.Equal("091 NEAREST_POSTAL_AREA", await ToldAsync("60.1699, 24.9384"));
        Assert.Equal("297 NAME", await ToldAsync("kuopiossa"));
        var rest = JsonDocument.Parse(await tray.Client.GetStringAsync("/api/v1/offerings?lat=62.85&lon=27.65")).RootElement.GetProperty("centre");
        Assert.Equal("BORDERS", rest.GetProperty("municipalityBy").GetString());
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static (string? Code, MunicipalityBy? By) Lying(Regions regions, Coordinates point) => (regions.Lying(point)?.Municipality.Code, regions.Lying(point)?.By);

    private static double[][] Ring(double west, double south, double east, double north) => [[west, south], [east, south], [east, north], [west, north], [west, south]];

    private static string GeoJson(bool onPlane, params (string Code, double[][][][] Polygons)[] areas)
    {
        var features = areas.Select(area =>
        {
            var polygons = area.Polygons.Select(polygon => polygon.Select(ring => ring.Select(corner => onPlane ? OnPlane(corner) : corner).ToArray()).ToArray()).ToArray();
            var geometry = polygons is [var only] ? $$"""{"type":"Polygon","coordinates":{{JsonSerializer.Serialize(only)}}}""" : $$"""{"type":"MultiPolygon","coordinates":{{JsonSerializer.Serialize(polygons)}}}""";
            return $$"""{"type":"Feature","properties":{"natcode":"{{area.Code}}","namefin":"x"},"geometry":{{geometry}}}""";
        });
        var crs = onPlane ? """ "crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3067"}},""" : "";
        return $$"""{"type":"FeatureCollection",{{crs}}"features":[{{string.Join(',', features)}}]}""";
    }

    /// <summary>A corner on the national plane: found by coming nearer, since the tray needs the other way only.</summary>
    private static double[] OnPlane(double[] corner)
    {
        var (east, north) = (500_000.0, 7_000_000.0);
        for (var i = 0; i < 60; i++)
        {
            var (x, y) = Tm35Fin.Degrees(east, north);
            east += (corner[0] - x) * 111_320 * Math.Cos(double.DegreesToRadians(corner[1]));
            north += (corner[1] - y) * 111_320;
        }

        return [east, north];
    }

    private async Task<IReadOnlyList<string>> BringAsync(string geoJson)
    {
        var file = Path.Combine(folder.FullName, "borders.geojson");
        await File.WriteAllTextAsync(file, geoJson);
        var (borders, problems) = await new BorderReader(KnownPlaces.Regions).ReadAsync(file, CancellationToken.None);
        MunicipalBorders.Write(Kept, borders);
        return problems;
    }
}
