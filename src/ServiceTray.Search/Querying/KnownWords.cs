using ServiceTray.Search.Analysis;

namespace ServiceTray.Search.Querying;

/// <summary>Words asked of late with all that was found of them in a snapshot. Safe for any number of threads.</summary>
internal sealed class KnownWords
{
    private readonly RecentWords<KnownWord> _words = new(known => known.Text);
    private readonly RecentWords<string> _askedOnce = new(word => word);

    /// <summary>The word as sought in these languages over the snapshot of this generation; null when it is not known.</summary>
    public SoughtWord? Find(string text, LanguageCode[] languages, long generation) =>
        _words.Find(text) is { } known && known.Generation == generation && known.Languages == languages ? known.Word : null;

    /// <summary>Keeps a word that is asked again; most are asked once, and keeping costs as much as finding.</summary>
    public void Keep(SoughtWord word, LanguageCode[] languages, long generation)
    {
        if (_askedOnce.Find(word.Word.Text) is null)
        {
            _askedOnce.Keep(word.Word.Text);
        }
        else
        {
            _words.Keep(new KnownWord(word.Word.Text, generation, languages, word));
        }
    }

    private sealed record KnownWord(string Text, long Generation, LanguageCode[] Languages, SoughtWord Word);
}
