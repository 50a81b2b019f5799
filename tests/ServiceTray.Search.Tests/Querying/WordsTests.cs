using ServiceTray.Search.Analysis.Finnish;
using ServiceTray.Search.Indexing;
using ServiceTray.Search.Querying;
using Xunit;

namespace ServiceTray.Search.Tests.Querying;

/// <summary>What typed words find, complete to and mark.</summary>
public sealed class WordsTests
{
    private static readonly Guid Pool = new("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Walk = new("00000000-0000-0000-0000-000000000002");

    private readonly SearchIndex _index = new(new IndexSchema([new TextField("text", 1)], [], []), new SearchOptions { FinnishChain = FinnishChain.Managed });

    public WordsTests() => _index.Replace(
        [
            Document(Pool, ("fi", "Uimahalli on avoinna uimareille"), ("sv", "Simhallen är öppen")),
            Document(Walk, ("fi", "Kävelyryhmä ja uimaranta"), ("en", "Walking groups for everyone")),
        ],
        1);

    [Theory]
    [InlineData("uimahallissa", null)]
    [InlineData("uimahali", null)]
    [InlineData("simhall", null)]
    [InlineData("simhallar", "sv")]
    [InlineData("UIMAHALLI!", "fi-simple")]
    public void Finds_the_pool_first(string text, string? language) =>
        Assert.Equal(Pool, _index.Search(new SearchQuery { Text = text, Language = language }).Hits[0].Key);

    [Theory]
    [InlineData("uimahallissa avoin", 1)]
    [InlineData("avoinna kävelylle", 0)]
    [InlineData("uimarannalla ja kävelylle", 1)]
    [InlineData("uimahlali avoinna", 1)]
    [InlineData("uimahalli xyzzyxyz", 0)]
    [InlineData("ja on", 2)]
    public void Demands_every_word_that_says_something_by_any_way_it_hits(string text, int found) =>
        Assert.Equal(found, _index.Search(new SearchQuery { Text = text, Language = "fi", AllWords = true }).Total);

    [Fact]
    public void Demands_no_word_that_says_nothing_in_one_of_the_languages_tried() =>
        Assert.Equal(Pool, Assert.Single(_index.Search(new SearchQuery { Text = "simhall och öppen", AllWords = true }).Hits).Key);

    [Theory]
    [InlineData("missä uimahalli")]
    [InlineData("uimahalli missä")]
    public void What_has_only_the_pieces_of_a_word_that_says_nothing_is_not_found(string text)
    {
        var abuse = new Guid("00000000-0000-0000-0000-000000000003");
        _index.Apply([Document(abuse, ("sv", "Missbruk och missar"))], [], 2);
        Assert.Contains(abuse, _index.Search(new SearchQuery { Text = text }).Hits.Select(hit => hit.Key));
        Assert.Equal([Pool, Walk], _index.Search(new SearchQuery { Text = text, AllWords = true }).Hits.Select(hit => hit.Key));
    }

    [Fact]
    public void What_is_sought_beside_the_words_demanded_finds_nothing_of_its_own()
    {
        var query = new SearchQuery { Text = "kävelyryhmä", Language = "fi", AllWords = true };
        var beside = _index.Search(query with { Expansions = [new Expansion("avoin", "fi", 1), new Expansion("uimaranta", "fi", 1)] });
        Assert.Equal(Walk, Assert.Single(beside.Hits).Key);
        Assert.True(beside.Hits[0].Score > _index.Search(query).Hits[0].Score);
    }

    [Fact]
    public void Seeks_only_in_the_language_told()
    {
        Assert.Equal(1, _index.Search(new SearchQuery { Text = "groups", Language = "en" }).Total);
        Assert.Equal(0, _index.Search(new SearchQuery { Text = "groups", Language = "fi" }).Total);
    }

    [Fact]
    public void Completes_with_words_that_living_documents_have()
    {
        Assert.Equal(["uimahalli", "uimaranta", "uimareille"], _index.Complete("uima", "fi").Select(each => each.Text));
        Assert.Equal(["hyvä uimahalli"], _index.Complete("Hyvä Uimah", null).Select(each => each.Text));
        _index.Apply([], [Pool], 2);
        Assert.Equal([new Completion("uimaranta", 1)], _index.Complete("uima", null));
        Assert.Empty(_index.Complete("uima ", null));
    }

    [Fact]
    public void Asks_whether_another_word_was_meant()
    {
        Assert.Equal([new Completion("uimahalli", 2)], _index.Search(new SearchQuery { Text = "uimahlali", Language = "fi", Correct = true }).DidYouMean);
        Assert.Empty(_index.Search(new SearchQuery { Text = "uimahalli", Language = "fi", Correct = true }).DidYouMean);
        Assert.Empty(_index.Search(new SearchQuery { Text = "xyzzyxyz", Language = "fi", Correct = true }).DidYouMean);
    }

    [Fact]
    public void Asks_nothing_unless_wished()
    {
        var page = _index.Search(new SearchQuery { Text = "uimahlali", Language = "fi" });
        Assert.Equal(Pool, page.Hits[0].Key);
        Assert.Empty(page.DidYouMean);
    }

    [Fact]
    public void Marks_the_words_that_are_hit()
    {
        var marked = _index.Highlight("Meidän uimahallissamme, ja hallin kahvila", "fi", new SearchQuery { Text = "uimahalli ja" });
        Assert.Equal(["uimahallissamme", "hallin"], marked.Spans.Select(span => marked.Text.Substring(span.Start, span.Length)));
    }

    [Theory]
    [InlineData("uinti", "Uinnin arviointi", "Uinnin")]
    [InlineData("uinti", "Palvelun arviointi", "")]
    [InlineData("voimistelu", "Voimistleu eli voimistelu", "voimistelu")]
    [InlineData("voimistelu", "Voimistleu", "Voimistleu")]
    public void Marks_what_is_like_a_word_only_where_the_word_is_not(string asked, string text, string hit)
    {
        var marked = _index.Highlight(text, "fi", new SearchQuery { Text = asked });
        Assert.Equal(hit, string.Join(' ', marked.Spans.Select(span => marked.Text.Substring(span.Start, span.Length))));
    }

    [Fact]
    public void Marks_nothing_where_nothing_is_asked() => Assert.Empty(_index.Highlight("Uimahalli", "fi", new SearchQuery()).Spans);

    private static IndexDocument Document(Guid key, params (string Language, string Value)[] texts) =>
        new() { Key = key, Texts = [.. texts.Select(text => new DocumentText("text", text.Language, text.Value))] };
}
