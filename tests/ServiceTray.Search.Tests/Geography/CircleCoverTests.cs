using ServiceTray.Search.Geography;
using Xunit;

namespace ServiceTray.Search.Tests.Geography;

public sealed class CircleCoverTests
{
    [Fact]
    public void Holds_every_point_of_a_circle_anywhere_on_earth()
    {
        var random = new Random(9);
        for (var i = 0; i < 1_000; i++)
        {
            var centre = new GeoPoint((random.NextDouble() * 180) - 90, (random.NextDouble() * 360) - 180);
            var radius = Math.Pow(10, random.NextDouble() * 7);
            var ranges = CircleCover.Ranges(centre, radius);
            for (var j = 0; j < 20; j++)
            {
                // Half of them at its very edge, where a cell that is left out would be missed.
                var point = Away(centre, radius * (j % 2 == 0 ? 1 - 1e-12 : random.NextDouble()), random.NextDouble() * 2 * Math.PI);
                var code = HilbertCurve.Code(point);
                Assert.Contains(ranges, range => range.First <= code && code <= range.Last);
            }
        }
    }

    [Fact]
    public void Leaves_out_corners_of_the_box_around_it()
    {
        var random = new Random(10);
        var (circles, boxes) = (0.0, 0.0);
        for (var i = 0; i < 200; i++)
        {
            var centre = new GeoPoint(60 + (random.NextDouble() * 9), 21 + (random.NextDouble() * 9));
            circles += Cells(CircleCover.Ranges(centre, 20_000));
            boxes += Cells(BoxCover.Ranges(BoxCover.Around(centre, 20_000)));
        }

        Assert.InRange(circles / boxes, 0.6, 0.95);
    }

    private static double Cells(List<CodeRange> ranges) => ranges.Sum(range => (double)range.Last - range.First + 1);

    // So many metres in a direction (destination point along a great circle).
    private static GeoPoint Away(GeoPoint from, double metres, double bearing)
    {
        var (φ, λ, δ) = (double.DegreesToRadians(from.Latitude), double.DegreesToRadians(from.Longitude), Math.Min(metres / Globe.Radius, Math.PI));
        var north = Math.Asin(Math.Clamp((Math.Sin(φ) * Math.Cos(δ)) + (Math.Cos(φ) * Math.Sin(δ) * Math.Cos(bearing)), -1, 1));
        var east = λ + Math.Atan2(Math.Sin(bearing) * Math.Sin(δ) * Math.Cos(φ), Math.Cos(δ) - (Math.Sin(φ) * Math.Sin(north)));
        return new GeoPoint(double.RadiansToDegrees(north), Math.Clamp(Math.IEEERemainder(double.RadiansToDegrees(east), 360), -180, 180));
    }
}
