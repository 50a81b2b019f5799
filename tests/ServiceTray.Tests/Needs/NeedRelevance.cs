using ServiceTray.Needs;
using ServiceTray.Offerings;
using ServiceTray.Search.Analysis.Finnish;
using ServiceTray.Search.Querying;
using ServiceTray.Search.Tests.Relevance;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Needs;

/// <summary>Holds the quality of search with the lexicon just under what is reached, on the project's own judged queries and the shared ones.</summary>
public sealed class NeedRelevance
{
    private static readonly NeedLexicon Lexicon = NeedLexiconReader.Read(NeedLexiconFiles.Folder);

    [SkippableTheory]
    [InlineData("local-docs.tsv", "needs", FinnishChain.Voikko, 0.92)]
    [InlineData("local-docs.tsv", "needs", FinnishChain.Managed, 0.92)]
    [InlineData("local-docs-sv-en.tsv", "sv", FinnishChain.Managed, 0.97)]
    [InlineData("local-docs-sv-en.tsv", "en", FinnishChain.Managed, 0.95)]
    public void Finds_what_is_meant_by_our_own_queries(string documents, string set, FinnishChain chain, double floor)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests/ServiceTray.Search.Tests/Relevance"), $"own-{set}-*.tsv"))
        {
            AssertAtLeast(floor, documents, JudgedFiles.Queries(file), chain);
        }
    }

    [SkippableTheory]
    [InlineData("local", FinnishChain.Voikko, 0.90)]
    [InlineData("ptv", FinnishChain.Voikko, 0.81)]
    [InlineData("local", FinnishChain.Managed, 0.88)]
    [InlineData("ptv", FinnishChain.Managed, 0.80)]
    public void Finds_what_is_meant_by_the_shared_queries(string set, FinnishChain chain, double floor) => AssertAtLeast(
        floor, set + "-docs.tsv", JudgedFiles.Queries(Path.Combine(SharedFolder.Relevance(), set + "-queries.tsv")).Where(query => !query.IsSwedishOrEnglish), chain);

    [SkippableFact]
    public void Keeps_every_hit_that_the_words_alone_have()
    {
        var folder = SharedFolder.Relevance();
        var documents = JudgedFiles.Finnish(Path.Combine(folder, "local-docs.tsv"));
        var (plain, seeking) = (new RelevanceRun(documents, FinnishChain.Managed), Run(documents, FinnishChain.Managed));
        foreach (var query in JudgedFiles.Queries(Path.Combine(folder, "local-queries.tsv")))
        {
            Assert.Empty(plain.All(query.Text).Except(seeking.All(query.Text)));
        }
    }

    private static void AssertAtLeast(double floor, string documents, IEnumerable<JudgedQuery> queries, FinnishChain chain)
    {
        var path = Path.Combine(SharedFolder.Relevance(), documents);
        var run = Run(documents.Contains("sv-en", StringComparison.Ordinal) ? JudgedFiles.SwedishAndEnglish(path) : JudgedFiles.Finnish(path), chain);
        var reached = Measure.Mean([.. run.Judge(queries).Select(judged => judged.Measure)]);
        Assert.True(reached.Ndcg >= floor, $"nDCG@10 is {reached.Ndcg:0.000}, the floor {floor:0.000}");
    }

    private static RelevanceRun Run(IReadOnlyDictionary<string, IReadOnlyList<ServiceTray.Search.Indexing.DocumentText>> documents, FinnishChain chain)
    {
        try
        {
            return new RelevanceRun(documents, chain, null, text => new SearchQuery { Text = text, Expansions = NeedExpansions.Of(Lexicon.Find(text, null)) });
        }
        catch (InvalidOperationException) when (chain == FinnishChain.Voikko)
        {
            Skip.If(true, "Voikko is not installed here.");
            throw;
        }
    }
}
