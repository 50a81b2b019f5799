using ServiceTray.Search.Analysis;
using Xunit;

namespace ServiceTray.Search.Tests.Analysis;

public sealed class RecentWordsTests
{
    [Fact]
    public void Keeps_nearly_all_where_two_words_seldom_have_more_in_common_than_a_place()
    {
        var recent = new RecentWords<string>(word => word);
        string[] words = [.. Enumerable.Range(0, 4_000).Select(number => $"sana{number}")];
        Assert.All(words, word => Assert.Null(recent.Find(word)));
        Array.ForEach(words, recent.Keep);

        // By chance one in a hundred shares its two places with two later ones; of single places one in seventeen would be lost.
        Assert.InRange(words.Count(word => recent.Find(word) == word), 3_920, 4_000);
        Assert.Equal(words[^1], recent.Find(words[^1]));
    }
}
