namespace ServiceTray.Search.Analysis.Finnish;

/// <summary>
/// A light stem: takes off case, plural and possessive endings, then makes the grades of the last consonants alike,
/// so that <c>päihde</c> and <c>päihteiden</c>, <c>retki</c> and <c>retkiä</c> meet. It may join too much; it never needs a dictionary.
/// </summary>
internal static class FinnishStem
{
    private const int Shortest = 3;

    private static readonly System.Buffers.SearchValues<char> Vowels = System.Buffers.SearchValues.Create("aeiouyäöå");

    private static readonly string[] Tails = ["kaan", "kään", "kin", "nsa", "nsä", "mme", "nne", "han", "hän"];

    // The longest first, so that a plural's ending goes with its vowel.
    private static readonly string[] Cases =
    [
        "issa", "issä", "ista", "istä", "illa", "illä", "ilta", "iltä", "ille", "iksi", "itta", "ittä", "itten", "iden", "siin", "seen",
        "ssa", "ssä", "sta", "stä", "lla", "llä", "lta", "ltä", "lle", "ksi", "tta", "ttä", "ien", "jen", "ihin",
        "ita", "itä", "ten", "ia", "iä", "ja", "jä",
    ];

    // Whole endings that would otherwise lose what belongs to the word; each stands behind a vowel.
    private static readonly (string End, string Instead)[] Bases =
    [
        ("nen", "s"), ("ton", "to"), ("tön", "tö"), ("utta", "us"), ("yttä", "ys"),
    ];

    private static readonly (string End, string Alike)[] WordEnds =
    [
        ("ttom", "to"), ("ttöm", "tö"),
        ("uuks", "uus"), ("yyks", "yys"), ("uut", "uus"), ("yyt", "yys"), ("uud", "uus"), ("yyd", "yys"),
        ("uks", "us"), ("yks", "ys"), ("iks", "is"), ("aks", "as"), ("eks", "es"), ("öks", "ös"), ("oks", "os"),
        ("im", ""),
    ];

    private static readonly (string End, string Alike)[] Grades =
    [
        ("kk", "k"), ("pp", "p"), ("tt", "t"), ("ng", "nk"), ("nn", "nt"), ("mm", "mp"), ("ll", "lt"), ("rr", "rt"), ("d", "t"), ("v", "p"),
    ];

    /// <summary>The stem of a lower-case word; a short word is its own stem.</summary>
    public static string Of(string word)
    {
        if (word.Length <= Shortest || !word.AsSpan().ContainsAny(Vowels))
        {
            return word;
        }

        var stem = WithoutTail(word.AsSpan());
        foreach (var (end, instead) in Bases)
        {
            if (stem.Length > end.Length + 2 && stem.EndsWith(end) && IsVowel(stem[^(end.Length + 1)]))
            {
                return string.Concat(stem[..^end.Length], instead);
            }
        }

        stem = WithoutVowels(WithoutCase(stem));
        stem = stem.Length > Shortest + 1 && stem[^1] == 'j' ? WithoutVowels(stem[..^1]) : stem;
        return Alike(Alike(stem.ToString(), WordEnds), Grades);
    }

    private static ReadOnlySpan<char> WithoutTail(ReadOnlySpan<char> word)
    {
        foreach (var tail in Tails)
        {
            if (word.Length >= tail.Length + Shortest + 2 && word.EndsWith(tail) && IsVowel(word[^(tail.Length + 1)]))
            {
                return word[..^tail.Length];
            }
        }

        return word;
    }

    private static ReadOnlySpan<char> WithoutCase(ReadOnlySpan<char> word)
    {
        foreach (var ending in Cases)
        {
            if (word.Length >= ending.Length + Shortest && word.EndsWith(ending))
            {
                return word[..^ending.Length];
            }
        }

        if (word.Length >= 6 && word[^1] == 'n' && IsVowel(word[^2]) && word[^3] == 'h' && word[^4] == word[^2])
        {
            return word[..^3];
        }

        if (word.Length >= 7 && (word.EndsWith("na") || word.EndsWith("nä")) && IsVowel(word[^3]))
        {
            return word[..^2];
        }

        return word.Length > Shortest + 1 && word[^1] is 'n' or 't' && IsVowel(word[^2]) ? word[..^1] : word;
    }

    private static ReadOnlySpan<char> WithoutVowels(ReadOnlySpan<char> word)
    {
        while (word.Length > Shortest && IsVowel(word[^1]))
        {
            word = word[..^1];
        }

        return word;
    }

    private static string Alike(string stem, (string End, string Alike)[] rules)
    {
        foreach (var (end, alike) in rules)
        {
            if (stem.Length >= end.Length + Shortest - 1 && stem.EndsWith(end, StringComparison.Ordinal))
            {
                return string.Concat(stem.AsSpan(0, stem.Length - end.Length), alike);
            }
        }

        return stem;
    }

    private static bool IsVowel(char letter) => Vowels.Contains(letter);
}
