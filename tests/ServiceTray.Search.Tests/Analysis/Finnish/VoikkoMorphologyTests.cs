using ServiceTray.Search.Analysis;
using ServiceTray.Search.Analysis.Finnish;
using Xunit;

namespace ServiceTray.Search.Tests.Analysis.Finnish;

public sealed class VoikkoMorphologyTests
{
    [SkippableTheory]
    [InlineData("uimahallissa", "uimahalli")]
    [InlineData("kävelijöille", "kävelijä")]
    [InlineData("päihteiden", "päihde")]
    public void Gives_the_base_form(string word, string baseForm) =>
        Assert.Contains(new Reading(baseForm, 1f), Read(Voikko(), word));

    [SkippableFact]
    public void Does_not_know_every_word() => Assert.Empty(Read(Voikko(), "xqzzt"));

    [SkippableTheory]
    [InlineData("\uD800")]
    [InlineData("🙂")]
    [InlineData("مرحبا")]
    public void Bears_what_is_no_Finnish(string word) => Assert.Empty(Read(Voikko(), word));

    [SkippableFact]
    public void Suggests_near_words() => Assert.Contains("uimahalli", Voikko().Suggest("uimahali"));

    [SkippableFact]
    public void Reads_alike_from_eight_threads_at_once()
    {
        var voikko = Voikko();
        string[] words = ["kävelyryhmiä", "velkaneuvonta", "päihteet", "altaassa", "kuopiossa", "juomisen", "xqzzt", "mielenterveyskuntoutujille"];
        var alone = words.Select(word => Read(voikko, word)).ToArray();
        Parallel.For(0, 8 * 2_000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, turn =>
            Assert.Equal(alone[turn % words.Length], Read(voikko, words[turn % words.Length])));
    }

    [Fact]
    public void Says_why_when_the_dictionary_is_not_where_it_is_told()
    {
        Assert.True(VoikkoMorphology.TryOpen("/nowhere", out var reason) is not null || !string.IsNullOrWhiteSpace(reason));
        var chosen = FinnishMorphologies.Choose(FinnishChain.Managed, null, out var why);
        Assert.Equal(("managed", null), (chosen.Name, why));
    }

    private static VoikkoMorphology Voikko()
    {
        var voikko = VoikkoMorphology.TryOpen(null, out var reason);
        Skip.If(voikko is null, reason);
        return voikko;
    }

    private static List<Reading> Read(VoikkoMorphology voikko, string word)
    {
        var readings = new List<Reading>();
        voikko.Read(word, readings);
        return readings;
    }
}
