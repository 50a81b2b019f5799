using System.Globalization;
using ServiceTray.Search.Analysis.Finnish;
using ServiceTray.Search.Geography;
using ServiceTray.Search.Indexing;
using ServiceTray.Search.Querying;
using ServiceTray.Search.Tests.Support;
using Xunit;

namespace ServiceTray.Search.Tests.Querying;

/// <summary>Holds circles, distances and polygons to what PostGIS finds, recorded by <c>Oracle/record-postgis.sh</c>.</summary>
public sealed class PostgisTests
{
    // ST_DistanceSphere takes the mean of WGS84's axes for the radius, 2.9 cm less than ours.
    private const double Tolerance = 1e-8;

    private static readonly string[][] Rows = [.. OracleRecord.Rows("postgis.tsv.gz")];
    private readonly SearchIndex _index = new(new IndexSchema([], [], []), new SearchOptions { FinnishChain = FinnishChain.Managed });

    public PostgisTests() => _index.Replace(Named("place").Select(row => new IndexDocument { Key = Key(row[1]), Points = [new GeoPoint(Number(row[2]), Number(row[3]))] }), 1);

    [Fact]
    public void Finds_in_each_circle_what_PostGIS_finds_as_far_away()
    {
        var circles = Named("circle").ToList();
        Assert.Equal(500, circles.Count);
        foreach (var row in circles)
        {
            var near = new Reach(new GeoPoint(Number(row[1]), Number(row[2])), Number(row[3]), []);
            var hits = _index.Search(new SearchQuery { Near = near, Order = SearchOrder.Nearest, Page = new PageRequest(1_000) }).Hits;
            var expected = Listed(row[4]).Select(each => each.Split(':')).ToList();
            Assert.Equal(expected.Select(each => Key(each[0])), hits.Select(hit => hit.Key));
            Assert.All(expected.Zip(hits), pair => Assert.InRange(pair.Second.DistanceMetres!.Value / Number(pair.First[1]), 1 - Tolerance, 1 + Tolerance));
        }
    }

    [Fact]
    public void Finds_in_each_polygon_what_PostGIS_finds()
    {
        var polygons = Named("polygon").ToList();
        Assert.Equal(500, polygons.Count);
        foreach (var row in polygons)
        {
            var corners = Listed(row[1]).Select(corner => corner.Split(' ')).Select(corner => new GeoPoint(Number(corner[0]), Number(corner[1])));
            var hits = _index.Search(new SearchQuery { Inside = new GeoPolygon([.. corners]), Page = new PageRequest(1_000) }).Hits;
            Assert.Equal(Listed(row[2]).Select(Key).Order(), hits.Select(hit => hit.Key).Order());
        }
    }

    private static IEnumerable<string[]> Named(string kind) => Rows.Where(row => row[0] == kind);

    private static string[] Listed(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static Guid Key(string number) => new(int.Parse(number, CultureInfo.InvariantCulture), 0, 0, new byte[8]);
}
