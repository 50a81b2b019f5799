using ServiceTray.Search.Analysis.Finnish;
using ServiceTray.Search.Querying;
using ServiceTray.Search.Tests.Support;
using Xunit;

namespace ServiceTray.Search.Tests.Querying;

public sealed class CursorTests
{
    private readonly HandClock _clock = new();
    private readonly World _world = new(11);
    private readonly SearchIndex _index;

    public CursorTests()
    {
        _index = World.Index(new SearchOptions { FinnishChain = FinnishChain.Managed, Time = _clock });
        _index.Replace(Enumerable.Range(1, 150).Select(each => _world.Document(new Guid(each, 0, 0, new byte[8]))), 1);
    }

    [Fact]
    public void Walks_forward_and_backward_over_every_hit_in_every_order()
    {
        for (var i = 0; i < 200; i++)
        {
            var query = Questions.Any(_world);
            var all = Keys(_index.Search(query));
            Assert.Equal(all, Walk(query, 7));
            Assert.Equal(all, WalkBack(query, 7));
        }
    }

    [Theory]
    [InlineData(SearchOrder.Best)]
    [InlineData(SearchOrder.Name)]
    public void Walks_one_snapshot_while_others_edit(SearchOrder order)
    {
        var query = new SearchQuery { Text = "kissa koira", Order = order, Now = World.Noon };
        var all = Keys(_index.Search(query with { Page = new PageRequest(1_000) }));
        Assert.Equal(all, Walk(query, 5, () => _index.Apply([_world.Document()], [_world.Pick([.. _index.Keys])], 2)));
    }

    [Fact]
    public void Expires_best_when_its_snapshot_is_gone()
    {
        var (query, cursor) = Stale(SearchOrder.Best, TimeSpan.FromMinutes(11));
        Assert.True(Assert.Throws<CursorException>(() => _index.Search(query with { Page = new PageRequest(5, cursor) })).Expired);
    }

    [Fact]
    public void Still_reads_a_snapshot_of_nine_minutes_ago()
    {
        var (query, cursor) = Stale(SearchOrder.Best, TimeSpan.FromMinutes(9));
        Assert.Equal(5, _index.Search(query with { Page = new PageRequest(5, cursor) }).Hits.Count);
    }

    [Theory]
    [InlineData(SearchOrder.Name)]
    [InlineData(SearchOrder.Newest)]
    [InlineData(SearchOrder.Soonest)]
    public void Goes_on_by_key_in_the_other_orders_when_the_snapshot_is_gone(SearchOrder order)
    {
        var query = new SearchQuery { Order = order, Now = World.Noon };
        var before = Keys(_index.Search(query with { Page = new PageRequest(1_000) }));
        var first = _index.Search(query with { Page = new PageRequest(40) });
        _index.Apply([], [before[39], before[60]], 2);
        _clock.GoOn(TimeSpan.FromMinutes(11));
        _index.Apply([], [], 3);
        var rest = Keys(_index.Search(query with { Page = new PageRequest(1_000, first.Hits[^1].Cursor) }));
        Assert.Equal(before.Skip(40).Where(key => key != before[60]), rest);
    }

    [Fact]
    public void Refuses_a_cursor_of_another_index()
    {
        var foreign = World.Index();
        foreign.Replace([_world.Document()], 1);
        AssertForeign(new SearchQuery { Page = new PageRequest(5, foreign.Search(new SearchQuery()).Hits[0].Cursor) });
    }

    [Fact]
    public void Refuses_a_cursor_with_any_letter_changed()
    {
        var cursor = _index.Search(new SearchQuery()).Hits[3].Cursor;
        for (var i = 0; i < cursor.Length - 1; i++)
        {
            var other = cursor[i] == 'A' ? 'B' : 'A';
            AssertForeign(new SearchQuery { Page = new PageRequest(5, $"{cursor[..i]}{other}{cursor[(i + 1)..]}") });
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("ääkköset")]
    [InlineData("AAAA")]
    [InlineData("not a cursor")]
    public void Refuses_what_is_no_cursor(string text) => AssertForeign(new SearchQuery { Page = new PageRequest(5, text) });

    [Fact]
    public void Refuses_a_cursor_of_another_filter_or_order()
    {
        var cursor = _index.Search(new SearchQuery { Text = "kissa" }).Hits[0].Cursor;
        AssertForeign(new SearchQuery { Text = "koira", Page = new PageRequest(5, cursor) });
        AssertForeign(new SearchQuery { Text = "kissa", AllWords = true, Page = new PageRequest(5, cursor) });
        AssertForeign(new SearchQuery { Text = "kissa", Order = SearchOrder.Name, Page = new PageRequest(5, cursor) });
    }

    [Fact]
    public void Accepts_the_same_filter_written_otherwise()
    {
        var query = new SearchQuery { Text = "Kissa,  KOIRA", Keywords = [new KeywordFilter("colour", ["red", "blue"])] };
        var cursor = _index.Search(query).Hits[0].Cursor;
        var same = new SearchQuery { Text = "kissa koira", Keywords = [new KeywordFilter("colour", ["blue", "red", "red"])], Page = new PageRequest(5, cursor) };
        Assert.Equal(_index.Search(query).Hits[1].Key, _index.Search(same).Hits[0].Key);
    }

    private (SearchQuery Query, string Cursor) Stale(SearchOrder order, TimeSpan age)
    {
        var query = new SearchQuery { Text = "kissa", Order = order };
        var cursor = _index.Search(query with { Page = new PageRequest(5) }).Hits[^1].Cursor;
        _index.Apply([_world.Document()], [], 2);
        _clock.GoOn(age);
        return (query, cursor);
    }

    private List<Guid> Walk(SearchQuery query, int size, Action? between = null)
    {
        var (walked, page) = (new List<Guid>(), _index.Search(query with { Page = new PageRequest(size) }));
        Assert.False(page.HasPrevious);
        walked.AddRange(Keys(page));
        while (page.HasNext)
        {
            between?.Invoke();
            page = _index.Search(query with { Page = new PageRequest(size, page.Hits[^1].Cursor) });
            Assert.True(page.HasPrevious);
            walked.AddRange(Keys(page));
        }

        return walked;
    }

    private List<Guid> WalkBack(SearchQuery query, int size)
    {
        var (walked, page) = (new List<Guid>(), _index.Search(query with { Page = new PageRequest(null, null, size) }));
        Assert.False(page.HasNext);
        walked.AddRange(Keys(page));
        while (page.HasPrevious)
        {
            page = _index.Search(query with { Page = new PageRequest(null, null, size, page.Hits[0].Cursor) });
            Assert.True(page.HasNext);
            walked.InsertRange(0, Keys(page));
        }

        return walked;
    }

    private static List<Guid> Keys(SearchPage page) => [.. page.Hits.Select(hit => hit.Key)];

    private void AssertForeign(SearchQuery query) => Assert.False(Assert.Throws<CursorException>(() => _index.Search(query)).Expired);
}
