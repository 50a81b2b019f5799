using ServiceTray.GraphQL.Planning;

namespace ServiceTray.GraphQL.Tests.Planning;

public sealed class Doorkeepers
{
    [Fact]
    public void Let_in_what_comes_again_and_not_what_comes_once()
    {
        var door = new Doorkeeper();
        Assert.False(door.HasSeen(17));
        Assert.True(door.HasSeen(17));
        Assert.DoesNotContain(Enumerable.Range(1_000, 10_000), door.HasSeen);
    }
}
