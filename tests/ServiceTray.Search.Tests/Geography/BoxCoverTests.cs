using ServiceTray.Search.Geography;
using Xunit;

namespace ServiceTray.Search.Tests.Geography;

public sealed class BoxCoverTests
{
    [Fact]
    public void Holds_every_point_of_a_circle_anywhere_on_earth()
    {
        var random = new Random(2);
        for (var i = 0; i < 3_000; i++)
        {
            var centre = new GeoPoint((random.NextDouble() * 180) - 90, (random.NextDouble() * 360) - 180);
            var radius = Math.Pow(10, 1 + (random.NextDouble() * 5));
            var ranges = BoxCover.Ranges(BoxCover.Around(centre, radius));
            var point = Near(centre, radius, random);
            if (Globe.Distance(centre, point) <= radius)
            {
                var code = HilbertCurve.Code(point);
                Assert.Contains(ranges, range => range.First <= code && code <= range.Last);
            }
        }
    }

    [Theory]
    [InlineData(0, 0, 90, 0, Math.PI / 2)]
    [InlineData(0, -90, 0, 90, Math.PI)]
    [InlineData(60, 20, 61, 20, Math.PI / 180)]
    [InlineData(60, 179.5, 60, -179.5, 0.0087264)]
    public void Measures_as_geometry_says(double lat1, double lon1, double lat2, double lon2, double angle) =>
        Assert.Equal(angle * Globe.Radius, Globe.Distance(new GeoPoint(lat1, lon1), new GeoPoint(lat2, lon2)), 10.0);

    [Fact]
    public void Gives_the_same_by_vectors_as_by_the_haversine()
    {
        var random = new Random(3);
        for (var i = 0; i < 1_000; i++)
        {
            var centre = new GeoPoint((random.NextDouble() * 180) - 90, (random.NextDouble() * 360) - 180);
            var point = Near(centre, 1_000_000, random);
            var (a, b) = (Globe.Vector(centre), Globe.Vector(point));
            var chord = Math.Pow(a.X - b.X, 2) + Math.Pow(a.Y - b.Y, 2) + Math.Pow(a.Z - b.Z, 2);
            Assert.Equal(Globe.Distance(centre, point), Globe.Metres(chord), 1e-3);
            Assert.Equal(chord, Globe.SquaredChord(Globe.Metres(chord)), 1e-9);
        }
    }

    private static GeoPoint Near(GeoPoint centre, double radius, Random random)
    {
        var degrees = double.RadiansToDegrees(radius / Globe.Radius);
        var latitude = Math.Clamp(centre.Latitude + (((random.NextDouble() * 2) - 1) * degrees), -90, 90);
        var wide = degrees / Math.Max(0.01, Math.Cos(double.DegreesToRadians(latitude)));
        var longitude = centre.Longitude + (((random.NextDouble() * 2) - 1) * wide);
        return new GeoPoint(latitude, longitude < -180 ? Math.Min(180, longitude + 360) : longitude > 180 ? Math.Max(-180, longitude - 360) : longitude);
    }
}
