using ServiceTray.Offerings.Duplicates;
using Xunit;

namespace ServiceTray.Tests.Offerings.Duplicates;

public sealed class Paces
{
    [Theory]
    [InlineData(0, 4)]
    [InlineData(0.49, 4)]
    [InlineData(0.5, 40)]
    [InlineData(1, 40)]
    public void Rests_longer_while_the_machine_is_busy(double share, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Pace.Of(TimeSpan.FromSeconds(1), share));
}
