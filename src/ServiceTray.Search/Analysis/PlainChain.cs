namespace ServiceTray.Search.Analysis;

/// <summary>For languages without a chain of their own: the word as it stands, and its pieces.</summary>
internal sealed class PlainChain : ILanguageChain
{
    public string Name => "plain-1";

    public float GramWeight => 0.2f;

    public bool Read(string word, List<Reading> readings)
    {
        readings.Add(new Reading(word, 1f));
        return false;
    }

    public bool IsStopWord(string word) => false;
}
