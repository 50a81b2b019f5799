using System.Globalization;
using ServiceTray.Statistics;
using Xunit;

namespace ServiceTray.Tests.Statistics;

/// <summary>What is hidden cannot be worked out: every table that would be told the same way is counted through.</summary>
public sealed class HiddenNumbers
{
    private const int LargestTotal = 20;

    [Theory]
    [InlineData(2, LargestTotal)]
    [InlineData(3, LargestTotal)]
    [InlineData(4, LargestTotal)]
    [InlineData(5, 11)]
    public void Could_each_be_several_numbers_to_whoever_knows_the_rule_and_the_total(int parts, int most)
    {
        var told = (from counts in Vectors(parts, most) from lot in Lots(parts) select (counts, Table: Hide(counts, lot))).GroupBy(one => Told(one.Table), one => one);
        foreach (var same in told)
        {
            var table = same.First().Table;
            for (var part = 0; part < parts; part++)
            {
                if (table.Cells[part].Count is null)
                {
                    var possible = same.Select(one => one.counts[part]).Distinct().ToList();
                    Assert.True(possible.Count >= 2, $"{same.Key}: part {part} can only be {string.Join(" or ", possible)}");
                }
            }
        }
    }

    [Fact]
    public void Are_the_only_ones_below_five_and_no_table_is_told_with_one_missing()
    {
        foreach (var counts in Vectors(4, LargestTotal))
        {
            var table = Hide(counts, [0, 1, 2, 3]);
            Assert.DoesNotContain(table.Cells, cell => cell.Count is > 0 and < 5);
            Assert.True(table.Total is null or 0 or >= 5);
            Assert.NotEqual(1, table.Cells.Count(cell => cell.Count is null));
            Assert.True(table.Total is null || table.Cells.Sum(cell => cell.Count ?? 0) <= table.Total);
        }
    }

    [Fact]
    public void Are_those_of_few_people_however_often_they_were_sent_for()
    {
        // One person ten times, with one other such not vague enough: what both come to is of two people.
        Assert.Equal("30: ? ? ?", Told(SmallNumbers.Hide(StatisticsSubject.ReferralsByTheme, [Part("a", 10, "x"), Part("b", 10, "y"), Part("c", 10, "1", "2", "3", "4", "5")], _ => { })));
        Assert.Equal("25: ? ? 5", Told(SmallNumbers.Hide(StatisticsSubject.ReferralsByTheme, [Part("a", 10, "x"), Part("b", 10, "1", "2", "3", "4", "5"), Part("c", 5, "1", "2", "3", "4", "5")], _ => { })));
        Assert.Equal("?: ? ?", Told(SmallNumbers.Hide(StatisticsSubject.ReferralsByTheme, [Part("a", 10, "x", "y"), Part("b", 10, "x", "y", "z", "w")], _ => { })));

        static CountedPart Part(string key, int count, params string[] people) => new(key, count, people, 0);
    }

    [Fact]
    public void Are_none_where_all_are_large() => Assert.Equal("30: 5 8 0 17", Told(Hide([5, 8, 0, 17], [0, 1, 2, 3])));

    // The lot falls as it is told: those drawn first stand first.
    private static StatisticsTable Hide(IReadOnlyList<int> counts, int[] lot) => SmallNumbers.Hide(
        StatisticsSubject.ReferralsByTheme,
        [.. counts.Select((count, part) => ($"{part}", count))],
        keys => keys.Sort((one, other) => Array.IndexOf(lot, one[0] - '0').CompareTo(Array.IndexOf(lot, other[0] - '0'))));

    private static IEnumerable<int[]> Lots(int parts) => parts == 0 ? [[]] : Lots(parts - 1).SelectMany(rest => Enumerable.Range(0, parts).Select(at => (int[])[.. rest[..at], parts - 1, .. rest[at..]]));

    private static string Told(StatisticsTable table) =>
        $"{table.Total?.ToString(CultureInfo.InvariantCulture) ?? "?"}: {string.Join(' ', table.Cells.Select(cell => cell.Count?.ToString(CultureInfo.InvariantCulture) ?? "?"))}";

    private static IEnumerable<int[]> Vectors(int parts, int most)
    {
        if (parts == 0)
        {
            return [[]];
        }

        return from first in Enumerable.Range(0, most + 1)
               from rest in Vectors(parts - 1, most - first)
               select (int[])[first, .. rest];
    }
}
