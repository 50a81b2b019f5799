using System.Globalization;
using ServiceTray.Search.Facets;
using Xunit;

namespace ServiceTray.Search.Tests.Facets;

public sealed class MostFrequentTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(5_000_000)]
    public void Stand_first_and_ties_by_value(int highest)
    {
        var random = new Random(9);
        for (var i = 0; i < 50; i++)
        {
            string[] values = [.. Enumerable.Range(0, random.Next(400)).Select(value => value.ToString("000", CultureInfo.InvariantCulture))];
            int[] counts = [.. values.Select(_ => random.Next(3) == 0 ? 0 : random.Next(10) == 0 ? highest : random.Next(highest + 1))];
            var expected = values.Zip(counts).Where(each => each.Second > 0).OrderByDescending(each => each.Second).ThenBy(each => each.First, StringComparer.Ordinal).Take(100);
            Assert.Equal(expected, MostFrequent.Of(values, counts, 100).Select(each => (each.Value, each.Count)));
        }
    }
}
