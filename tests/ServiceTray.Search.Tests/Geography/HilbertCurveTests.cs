using ServiceTray.Search.Geography;
using Xunit;

namespace ServiceTray.Search.Tests.Geography;

public sealed class HilbertCurveTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void Visits_every_cell_once_and_steps_only_to_neighbours(int level)
    {
        var side = 1 << level;
        var cells = new (int Column, int Row)?[side * side];
        for (var column = 0; column < side; column++)
        {
            for (var row = 0; row < side; row++)
            {
                var number = (int)HilbertCurve.Number(column, row, level);
                Assert.Null(cells[number]);
                cells[number] = (column, row);
            }
        }

        for (var i = 1; i < cells.Length; i++)
        {
            var (a, b) = (cells[i - 1]!.Value, cells[i]!.Value);
            Assert.Equal(1, Math.Abs(a.Column - b.Column) + Math.Abs(a.Row - b.Row));
        }
    }

    [Fact]
    public void Numbers_a_cell_as_the_beginning_of_the_numbers_inside_it()
    {
        var random = new Random(1);
        for (var i = 0; i < 1_000; i++)
        {
            var (column, row) = (random.Next(1 << 16), random.Next(1 << 16));
            Assert.Equal(HilbertCurve.Number(column >> 9, row >> 9, 7), HilbertCurve.Number(column, row, 16) >> 18);
        }
    }
}
