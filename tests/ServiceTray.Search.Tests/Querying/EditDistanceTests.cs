using System.Text;
using ServiceTray.Search.Analysis;
using ServiceTray.Search.Indexing;
using ServiceTray.Search.Querying;
using Xunit;

namespace ServiceTray.Search.Tests.Querying;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("uimahalli", "uimahali", 1)]
    [InlineData("uimahalli", "uimahlali", 1)]
    [InlineData("kissa", "koira", 3)]
    [InlineData("", "abc", 3)]
    [InlineData("sama", "sama", 0)]
    [InlineData("ca", "abc", 3)]
    public void Counts_edits(string a, string b, int edits)
    {
        Assert.Equal(edits, EditDistance.Within(a, b, 5));
        Assert.Equal(edits, EditDistance.Within(b, a, 5));
        Assert.Equal(Math.Min(edits, 2), EditDistance.Within(a, b, 1));
    }

    /// <summary>What passes over words by their letters must never pass over one that is near.</summary>
    [Fact]
    public void Is_never_within_reach_of_a_word_that_is_passed_over()
    {
        var random = new Random(61);
        var words = Enumerable.Range(0, 2_000).Select(_ => Word(random)).Distinct().Order(StringComparer.Ordinal).ToList();
        var terms = TermDictionary.Of([.. words.Select(word => Encoding.UTF8.GetBytes("fs" + word))]);
        var surfaces = new SurfaceWords(terms, LanguageCode.Finnish);
        for (var i = 0; i < 300; i++)
        {
            var asked = Word(random);
            var maybe = surfaces.MaybeNear(asked, 2).Select(term => terms.Text(term)[2..]).ToHashSet();
            Assert.All(words.Where(word => EditDistance.Within(asked, word, 2) <= 2), word => Assert.Contains(word, maybe));
            Assert.True(maybe.Count < words.Count);
        }
    }

    private static string Word(Random random) => new([.. Enumerable.Range(0, 3 + random.Next(3)).Select(_ => "aeiklmnst"[random.Next(9)])]);
}
