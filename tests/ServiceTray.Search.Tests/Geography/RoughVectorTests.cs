using ServiceTray.Search.Geography;
using Xunit;

namespace ServiceTray.Search.Tests.Geography;

public sealed class RoughVectorTests
{
    [Fact]
    public void Tells_the_straight_line_within_its_error_and_the_error_is_no_larger_than_need_be()
    {
        var random = new Random(4);
        var worst = 0.0;
        for (var i = 0; i < 200_000; i++)
        {
            var (one, other) = (Globe.Vector(AnyPoint(random)), Globe.Vector(AnyPoint(random)));
            var told = Math.Sqrt(RoughVector.Of(one, 1).SquaredChord(other));
            worst = Math.Max(worst, Math.Abs(told - Math.Sqrt(one.SquaredChord(other))));
        }

        Assert.InRange(worst, RoughVector.Error / 2, RoughVector.Error);
    }

    [Theory]
    [InlineData(90, 0)]
    [InlineData(-90, 0)]
    [InlineData(0, 0)]
    [InlineData(0, 90)]
    [InlineData(0, -90)]
    [InlineData(0, 180)]
    public void Tells_points_at_the_ends_of_its_numbers(double latitude, double longitude)
    {
        var vector = Globe.Vector(new GeoPoint(latitude, longitude));
        Assert.InRange(Math.Sqrt(RoughVector.Of(vector, 1).SquaredChord(vector)), 0, RoughVector.Error);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Tells_whether_there_are_others(int points, bool isOnly) =>
        Assert.Equal(isOnly, RoughVector.Of(Globe.Vector(new GeoPoint(60.2, 24.9)), points).IsOnly);

    private static GeoPoint AnyPoint(Random random) => new((random.NextDouble() * 180) - 90, (random.NextDouble() * 360) - 180);
}
