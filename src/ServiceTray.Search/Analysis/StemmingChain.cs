using System.Collections.Frozen;

namespace ServiceTray.Search.Analysis;

/// <summary>For languages that a stemmer serves: the stem of the word, and its pieces.</summary>
internal sealed class StemmingChain(string name, float gramWeight, Func<string, string> stem, FrozenSet<string> stopWords) : ILanguageChain
{
    public string Name => name;

    public float GramWeight => gramWeight;

    public bool Read(string word, List<Reading> readings)
    {
        readings.Add(new Reading(stem(word), 1f));
        return false;
    }

    public bool IsStopWord(string word) => stopWords.Contains(word);
}
