using ServiceTray.Search.Indexing;
using ServiceTray.Search.Querying;
using Xunit;

namespace ServiceTray.Search.Tests.Querying;

public sealed class FromNowTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_walk_keeps_the_moment_of_its_first_page()
    {
        var index = new SearchIndex(new IndexSchema([], [], ["ends"]));
        index.Replace(
            Enumerable.Range(0, 4).Select(hour => new IndexDocument
            {
                Key = Guid.CreateVersion7(Noon.AddSeconds(hour)),
                SortName = $"{hour}",
                Numbers = new Dictionary<string, double> { ["ends"] = Noon.AddHours(hour).ToUnixTimeSeconds() },
            }),
            1);
        var first = index.Search(Asked(Noon, null));
        var later = index.Search(Asked(Noon.AddHours(2.5), first.Hits[^1].Cursor));
        Assert.Equal(4, first.Total);
        Assert.Equal(4, later.Total);
        Assert.Equal(1, index.Search(Asked(Noon.AddHours(2.5), null)).Total);
    }

    private static SearchQuery Asked(DateTimeOffset now, string? after) => new()
    {
        Now = now,
        Order = SearchOrder.Name,
        Numbers = [new NumberFilter("ends", null, null) { FromNow = true }],
        Page = new PageRequest(2, after),
    };
}
