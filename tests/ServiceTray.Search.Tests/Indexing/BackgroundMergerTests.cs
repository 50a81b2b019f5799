using ServiceTray.Search.Indexing;
using ServiceTray.Search.Tests.Support;
using Xunit;

namespace ServiceTray.Search.Tests.Indexing;

public sealed class BackgroundMergerTests
{
    private const int Many = 6_000;

    /// <summary>A base of which a third goes is due; while it is merged, documents of it change, go and come.</summary>
    [Fact]
    public async Task What_changes_while_a_base_is_merged_is_as_it_was_changed()
    {
        var world = new World(71);
        var documents = Enumerable.Range(1, Many).Select(each => world.Document(new Guid(each, 0, 0, new byte[8]))).ToDictionary(each => each.Key);
        var index = World.Index();
        index.Replace(documents.Values, 1);
        Edit(index, documents, [], [.. documents.Keys.Take(Many / 3)], 2);
        Assert.False(index.Settled.IsCompleted, "The merge was over before anything could change.");
        for (var edit = 3; edit < 20; edit++)
        {
            Edit(index, documents, [.. world.Many(20, () => world.Document(world.Pick([.. documents.Keys])))], world.Many(5, () => world.Pick([.. documents.Keys])), edit);
        }

        await index.Settled;
        AssertSame(index, documents, world);
        Edit(index, documents, [world.Document()], [], 20);
        AssertSame(index, documents, world);
    }

    [Fact]
    public async Task An_index_that_was_replaced_meanwhile_stays_as_it_was_replaced()
    {
        var world = new World(72);
        var index = World.Index();
        index.Replace(Enumerable.Range(1, Many).Select(each => world.Document(new Guid(each, 0, 0, new byte[8]))), 1);
        index.Apply([], [.. index.Keys.Take(Many / 3)], 2);
        var merging = index.Settled;
        var other = Enumerable.Range(1, 50).Select(each => world.Document(new Guid(each, 7, 0, new byte[8]))).ToDictionary(each => each.Key);
        index.Replace(other.Values, 3);
        await merging;
        AssertSame(index, other, world);
        Assert.Equal(3, index.Sequence);
    }

    private static void Edit(SearchIndex index, Dictionary<Guid, IndexDocument> documents, IndexDocument[] changed, Guid[] removed, long sequence)
    {
        changed = [.. changed.DistinctBy(each => each.Key).ExceptBy(removed, each => each.Key)];
        index.Apply(changed, removed, sequence);
        Array.ForEach(removed, key => documents.Remove(key));
        Array.ForEach(changed, each => documents[each.Key] = each);
    }

    private static void AssertSame(SearchIndex index, Dictionary<Guid, IndexDocument> documents, World world)
    {
        Assert.Equal(documents.Keys.Order(), index.Keys.Order());
        for (var i = 0; i < 200; i++)
        {
            var query = Questions.Any(world);
            Assert.Equal(BruteForce.Meeting(documents.Values, query).Count, index.Search(query).Total);
        }
    }
}
