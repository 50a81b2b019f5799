using ServiceTray.GraphQL.Planning;

namespace ServiceTray.GraphQL.Tests.Planning;

public sealed class ByteBoundedCaches
{
    [Fact]
    public void Let_the_least_recently_used_go_when_the_bound_is_passed()
    {
        var cache = new ByteBoundedCache<string, string>(100);
        cache.Add("a", "A", 40);
        cache.Add("b", "B", 40);
        cache.Find("a");
        cache.Add("c", "C", 40);
        Assert.Equal(("A", null, "C"), (cache.Find("a"), cache.Find("b"), cache.Find("c")));
        Assert.Equal(80, cache.Bytes);
    }

    [Fact]
    public void Never_hold_more_than_their_bound()
    {
        var cache = new ByteBoundedCache<int, string>(1000);
        for (var i = 0; i < 10_000; i++)
        {
            cache.Add(i % 700, "x", (i * 37 % 1100) + 1);
            Assert.InRange(cache.Bytes, 0, 1000);
        }
    }
}
