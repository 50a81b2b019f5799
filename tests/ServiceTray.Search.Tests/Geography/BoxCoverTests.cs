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

    [Fact]
    public void Gives_the_numbers_of_the_cells_that_meet_the_box_and_no_others()
    {
        var random = new Random(6);
        for (var i = 0; i < 2_000; i++)
        {
            var (height, width) = (Math.Pow(10, (random.NextDouble() * 6) - 4), Math.Pow(10, (random.NextDouble() * 6) - 4));
            var (south, west) = ((random.NextDouble() * (180 - height)) - 90, (random.NextDouble() * (360 - width)) - 180);
            var box = new GeoBox(south, west, Math.Min(90, south + height), Math.Min(180, west + width));
            var level = Enumerable.Range(1, HilbertCurve.Levels).Last(level => level == 1 || (Columns(box, level).Count <= 8 && Rows(box, level).Count <= 8));
            var shift = 2 * (HilbertCurve.Levels - level);
            var cells = from column in Columns(box, level) from row in Rows(box, level) select HilbertCurve.Number(column, row, level);
            Assert.Equal(cells.Order(), BoxCover.Ranges(box).SelectMany(range => Numbers(range.First >> shift, range.Last >> shift)));
            Assert.All(BoxCover.Ranges(box), range => Assert.Equal((0ul, 0ul), (range.First & ((1ul << shift) - 1), (range.Last + 1ul) & ((1ul << shift) - 1))));
        }

        static List<int> Columns(GeoBox box, int level) => Between(HilbertCurve.Column(box.West, level), HilbertCurve.Column(box.East, level));
        static List<int> Rows(GeoBox box, int level) => Between(HilbertCurve.Row(box.South, level), HilbertCurve.Row(box.North, level));
        static List<int> Between(int first, int last) => [.. Enumerable.Range(first, last - first + 1)];
        static IEnumerable<ulong> Numbers(uint first, uint last) => Enumerable.Range(0, (int)(last - first + 1)).Select(each => (ulong)first + (ulong)each);
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
