namespace ServiceTray.Search.Analysis.Finnish;

/// <summary>The Finnish chain: what the morphology knows, else the managed reading.</summary>
internal sealed class FinnishReader(IFinnishMorphology morphology) : ILanguageChain
{
    private readonly ManagedMorphology _unknown = new();

    public string Name => "fi-" + morphology.Version;

    public float GramWeight => morphology.GramWeight;

    public bool Read(string word, List<Reading> readings)
    {
        var before = readings.Count;
        if (morphology.Read(word, readings))
        {
            return true;
        }

        if (readings.Count == before)
        {
            _unknown.Read(word, readings);
        }

        return false;
    }

    public IReadOnlyList<string> Suggest(string word) => morphology.Suggest(word);

    public bool IsStopWord(string word) => FinnishStopWords.All.Contains(word);
}
