using ServiceTray.Import;
using ServiceTray.Places;
using Xunit;

namespace ServiceTray.Tests.Import.Ptv;

public sealed class Tm35FinPoints
{
    /// <summary>The meridian arc of GRS 80 from the equator to 60° is 6 654 072.819 m, a tabled constant; on the central meridian it is scaled by 0.9996.</summary>
    [Fact]
    public void Central_meridian_at_sixty_degrees_is_where_the_arc_says()
    {
        var point = Tm35Fin.ToWgs84(6_654_072.819 * 0.9996, 500_000);

        Assert.Equal(60, point.Latitude, 6);
        Assert.Equal(27, point.Longitude, 6);
    }

    /// <summary>Against the inverse of Krüger's series to the fourth order, written out below after the national recommendation JHS 197.</summary>
    [Fact]
    public void Agrees_with_Kruegers_series_all_over_the_country()
    {
        for (var northing = 6_580_000d; northing < 7_780_000; northing += 40_000)
        {
            for (var easting = 60_000d; easting < 750_000; easting += 30_000)
            {
                var (latitude, longitude) = Krueger(northing, easting);
                var point = Tm35Fin.ToWgs84(northing, easting);

                Assert.InRange(point.MetresTo(new Coordinates(latitude, longitude)), 0, 0.5);
            }
        }
    }

    [Theory]
    [InlineData(226_646, 6_713_681)] // the two swapped
    [InlineData(60.46, 22.02)] // degrees
    [InlineData(1, 1)]
    public void Refuses_what_does_not_lie_in_Finland(double northing, double easting)
    {
        Assert.False(Tm35Fin.Covers(northing, easting));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tm35Fin.ToWgs84(northing, easting));
    }

    [Theory]
    [InlineData("6713681.46", 6713681.46)]
    [InlineData("0", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("6 713 681", null)]
    [InlineData("NaN", null)]
    public void Reads_the_registers_numbers(string? told, double? metres) => Assert.Equal(metres, Tm35Fin.Metres(told));

    private static (double Latitude, double Longitude) Krueger(double northing, double easting)
    {
        const double f = 1 / 298.257222101, n = f / (2 - f), k0 = 0.9996;
        var a1 = 6_378_137 / (1 + n) * (1 + (n * n / 4) + (Math.Pow(n, 4) / 64));
        double[] h =
        [
            (n / 2) - (2 * n * n / 3) + (37 * Math.Pow(n, 3) / 96) - (Math.Pow(n, 4) / 360),
            (n * n / 48) + (Math.Pow(n, 3) / 15) - (437 * Math.Pow(n, 4) / 1440),
            (17 * Math.Pow(n, 3) / 480) - (37 * Math.Pow(n, 4) / 840),
            4397 * Math.Pow(n, 4) / 161_280,
        ];
        var (xi, eta) = (northing / (a1 * k0), (easting - 500_000) / (a1 * k0));
        var (xi0, eta0) = (xi, eta);
        for (var i = 1; i <= 4; i++)
        {
            xi0 -= h[i - 1] * Math.Sin(2 * i * xi) * Math.Cosh(2 * i * eta);
            eta0 -= h[i - 1] * Math.Cos(2 * i * xi) * Math.Sinh(2 * i * eta);
        }

        var conformal = Math.Asin(Math.Sin(xi0) / Math.Cosh(eta0));
        var east = Math.Asin(Math.Tanh(eta0) / Math.Cos(conformal));
        var e = Math.Sqrt((2 * f) - (f * f));
        var isometric = Math.Asinh(Math.Tan(conformal));
        var q = isometric + (e * Math.Atanh(e * Math.Tanh(isometric)));
        for (var i = 0; i < 5; i++)
        {
            q = isometric + (e * Math.Atanh(e * Math.Tanh(q)));
        }

        return (double.RadiansToDegrees(Math.Atan(Math.Sinh(q))), 27 + double.RadiansToDegrees(east));
    }
}
