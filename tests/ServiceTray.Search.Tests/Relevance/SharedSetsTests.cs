using ServiceTray.Search.Analysis.Finnish;
using Xunit;

namespace ServiceTray.Search.Tests.Relevance;

/// <summary>Holds the quality of search on the shared judgements just under what is reached.</summary>
public sealed class SharedSetsTests
{
    [SkippableTheory]
    [InlineData("local", FinnishChain.Voikko, 0.82)]
    [InlineData("ptv", FinnishChain.Voikko, 0.81)]
    [InlineData("local", FinnishChain.Managed, 0.78)]
    [InlineData("ptv", FinnishChain.Managed, 0.80)]
    public void Finds_what_is_meant_in_Finnish(string set, FinnishChain chain, double floor)
    {
        var folder = SharedFolder.Relevance();
        SkipWithoutVoikko(chain);
        var run = new RelevanceRun(JudgedFiles.Finnish(Path.Combine(folder, set + "-docs.tsv")), chain);
        var queries = JudgedFiles.Queries(Path.Combine(folder, set + "-queries.tsv")).Where(query => !query.IsSwedishOrEnglish);
        AssertAtLeast(floor, run, queries);
    }

    [SkippableFact]
    public void Finds_what_is_meant_in_Swedish_and_English()
    {
        var folder = SharedFolder.Relevance();
        var run = new RelevanceRun(JudgedFiles.SwedishAndEnglish(Path.Combine(folder, "local-docs-sv-en.tsv")), FinnishChain.Managed);
        AssertAtLeast(0.8, run, JudgedFiles.Queries(Path.Combine(folder, "local-queries.tsv")).Where(query => query.IsSwedishOrEnglish));
    }

    private static void AssertAtLeast(double floor, RelevanceRun run, IEnumerable<JudgedQuery> queries)
    {
        var reached = Measure.Mean([.. run.Judge(queries).Select(judged => judged.Measure)]);
        Assert.True(reached.Ndcg >= floor, $"nDCG@10 is {reached.Ndcg:0.000}, the floor {floor:0.000}");
    }

    private static void SkipWithoutVoikko(FinnishChain chain) =>
        Skip.If(chain == FinnishChain.Voikko && VoikkoMorphology.TryOpen(null, out _) is null, "Voikko is not installed here.");
}
