using ServiceTray.Search.Indexing;
using ServiceTray.Search.Querying;
using ServiceTray.Search.Tests.Support;
using Xunit;

namespace ServiceTray.Search.Tests.Indexing;

public sealed class SnapshotTests
{
    /// <summary>Each edit swaps all red documents for as many blue ones or back, so that half an edit would show.</summary>
    [Fact]
    public async Task Shows_each_edit_whole_or_not_at_all()
    {
        const int size = 20;
        var index = World.Index();
        index.Replace(Documents("red", 0, size), 0);
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() => Read(index, size, done.Token))).ToList();
        for (var edit = 1; edit <= 200; edit++)
        {
            var before = index.Keys.ToList();
            index.Apply(Documents(edit % 2 == 0 ? "red" : "blue", edit * size, size), before, edit);
        }

        await done.CancelAsync();
        Assert.All(await Task.WhenAll(readers), searches => Assert.True(searches > 0));
        Assert.Equal((size, 200L), (index.Count, index.Sequence));
    }

    [Fact]
    public void Keeps_few_segments_however_many_edits()
    {
        IReadOnlyList<LiveSegment> segments = [];
        var builder = new World(51);
        for (var edit = 0; edit < 300; edit++)
        {
            segments = [.. segments, Live(builder, 1)];
            while (Merging.Due(segments) is { Count: > 0 } due)
            {
                var merged = new SegmentMerger(World.Schema).Merge(due, CancellationToken.None);
                segments = [.. segments.Except(due), new LiveSegment(merged, Tombstones.None)];
            }
        }

        Assert.Equal(300, segments.Sum(live => live.Count));
        Assert.InRange(segments.Count, 1, 24);
    }

    [Fact]
    public void Takes_what_is_smaller_along_when_a_segment_is_written_anew()
    {
        var world = new World(53);
        var (emptied, smaller, larger) = (Live(world, 100), Live(world, 40), Live(world, 60));
        emptied = emptied with { Removed = Tombstones.None.With(Enumerable.Range(0, 50)) };
        Assert.Equal([emptied, smaller], Merging.Due([emptied, larger, smaller]));
        Assert.Empty(Merging.Due([larger, smaller]));
    }

    [Fact]
    public void Remembers_the_removed_whatever_their_order()
    {
        var random = new Random(52);
        var removed = new HashSet<int>();
        var tombstones = Tombstones.None;
        for (var i = 0; i < 200; i++)
        {
            var more = Enumerable.Range(0, random.Next(5)).Select(_ => random.Next(20_000)).ToList();
            var before = tombstones;
            var countBefore = before.All(20_000).Count();
            tombstones = tombstones.With(more);
            removed.UnionWith(more);
            Assert.Equal(removed.Count, tombstones.Count);
            Assert.Equal(countBefore, before.Count);
        }

        Assert.Equal(removed.Order(), tombstones.All(20_000));
    }

    private static int Read(SearchIndex index, int size, CancellationToken done)
    {
        var searches = 0;
        do
        {
            var page = index.Search(new SearchQuery { Text = "kissa", Facets = [new FacetRequest("colour")] });
            Assert.Equal(size, page.Total);
            Assert.Equal(size, Assert.Single(page.Facets["colour"]).Count);
            searches++;
        }
        while (!done.IsCancellationRequested);
        return searches;
    }

    private static LiveSegment Live(World world, int count)
    {
        var builder = new SegmentBuilder(World.Schema, new Search.Analysis.Analyzer(new Search.Analysis.Finnish.ManagedMorphology()));
        for (var i = 0; i < count; i++)
        {
            builder.Add(world.Document());
        }

        return new LiveSegment(builder.Build(), Tombstones.None);
    }

    private static List<IndexDocument> Documents(string colour, int from, int count) =>
        [.. Enumerable.Range(from, count).Select(each => new IndexDocument
        {
            Key = new Guid(each, 0, 0, new byte[8]),
            Texts = [new("title", "fi", "kissa")],
            Keywords = new Dictionary<string, IReadOnlyList<string>> { ["colour"] = [colour] },
        })];
}
