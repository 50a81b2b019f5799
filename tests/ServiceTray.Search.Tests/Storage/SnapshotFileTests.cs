using ServiceTray.Search.Analysis.Finnish;
using ServiceTray.Search.Tests.Support;
using Xunit;

namespace ServiceTray.Search.Tests.Storage;

public sealed class SnapshotFileTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private readonly World _world = new(21);
    private readonly SearchIndex _saved = World.Index();

    public SnapshotFileTests()
    {
        _saved.Replace(Enumerable.Range(1, 60).Select(each => _world.Document(new Guid(each, 0, 0, new byte[8]))), 1);
        _saved.Apply([_world.Document()], [new Guid(5, 0, 0, new byte[8])], 42);
        _saved.Save(_path);
    }

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Gives_the_same_answers_after_loading()
    {
        var loaded = World.Index();
        Assert.True(loaded.TryLoad(_path, out var reason), reason);
        Assert.Equal((42L, _saved.Count), (loaded.Sequence, loaded.Count));
        for (var i = 0; i < 100; i++)
        {
            var query = Questions.Any(_world);
            var (before, after) = (_saved.Search(query), loaded.Search(query));
            Assert.Equal(before.Hits.Select(hit => (hit.Key, hit.Score, hit.DistanceMetres)), after.Hits.Select(hit => (hit.Key, hit.Score, hit.DistanceMetres)));
            Assert.Equal(before.Facets["colour"], after.Facets["colour"]);
        }
    }

    [Fact]
    public void Notices_any_damaged_byte()
    {
        var bytes = File.ReadAllBytes(_path);
        for (var i = 0; i < bytes.Length; i += 1 + (i > 600 ? _world.Random.Next(200) : 0))
        {
            bytes[i] ^= (byte)(1 << _world.Random.Next(8));
            File.WriteAllBytes(_path, bytes);
            AssertRefused($"byte {i} of {bytes.Length}");
            bytes = Restored(bytes, i);
        }
    }

    [Fact]
    public void Notices_a_missing_end()
    {
        var bytes = File.ReadAllBytes(_path);
        foreach (var length in new[] { 0, 1, 11, 12, 43, 44, 45, bytes.Length / 2, bytes.Length - 1 })
        {
            File.WriteAllBytes(_path, bytes[..length]);
            AssertRefused($"cut to {length}");
        }
    }

    [Fact]
    public void Says_that_there_is_no_file()
    {
        Assert.False(World.Index().TryLoad(_path + ".none", out var reason));
        Assert.Contains("no snapshot", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_snapshot_of_other_fields()
    {
        var other = new SearchIndex(World.Schema with { NumberFields = ["depth"] }, new SearchOptions { FinnishChain = FinnishChain.Managed });
        Assert.False(other.TryLoad(_path, out var reason));
        Assert.Contains("other fields", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Keeps_what_it_holds_when_loading_fails()
    {
        File.WriteAllText(_path, "nonsense");
        Assert.False(_saved.TryLoad(_path, out _));
        Assert.Equal(60, _saved.Count);
    }

    /// <summary>A snapshot lies in the file it was taken from; a later one takes the file's name, not its bytes.</summary>
    [Fact]
    public void Answers_from_a_file_that_a_later_snapshot_replaced()
    {
        var loaded = World.Index();
        Assert.True(loaded.TryLoad(_path, out var reason), reason);
        var expected = loaded.Keys.Order().ToList();
        var other = World.Index();
        other.Replace([_world.Document()], 50);
        other.Save(_path);
        loaded.Save(_path + ".own");
        File.Delete(_path);
        Assert.Equal(expected, loaded.Keys.Order());
        var again = World.Index();
        Assert.True(again.TryLoad(_path + ".own", out reason), reason);
        File.Delete(_path + ".own");
        Assert.Equal(expected, again.Keys.Order());
    }

    [Fact]
    public void Leaves_nothing_beside_the_file() => Assert.False(File.Exists(_path + ".new"));

    private byte[] Restored(byte[] bytes, int at)
    {
        _saved.Save(_path);
        var whole = File.ReadAllBytes(_path);
        Assert.NotEqual(whole[at], bytes[at]);
        return whole;
    }

    private void AssertRefused(string damage)
    {
        var index = World.Index();
        Assert.False(index.TryLoad(_path, out var reason), damage);
        Assert.NotNull(reason);
        Assert.Equal(0, index.Count);
    }
}
