namespace ServiceTray.Search.Analysis.Finnish;

/// <summary>Reads Finnish without a dictionary: the light stem, and the parts of compounds that show a joint.</summary>
internal sealed class ManagedMorphology : IFinnishMorphology
{
    private const float PartWeight = 0.6f;

    public string Name => "managed";

    public string Version => "managed-1";

    public float GramWeight => 0.35f;

    public bool Read(string word, List<Reading> readings)
    {
        readings.Add(new Reading(FinnishStem.Of(word), 1f));
        FinnishCompounds.Read(word, PartWeight, readings);
        return false;
    }

    public IReadOnlyList<string> Suggest(string word) => [];
}
