using ServiceTray.Search.Analysis.Finnish;
using ServiceTray.Search.Geography;
using ServiceTray.Search.Querying;
using ServiceTray.Search.Tests.Support;
using Xunit;

namespace ServiceTray.Search.Tests.Querying;

/// <summary>Cursors of an earlier process, whose key was kept: both processes count their snapshots from one.</summary>
public sealed class CursorRestartTests : IDisposable
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(each => (byte)each)];

    private readonly string _path = Path.Combine(Path.GetTempPath(), $"cursors-{Guid.CreateVersion7()}.bin");
    private readonly SearchIndex _before = Index(Key);
    private readonly SearchIndex _after = Index(Key);

    public CursorRestartTests()
    {
        var world = new World(23);
        _before.Replace(Enumerable.Range(1, 90).Select(each => world.Document(new Guid(each, 0, 0, new byte[8]))), 7);
        _before.Save(_path);
        Assert.True(_after.TryLoad(_path, out _));
    }

    [Theory]
    [InlineData(SearchOrder.Name)]
    [InlineData(SearchOrder.Nearest)]
    [InlineData(SearchOrder.Soonest)]
    [InlineData(SearchOrder.Newest)]
    public void Go_on_by_key_though_what_stood_at_the_cursor_is_gone(SearchOrder order)
    {
        var query = Query(order);
        var all = Keys(_before.Search(query with { Page = new PageRequest(1_000) }));
        var first = _before.Search(query with { Page = new PageRequest(8) });
        _after.Apply([], [all[7], all[9]], 8);
        var page = new PageRequest(1_000, first.Hits[^1].Cursor);
        Assert.Equal(all.Skip(8).Where(key => key != all[9]), Keys(_after.Search(query with { Page = page })));
        Assert.Equal(all.Take(7), Keys(_after.Search(query with { Page = new PageRequest(null, null, 1_000, first.Hits[^1].Cursor) })));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Expire_for_best_though_a_snapshot_of_the_same_number_stands(int changes)
    {
        var query = Query(SearchOrder.Best);
        for (var i = 0; i < changes; i++)
        {
            _before.Apply([], [], 8);
            _after.Apply([], [], 8);
        }

        var cursor = _before.Search(query with { Page = new PageRequest(5) }).Hits[^1].Cursor;
        Assert.True(Assert.Throws<CursorException>(() => _after.Search(query with { Page = new PageRequest(5, cursor) })).Expired);
        Assert.NotEmpty(_before.Search(query with { Page = new PageRequest(5, cursor) }).Hits);
    }

    [Fact]
    public void Are_foreign_when_changed_or_of_another_key()
    {
        var query = Query(SearchOrder.Name);
        var cursor = _before.Search(query with { Page = new PageRequest(5) }).Hits[^1].Cursor;
        var changed = (cursor[3] == 'A' ? 'B' : 'A') is var letter ? $"{cursor[..3]}{letter}{cursor[4..]}" : "";
        Assert.False(Assert.Throws<CursorException>(() => _after.Search(query with { Page = new PageRequest(5, changed) })).Expired);
        var other = Index([.. Key.Reverse()]);
        Assert.False(Assert.Throws<CursorException>(() => other.Search(query with { Page = new PageRequest(5, cursor) })).Expired);
        Assert.False(Assert.Throws<CursorException>(() => _after.Search(query with { Order = SearchOrder.Newest, Page = new PageRequest(5, cursor) })).Expired);
    }

    public void Dispose() => File.Delete(_path);

    private static SearchIndex Index(byte[] key) => World.Index(new SearchOptions { FinnishChain = FinnishChain.Managed, CursorKey = key });

    private static SearchQuery Query(SearchOrder order) => new()
    {
        Order = order,
        Now = World.Noon,
        Near = order == SearchOrder.Nearest ? new Reach(new GeoPoint(62, 25), 400_000, []) : null,
    };

    private static List<Guid> Keys(SearchPage page) => [.. page.Hits.Select(hit => hit.Key)];
}
