using ServiceTray.Languages;
using ServiceTray.Needs;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Needs;

/// <summary>The lexicon that ships, and what is told of one that is wrong.</summary>
public sealed class NeedLexiconFiles
{
    internal static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "seed-data", "needs");

    private static readonly NeedLexicon Lexicon = NeedLexiconReader.Read(Folder);

    [Fact]
    public void Hold_some_hundreds_of_ways_to_say_a_need_in_each_language()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            Assert.InRange(Lexicon.Entries.Sum(entry => entry.Said[language].Count), 200, 3_000);
        }
    }

    [Fact]
    public void Have_no_phrase_that_is_a_judged_query_word_for_word()
    {
        var judged = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests/ServiceTray.Search.Tests/Relevance"), "*.tsv")
            .Concat(SharedQueries())
            .SelectMany(File.ReadLines).Where(line => line.Length > 0).Select(line => line.Split('\t')[1].ToLowerInvariant()).ToHashSet();
        Assert.True(judged.Count >= 190);
        Assert.DoesNotContain(Lexicon.Entries.SelectMany(entry => entry.Said.Values).SelectMany(said => said), phrase => Spoken(phrase).Any(judged.Contains));
    }

    [Fact]
    public void Tell_all_that_is_wrong_at_once()
    {
        var folder = Directory.CreateTempSubdirectory("needs").FullName;
        File.WriteAllText(Path.Combine(folder, "lexicon.json"), """{"version":"1","negations":{"fi":["ei"],"sv":["inte"],"en":["not"]},"classes":{"fi":{"kin":"isä|äiti"},"sv":{},"en":{}},"sources":{"s":"here"}}""");
        File.WriteAllText(Path.Combine(folder, "a.json"), """
            [{"key":"k","themes":["MIND"],"reason":"r","from":{"said":"s","seek":"nowhere"},"said":{"fi":["!","uni"],"sv":["sömn"]},"seek":{"fi":["uni"],"sv":["sömn"],"en":["sleep"]}},
             {"key":"k","themes":[],"reason":"","from":{"said":"s","seek":"s"},"said":{"fi":["@kin unta","@kit unta"],"sv":["sömn"],"en":["sleep"]},"seek":{"fi":["..."],"sv":["sömn"],"en":["sleep"]}}]
            """);
        File.WriteAllText(Path.Combine(folder, "b.json"), "[{");
        var told = Assert.Throws<InvalidDataException>(() => NeedLexiconReader.Read(folder)).Message;
        Assert.All(["k stands twice", "nowhere", "only denies", "said by nobody in en", "no theme", "no reason", "'...'", "b.json", "'@kit'"], wrong => Assert.Contains(wrong, told, StringComparison.Ordinal));
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("en millään saa nukahdettua", "sleepless")]
    [InlineData("tili on taas tyhjä", "money-is-out")]
    [InlineData("MUN MIES HAKKAA", "violence")]
    [InlineData("jag får ingen sömn", "sleepless")]
    [InlineData("nobody visits me", "lonely")]
    public void Find_the_need_in_words_of_other_form_and_order(string text, string need) =>
        Assert.Contains(need, Lexicon.Find(text, null).Select(entry => entry.Key));

    [Theory]
    [InlineData("uimahalli")]
    [InlineData("velkaneuvonta")]
    [InlineData("taidenäyttely")]
    [InlineData("rakennusvalvonta")]
    [InlineData("")]
    [InlineData("! * | ..")]
    public void Read_no_need_into_the_name_of_a_service(string text) => Assert.Empty(Lexicon.Find(text, null));

    // A phrase of which every word has one way, as it would be typed: the star's ending left out, a denial in each word for it.
    private static IEnumerable<string> Spoken(string phrase) => phrase.Contains('|') ? [] : phrase.Split(' ')
        .Aggregate((IEnumerable<string>)[""], (said, word) => said.SelectMany(before => Ways(word).Select(way => before.Length == 0 ? way : $"{before} {way}")));

    private static IEnumerable<string> Ways(string word) => word == NeedPhrase.Denial ? ["ei", "en", "inte", "no", "not", "can't", "don't"] : [word.TrimEnd('*')];

    private static IEnumerable<string> SharedQueries()
    {
        var shared = Path.Combine(Repository.Root, "../shared/data/relevance/local-queries.tsv");
        return File.Exists(shared) ? [shared] : [];
    }
}
