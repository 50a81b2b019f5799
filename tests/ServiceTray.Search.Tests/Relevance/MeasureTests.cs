using Xunit;

namespace ServiceTray.Search.Tests.Relevance;

public sealed class MeasureTests
{
    private static readonly Dictionary<string, int> Grades = new() { ["a"] = 2, ["b"] = 1 };

    // By hand: the ideal is 3 ÷ 1 + 1 ÷ log₂3 = 3.6309.
    [Theory]
    [InlineData("a b", 1.0, 1.0)]
    [InlineData("b a", 0.7967, 1.0)]
    [InlineData("x a", 0.5213, 0.5)]
    [InlineData("x y", 0.0, 0.0)]
    public void Measures_as_worked_out_by_hand(string hits, double ndcg, double recall)
    {
        var measure = Measure.Of(hits.Split(' '), Grades);
        Assert.Equal(ndcg, measure.Ndcg, 1e-4);
        Assert.Equal(recall, measure.Recall, 1e-9);
    }

    [Fact]
    public void Looks_no_deeper_than_ten() =>
        Assert.Equal(0, Measure.Of([.. Enumerable.Range(0, 10).Select(each => $"x{each}"), "a"], Grades).Ndcg);
}
