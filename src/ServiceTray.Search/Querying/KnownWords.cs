using ServiceTray.Search.Analysis;

namespace ServiceTray.Search.Querying;

/// <summary>Words asked of late with all that was found of them in a snapshot. Safe for any number of threads.</summary>
internal sealed class KnownWords
{
    private readonly RecentWords<KnownWord> _words = new();
    private readonly RecentWords<string> _askedOnce = new();

    /// <summary>The word as sought in these languages over the snapshot of this generation; null when it is not known.</summary>
    public SoughtWord? Find(string text, LanguageCode[] languages, long generation) =>
        _words[text] is { } known && known.Generation == generation && known.Languages == languages && known.Word.Word.Text == text ? known.Word : null;

    /// <summary>Keeps a word that is asked again; most are asked once, and keeping costs as much as finding.</summary>
    public void Keep(SoughtWord word, LanguageCode[] languages, long generation)
    {
        var text = word.Word.Text;
        if (_askedOnce[text] == text)
        {
            _words[text] = new KnownWord(generation, languages, word);
        }
        else
        {
            _askedOnce[text] = text;
        }
    }

    private sealed record KnownWord(long Generation, LanguageCode[] Languages, SoughtWord Word);
}
