using ServiceTray.Places;
using Xunit;

namespace ServiceTray.Tests.Places;

public sealed class EditDistances
{
    [Theory]
    [InlineData("kuopio", "kuopio", 0)]
    [InlineData("kuopoi", "kuopio", 1)]
    [InlineData("kupio", "kuopio", 1)]
    [InlineData("kuoppio", "kuopio", 1)]
    [InlineData("kuolio", "kuopio", 1)]
    [InlineData("ca", "abc", 3)]
    [InlineData("", "ii", 2)]
    public void Count_the_changes(string one, string other, int distance) => Assert.Equal(distance, EditDistance.Within(one, other, 9));

    [Fact]
    public void Agree_with_the_definition_and_stop_at_the_bound()
    {
        var words = Enumerable.Range(0, 121).Select(Word).ToList();
        foreach (var one in words)
        {
            foreach (var other in words)
            {
                var true_ = ByDefinition(one, other);
                Assert.Equal(true_, EditDistance.Within(one, other, 9));
                Assert.Equal(Math.Min(true_, 2), EditDistance.Within(one, other, 1));
                Assert.Equal(Math.Min(true_, 3), EditDistance.Within(one, other, 2));
            }
        }
    }

    // All words of up to four letters of three.
    private static string Word(int number)
    {
        var word = "";
        for (var rest = number; rest > 0; rest = (rest - 1) / 3)
        {
            word += "abc"[(rest - 1) % 3];
        }

        return word;
    }

    private static int ByDefinition(string a, string b)
    {
        if (a.Length == 0 || b.Length == 0)
        {
            return a.Length + b.Length;
        }

        var least = Math.Min(ByDefinition(a[..^1], b), ByDefinition(a, b[..^1])) + 1;
        least = Math.Min(least, ByDefinition(a[..^1], b[..^1]) + (a[^1] == b[^1] ? 0 : 1));
        return a.Length > 1 && b.Length > 1 && a[^1] == b[^2] && a[^2] == b[^1] ? Math.Min(least, ByDefinition(a[..^2], b[..^2]) + 1) : least;
    }
}
