using ServiceTray.Search.Analysis;

namespace ServiceTray.Search.Querying;

/// <summary>
/// Words asked of late with all that was found of them in a snapshot, each in the one place that its letters give it; what comes later
/// puts out what was there. Safe for any number of threads.
/// </summary>
internal sealed class KnownWords
{
    private const int Places = 1 << 15;

    private readonly KnownWord?[] _words = new KnownWord?[Places];
    private readonly int[] _askedOnce = new int[Places];

    /// <summary>The word as sought in these languages over the snapshot of this generation; null when it is not known.</summary>
    public SoughtWord? Find(string text, LanguageCode[] languages, long generation) =>
        Volatile.Read(ref _words[PlaceOf(text)]) is { } known && known.Generation == generation && known.Languages == languages && known.Word.Word.Text == text
            ? known.Word
            : null;

    /// <summary>Keeps a word that is asked again; most are asked once, and keeping costs as much as finding.</summary>
    public void Keep(SoughtWord word, LanguageCode[] languages, long generation)
    {
        var hash = string.GetHashCode(word.Word.Text, StringComparison.Ordinal);
        if (Interlocked.Exchange(ref _askedOnce[PlaceOf(hash)], hash) == hash)
        {
            Volatile.Write(ref _words[PlaceOf(hash)], new KnownWord(generation, languages, word));
        }
    }

    private static int PlaceOf(string text) => PlaceOf(string.GetHashCode(text, StringComparison.Ordinal));

    private static int PlaceOf(int hash) => hash & (Places - 1);

    private sealed record KnownWord(long Generation, LanguageCode[] Languages, SoughtWord Word);
}
