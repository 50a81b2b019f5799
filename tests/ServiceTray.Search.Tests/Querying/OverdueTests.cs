using ServiceTray.Search.Indexing;
using ServiceTray.Search.Querying;
using Xunit;

namespace ServiceTray.Search.Tests.Querying;

public sealed class OverdueTests
{
    private static readonly DateTimeOffset Due = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly Guid Dated = Guid.CreateVersion7(Due);
    private static readonly Guid Undated = Guid.CreateVersion7(Due.AddSeconds(1));

    /// <summary>A fifth at once, half in the end, half of the way after half a year: 1 − (0.2 + 0.3 × t ÷ (t + 180 d)).</summary>
    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 0.8)]
    [InlineData(90 * 86_400, 0.7)]
    [InlineData(180 * 86_400, 0.65)]
    [InlineData(540 * 86_400, 0.575)]
    public void What_is_past_due_sinks_as_time_passes_and_its_parts_still_add_up(long secondsPast, double factor)
    {
        var index = Index();
        var hits = index.Search(Asked(Due.AddSeconds(secondsPast))).Hits.ToDictionary(hit => hit.Key);
        Assert.Equal(factor, hits[Dated].Score / hits[Undated].Score, 12);
        Assert.Equal(hits[Dated].Score, hits[Dated].Explanation.Sum(part => part.Value), 12);
        Assert.Equal(factor != 1, hits[Dated].Explanation.Any(part => part is { Name: "overdue", Value: < 0 }));
        Assert.DoesNotContain(hits[Undated].Explanation, part => part.Name == "overdue");
    }

    [Fact]
    public void Comes_after_its_like_and_is_found_all_the_same()
    {
        var index = Index();
        Assert.Equal([Dated, Undated], index.Search(Asked(Due.AddSeconds(-1))).Hits.Select(hit => hit.Key));
        Assert.Equal([Undated, Dated], index.Search(Asked(Due)).Hits.Select(hit => hit.Key));
        Assert.Equal([Dated, Undated], index.Search(Asked(Due) with { DueField = null }).Hits.Select(hit => hit.Key));
    }

    [Fact]
    public void A_walk_through_pages_keeps_the_moment_of_its_first()
    {
        var index = Index();
        var first = index.Search(Asked(Due.AddSeconds(-1)) with { Page = new PageRequest(1) });
        var second = index.Search(Asked(Due.AddDays(1)) with { Page = new PageRequest(1, first.Hits[0].Cursor) });
        Assert.Equal((Dated, Undated), (first.Hits[0].Key, Assert.Single(second.Hits).Key));
    }

    private static SearchIndex Index()
    {
        var index = new SearchIndex(new IndexSchema([new TextField("name", 1)], [], ["due"]));
        index.Replace(
            [
                new IndexDocument { Key = Dated, Texts = [new("name", "fi", "uinti")], Numbers = new Dictionary<string, double> { ["due"] = Due.ToUnixTimeSeconds() } },
                new IndexDocument { Key = Undated, Texts = [new("name", "fi", "uinti")] },
            ],
            1);
        return index;
    }

    private static SearchQuery Asked(DateTimeOffset now) => new() { Text = "uinti", DueField = "due", Now = now };
}
