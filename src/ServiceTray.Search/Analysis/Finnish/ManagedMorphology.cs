namespace ServiceTray.Search.Analysis.Finnish;

/// <summary>Reads Finnish by the light stem alone, on machines without a dictionary.</summary>
internal sealed class ManagedMorphology : IFinnishMorphology
{
    public string Name => "managed";

    public string Version => "managed-1";

    public float GramWeight => 0.35f;

    public void Read(string word, List<Reading> readings) => readings.Add(new Reading(FinnishStem.Of(word), 1f));

    public IReadOnlyList<string> Suggest(string word) => [];
}
