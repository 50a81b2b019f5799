using ServiceTray.Search.Indexing;
using ServiceTray.Search.Querying;
using ServiceTray.Search.Tests.Support;
using Xunit;

namespace ServiceTray.Search.Tests;

public sealed class SearchIndexTests
{
    // Ten thousand and more over the seeds in the long form.
    private static int Rounds => Environment.GetEnvironmentVariable("SERVICETRAY_TESTS") == "long" ? 4_000 : 1_000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Answers_any_filter_as_reading_every_document_does(int seed)
    {
        var world = new World(seed);
        var (index, documents) = Edited(world);
        for (var i = 0; i < Rounds; i++)
        {
            AssertSame(index, documents, Questions.Any(world));
        }
    }

    [Fact]
    public void Holds_the_documents_it_was_given()
    {
        var (index, documents) = Edited(new World(7));
        Assert.Equal(documents.Keys.Order(), index.Keys.Order());
        Assert.Equal(documents.Count, index.Count);
        Assert.Equal(31, index.Sequence);
    }

    [Fact]
    public void Keeps_the_later_of_two_documents_with_one_key()
    {
        var world = new World(8);
        var key = new Guid(1, 0, 0, new byte[8]);
        var index = World.Index();
        index.Replace([world.Document(key) with { Texts = [new("title", "fi", "kissa")] }, world.Document(key) with { Texts = [new("title", "fi", "koira")] }], 1);
        Assert.Equal(1, index.Count);
        Assert.Equal(0, index.Search(new SearchQuery { Text = "kissa" }).Total);
        Assert.Equal(1, index.Search(new SearchQuery { Text = "koira" }).Total);
    }

    [Fact]
    public void Refuses_a_field_that_the_schema_does_not_have_and_changes_nothing()
    {
        var world = new World(9);
        var index = World.Index();
        index.Replace([world.Document()], 1);
        Assert.Throws<ArgumentException>(() => index.Replace([world.Document() with { Texts = [new("smell", "fi", "ruusu")] }], 2));
        Assert.Throws<ArgumentException>(() => index.Search(new SearchQuery { Keywords = [new KeywordFilter("smell", ["rose"])] }));
        Assert.Equal((1, 1L), (index.Count, index.Sequence));
    }

    [Fact]
    public void Refuses_nearest_without_a_point() =>
        Assert.Throws<ArgumentException>(() => World.Index().Search(new SearchQuery { Order = SearchOrder.Nearest }));

    [Fact]
    public void Counts_without_hits_when_the_page_is_empty()
    {
        var (index, documents) = Edited(new World(10));
        var page = index.Search(new SearchQuery { Page = new PageRequest(0) });
        Assert.Equal((documents.Count, 0, true, false), (page.Total, page.Hits.Count, page.HasNext, page.HasPrevious));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("kissa")]
    public void Finds_the_few_of_a_rare_value_among_many(string? text)
    {
        var world = new World(11);
        List<IndexDocument> documents =
        [
            .. Enumerable.Range(1, 3_000).Select(number => world.Document(new Guid(number, 0, 0, new byte[8])) is var document && number % 700 == 0
                ? document with { Keywords = new Dictionary<string, IReadOnlyList<string>>(document.Keywords) { ["colour"] = ["red", "gold"] } }
                : document),
        ];
        var index = World.Index();
        index.Replace(documents, 1);
        var query = new SearchQuery { Text = text, Keywords = [new("colour", ["gold", "none"])], Page = new PageRequest(10), Order = SearchOrder.Name };
        var expected = BruteForce.Meeting(documents, query);
        Assert.Equal(text is null ? 4 : expected.Count, index.Search(query).Total);
        Assert.Equal(BruteForce.Ordered(expected, query).Select(each => each.Key), index.Search(query).Hits.Select(hit => hit.Key));
    }

    /// <summary>The word of the earlier is left in the segment's dictionary with no document behind it.</summary>
    [Fact]
    public void Finds_a_word_of_others_when_an_edit_holds_a_document_twice_and_only_the_earlier_has_it()
    {
        var (index, other, twice) = (World.Index(), new Guid(1, 0, 0, new byte[8]), new Guid(2, 0, 0, new byte[8]));
        index.Replace([Titled(other, "kissa")], 1);
        index.Apply([Titled(twice, "kissa"), Titled(twice, "koira")], [], 2);
        Assert.Equal(other, Assert.Single(index.Search(new SearchQuery { Text = "kissa" }).Hits).Key);

        static IndexDocument Titled(Guid key, string title) => new() { Key = key, Texts = [new("title", "fi", title)] };
    }

    /// <summary>An index after one full load and thirty edits, and what it should hold.</summary>
    private static (SearchIndex Index, Dictionary<Guid, IndexDocument> Documents) Edited(World world)
    {
        var documents = Enumerable.Range(0, 200).Select(_ => world.Document()).DistinctBy(each => each.Key).ToDictionary(each => each.Key);
        var index = World.Index();
        index.Replace(documents.Values, 1);
        for (var edit = 0; edit < 30; edit++)
        {
            var changed = world.Many(5, () => world.Document(world.Random.Next(2) == 0 ? world.Pick([.. documents.Keys]) : new Guid(world.Random.Next(), 1, 0, new byte[8])));
            var removed = world.Many(5, () => world.Pick([.. documents.Keys])).Except(changed.Select(each => each.Key)).ToList();
            index.Apply(changed, removed, edit + 2);
            removed.ForEach(key => documents.Remove(key));
            Array.ForEach(changed, each => documents[each.Key] = each);
        }

        return (index, documents);
    }

    private static void AssertSame(SearchIndex index, Dictionary<Guid, IndexDocument> documents, SearchQuery query)
    {
        var page = index.Search(query);
        var expected = BruteForce.Meeting(documents.Values, query);
        Assert.Equal(expected.Count, page.Total);
        Assert.Equal(expected.Select(each => each.Key).Order(), page.Hits.Select(hit => hit.Key).Order());
        Assert.Equal(BruteForce.Facet(documents.Values, query, "colour"), page.Facets["colour"].ToDictionary(each => each.Value, each => each.Count));
        Assert.Equal(
            BruteForce.Facet(documents.Values, query, "size").OrderByDescending(each => each.Value).ThenBy(each => each.Key, StringComparer.Ordinal).Take(2),
            page.Facets["size"].Select(each => KeyValuePair.Create(each.Value, each.Count)));
        // Without counts a filter says where to look.
        var uncounted = index.Search(query with { Facets = [] });
        Assert.Equal(page.Hits.Select(hit => (hit.Key, hit.Score)), uncounted.Hits.Select(hit => (hit.Key, hit.Score)));
        Assert.Equal(page.Total, uncounted.Total);
        if (query.Order != SearchOrder.Best)
        {
            Assert.Equal(BruteForce.Ordered(expected, query).Select(each => each.Key), page.Hits.Select(hit => hit.Key));
        }

        Assert.All(page.Hits, hit => Assert.Equal(hit.Score, hit.Explanation.Sum(part => part.Value), 9));
        if (query.Near is { } near)
        {
            Assert.All(page.Hits, hit => Assert.Equal(BruteForce.Metres(documents[hit.Key], near.Point), hit.DistanceMetres ?? double.PositiveInfinity, 3));
        }
    }
}
