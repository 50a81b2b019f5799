using ServiceTray.Search.Analysis;
using ServiceTray.Search.Indexing;
using ServiceTray.Search.Querying;
using ServiceTray.Search.Tests.Support;
using Xunit;

namespace ServiceTray.Search.Tests.Querying;

public sealed class HostileQueryTests
{
    private readonly World _world = new(31);
    private readonly SearchIndex _index = World.Index();

    public HostileQueryTests() => _index.Replace(Enumerable.Range(1, 100).Select(each => _world.Document(new Guid(each, 0, 0, new byte[8]))), 1);

    [Theory]
    [InlineData("!!! ??? ... ---")]
    [InlineData("🙂🙃 👩‍👩‍👧‍👦")]
    [InlineData("مرحبا بالعالم שלום")]
    [InlineData("\0\0kissa\0")]
    [InlineData("\uD83D kissa \uDE00\uD83D")]
    [InlineData("a\u0308\u0308\u0308\u0308")]
    [InlineData("\uFFFEkissa\uFFFE")]
    [InlineData("kissa \uFFFF\uFDD0\uDBFF\uDFFE")]
    [InlineData("ja tai on")]
    [InlineData("-")]
    [InlineData("--kissa--koira--")]
    public void Answers_anything_typed(string text)
    {
        var page = _index.Search(new SearchQuery { Text = text });
        Assert.Equal(text.Contains("kissa", StringComparison.Ordinal), page.Total > 0);
        Assert.False(page.Truncated);
    }

    [Fact]
    public void Finds_nothing_for_punctuation_rather_than_all() => Assert.Equal(0, _index.Search(new SearchQuery { Text = "???" }).Total);

    [Fact]
    public void Finds_all_for_blanks() => Assert.Equal(100, _index.Search(new SearchQuery { Text = " \t\n" }).Total);

    [Fact]
    public void Reads_the_first_of_ten_thousand_words_and_says_so()
    {
        var page = _index.Search(new SearchQuery { Text = string.Join(' ', Enumerable.Range(0, 10_000).Select(each => each == 0 ? "kissa" : $"sana{each}")) });
        Assert.True(page.Truncated);
        Assert.Equal(_index.Search(new SearchQuery { Text = "kissa" }).Total, page.Total);
    }

    [Fact]
    public void Reads_one_endless_word()
    {
        var page = _index.Search(new SearchQuery { Text = new string('ä', 1_000_000) });
        Assert.Equal((0, true), (page.Total, page.Truncated));
    }

    [Fact]
    public void Stops_when_too_many_postings_were_read()
    {
        var small = World.Index(new SearchOptions { FinnishChain = Search.Analysis.Finnish.FinnishChain.Managed, Limits = new SearchLimits { Postings = 10 } });
        small.Replace(Enumerable.Range(1, 100).Select(each => _world.Document(new Guid(each, 0, 0, new byte[8]))), 1);
        Assert.False(small.Search(new SearchQuery { Text = "kissa" }).Truncated);
        Assert.True(small.Search(new SearchQuery { Text = "kissa koira" }).Truncated);
    }

    [Fact]
    public void Never_fails_on_random_letters()
    {
        for (var i = 0; i < 2_000; i++)
        {
            var text = new string([.. Enumerable.Range(0, _world.Random.Next(40)).Select(_ => (char)_world.Random.Next(0x10000))]);
            _index.Search(new SearchQuery { Text = text });
            _index.Complete(text, null);
            _index.Highlight(text, "fi", new SearchQuery { Text = text });
        }
    }

    [Fact]
    public void Reads_every_unit_of_text_in_queries_and_documents()
    {
        for (var unit = 0; unit <= char.MaxValue; unit++)
        {
            Assert.EndsWith("ä", WordReader.Compose($"kissa{(char)unit}ä"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(0xFFFE)]
    [InlineData(0xD83D)]
    [InlineData(0xDE00)]
    public void Completes_marks_and_sorts_what_cannot_be_composed(int unit)
    {
        var odd = (char)unit;
        _index.Apply([new IndexDocument { Key = Guid.Empty, SortName = $"Ääni{odd}", Texts = [new DocumentText("title", "fi", $"ääniharava{odd}ä")] }], [], 2);
        Assert.Equal(Guid.Empty, Assert.Single(_index.Search(new SearchQuery { Text = $"{odd}ääniharava", Language = "fi", Order = SearchOrder.Name }).Hits).Key);
        Assert.Equal("ääniharava", Assert.Single(_index.Complete($"{odd}äänih", "fi")).Text.Trim());
        var marked = _index.Highlight($"ä{odd} ääniharava", "fi", new SearchQuery { Text = $"ääniharava{odd}" });
        Assert.Equal(["ääniharava"], marked.Spans.Select(span => marked.Text.Substring(span.Start, span.Length)));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(10_001)]
    public void Refuses_a_page_of_impossible_size(int size) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _index.Search(new SearchQuery { Page = new PageRequest(size) }));

    [Fact]
    public void Refuses_places_off_the_globe()
    {
        Assert.Throws<ArgumentException>(() => _index.Search(new SearchQuery { Near = new Reach(new(91, 0), 1, []) }));
        Assert.Throws<ArgumentException>(() => _index.Search(new SearchQuery { Near = new Reach(new(60, 20), double.NaN, []) }));
        Assert.Throws<ArgumentException>(() => _index.Search(new SearchQuery { Within = new(61, 20, 60, 21) }));
        Assert.Throws<ArgumentException>(() => _index.Replace([new IndexDocument { Key = Guid.Empty, Points = [new(double.NaN, 0)] }], 2));
    }
}
