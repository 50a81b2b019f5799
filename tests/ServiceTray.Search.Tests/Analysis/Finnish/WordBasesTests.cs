using ServiceTray.Search.Analysis;
using ServiceTray.Search.Analysis.Finnish;
using Xunit;

namespace ServiceTray.Search.Tests.Analysis.Finnish;

public sealed class WordBasesTests
{
    [Theory]
    [InlineData("+kävel(kävellä)+y(+y)+ryhmä(ryhmä)", "kävely:0.6 kävellä:0.4 ryhmä:0.6")]
    [InlineData("+senior(senior)", "senior:0.6")]
    [InlineData("+ruoka(ruoka)+-+apu(apu)", "ruoka:0.6 apu:0.6")]
    [InlineData("+ui(uida)+n+ti(+ti)", "uinti:0.6 uida:0.4")]
    [InlineData("+Kuopio(Kuopio)", "kuopio:0.6")]
    [InlineData("", "")]
    [InlineData("+(", "")]
    public void Reads_parts_and_roots(string bases, string expected)
    {
        var readings = new List<Reading>();
        WordBases.Read(bases, readings);
        Assert.Equal(expected, string.Join(' ', readings.Select(reading => FormattableString.Invariant($"{reading.Text}:{reading.Weight:0.0}"))));
    }
}
