using ServiceTray.Search.Analysis.Finnish;
using ServiceTray.Search.Indexing;
using ServiceTray.Search.Querying;
using Xunit;

namespace ServiceTray.Search.Tests.Querying;

/// <summary>Scores as worked out from the formula, word by word, over texts in a language that is taken as it stands.</summary>
public sealed class TextScorerTests
{
    private static readonly string[] Words = ["ba", "be", "bi", "bo", "bu", "da", "de", "di"];

    [Theory]
    [InlineData(1f, 1f)]
    [InlineData(2f, 1f)]
    [InlineData(2.5f, 0.5f)]
    public void Scores_as_the_formula_says(float titleWeight, float textWeight)
    {
        var random = new Random(41);
        var texts = Enumerable.Range(0, 60).Select(_ => (Title: Some(random, 4), Text: Some(random, 30))).ToList();
        var index = Index(titleWeight, textWeight, texts);
        for (var i = 0; i < 100; i++)
        {
            var asked = Some(random, 2).Append("ba").Distinct().ToList();
            var hits = index.Search(new SearchQuery { Text = string.Join(' ', asked), Language = "xx", Page = new PageRequest(100) }).Hits;
            Assert.Equal(texts.Count(each => asked.Intersect(each.Title.Concat(each.Text)).Any()), hits.Count);
            foreach (var hit in hits)
            {
                var number = BitConverter.ToInt32(hit.Key.ToByteArray());
                Assert.Equal(Expected(texts, number, asked, titleWeight, textWeight), hit.Score, 1e-4);
            }
        }
    }

    [Fact]
    public void Where_all_words_are_demanded_finds_what_has_them_all_scored_as_ever()
    {
        var random = new Random(43);
        var texts = Enumerable.Range(0, 100).Select(_ => (Title: Some(random, 4), Text: Some(random, 12))).ToList();
        var index = Index(2, 1, texts);
        for (var i = 0; i < 100; i++)
        {
            var asked = Some(random, 3).Append("ba").Distinct().ToList();
            var query = new SearchQuery { Text = string.Join(' ', asked), Language = "xx", Page = new PageRequest(100) };
            var any = index.Search(query).Hits.ToDictionary(hit => hit.Key, hit => hit.Score);
            var hits = index.Search(query with { AllWords = true }).Hits;
            Assert.Equal(texts.Count(each => asked.All(each.Title.Concat(each.Text).Contains)), hits.Count);
            Assert.All(hits, hit => Assert.Equal(any[hit.Key], hit.Score));
        }
    }

    [Fact]
    public void Where_all_words_are_demanded_and_not_all_could_be_read_finds_nothing_and_says_so()
    {
        var schema = new IndexSchema([new TextField("title", 1), new TextField("text", 1)], [], []);
        var index = new SearchIndex(schema, new SearchOptions { FinnishChain = FinnishChain.Managed, Limits = new SearchLimits { Postings = 1 } });
        index.Replace(Enumerable.Range(0, 3).Select(number => new IndexDocument { Key = new Guid(number, 0, 0, new byte[8]), Texts = [new("text", "xx", number == 0 ? "ba be" : "ba")] }), 1);
        var query = new SearchQuery { Text = "ba be", Language = "xx" };
        Assert.Equal((3, true), (index.Search(query).Total, index.Search(query).Truncated));
        Assert.Equal((0, true), (index.Search(query with { AllWords = true }).Total, index.Search(query with { AllWords = true }).Truncated));
    }

    [Fact]
    public void Finds_by_pieces_what_has_enough_of_them_by_their_rarity()
    {
        var random = new Random(47);
        string Word() => string.Concat(Enumerable.Range(0, random.Next(5, 11)).Select(_ => "ab"[random.Next(2)]));
        var texts = Enumerable.Range(0, 300).Select(_ => (Title: Array.Empty<string>(), Text: Enumerable.Range(0, random.Next(1, 4)).Select(_ => Word()).ToArray())).ToList();
        var index = Index(1, 1, texts);
        var pieces = texts.ConvertAll(each => each.Text.SelectMany(Pieces).ToHashSet());
        foreach (var word in texts.SelectMany(each => each.Text).Distinct().Take(200))
        {
            var rarity = Pieces(word).ToDictionary(piece => piece, piece => pieces.Count(each => each.Contains(piece))).ToDictionary(each => each.Key, each => Math.Log(1 + ((texts.Count - each.Value + 0.5) / (each.Value + 0.5))));
            var least = new RankingOptions().GramShareBesideHits * rarity.Values.Sum();
            var shares = pieces.ConvertAll(own => rarity.Where(each => own.Contains(each.Key)).Sum(each => each.Value));
            var has = texts.ConvertAll(each => each.Text.Contains(word));
            var found = index.Search(new SearchQuery { Text = word, Language = "xx", Page = new PageRequest(100) }).Total;
            Assert.InRange(found, shares.Zip(has).Count(each => each.First > least + 1e-4 || each.Second), shares.Zip(has).Count(each => each.First >= least - 1e-4 || each.Second));
        }
    }

    [Fact]
    public void Puts_what_has_all_words_before_what_has_one_often()
    {
        var index = Index(1, 1, [(["ba"], ["ba", "ba", "da"]), (["be"], ["ba", "de"]), (["di"], ["bu"])]);
        var hits = index.Search(new SearchQuery { Text = "ba be", Language = "xx" }).Hits;
        Assert.Equal([1, 0], hits.Select(hit => BitConverter.ToInt32(hit.Key.ToByteArray())));
    }

    private static SearchIndex Index(float titleWeight, float textWeight, List<(string[] Title, string[] Text)> texts)
    {
        var schema = new IndexSchema([new TextField("title", titleWeight), new TextField("text", textWeight)], [], []);
        var index = new SearchIndex(schema, new SearchOptions { FinnishChain = FinnishChain.Managed });
        index.Replace(texts.Select((each, number) => new IndexDocument
        {
            Key = new Guid(number, 0, 0, new byte[8]),
            Texts = [new("title", "xx", string.Join(' ', each.Title)), new("text", "xx", string.Join(' ', each.Text))],
        }), 1);
        return index;
    }

    private static double Expected(List<(string[] Title, string[] Text)> texts, int number, List<string> asked, float titleWeight, float textWeight)
    {
        double Length((string[] Title, string[] Text) each) => (titleWeight * each.Title.Length) + (textWeight * each.Text.Length);
        var all = texts.Count(each => Length(each) > 0);
        var average = texts.Sum(Length) / all;
        return asked.Sum(word =>
        {
            var having = texts.Count(each => each.Title.Contains(word) || each.Text.Contains(word));
            var times = (titleWeight * texts[number].Title.Count(each => each == word)) + (textWeight * texts[number].Text.Count(each => each == word));
            var rarity = Math.Log(1 + ((all - having + 0.5) / (having + 0.5)));
            return rarity * times / (times + (1.2 * (1 - 0.75 + (0.75 * Length(texts[number]) / average))));
        });
    }

    private static IEnumerable<string> Pieces(string word) => Enumerable.Range(0, word.Length - 3).Select(at => word.Substring(at, 4)).Distinct();

    private static string[] Some(Random random, int most) => [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => Words[random.Next(Words.Length)])];
}
