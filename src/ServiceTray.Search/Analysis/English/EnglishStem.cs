namespace ServiceTray.Search.Analysis.English;

/// <summary>A stem of English words after M. F. Porter, "An algorithm for suffix stripping" (1980): plural and tense, then derivation.</summary>
internal static class EnglishStem
{
    private static readonly (string End, string Instead)[] Long =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("abli", "able"), ("alli", "al"),
        ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"),
        ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"),
    ];

    private static readonly (string End, string Instead)[] Middle =
    [
        ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""),
    ];

    private static readonly string[] Last =
    [
        "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion", "al", "er", "ic", "ou",
    ];

    /// <summary>The stem of a lower-case word.</summary>
    public static string Of(string word)
    {
        if (word.Length < 3)
        {
            return word;
        }

        var stem = Plural(word);
        stem = Tense(stem);
        if (stem.Length > 2 && stem[^1] == 'y' && HasVowel(stem.AsSpan(0, stem.Length - 1)))
        {
            stem = string.Concat(stem.AsSpan(0, stem.Length - 1), "i");
        }

        stem = Replace(Replace(stem, Long), Middle);
        return Tidy(WithoutLast(stem));
    }

    private static string Plural(string word) => word switch
    {
        _ when Ends(word, "sses") || Ends(word, "ies") => word[..^2],
        _ when Ends(word, "s") && !Ends(word, "ss") && !Ends(word, "us") => word[..^1],
        _ => word,
    };

    private static string Tense(string word)
    {
        if (Ends(word, "eed"))
        {
            return Measure(word.AsSpan(0, word.Length - 3)) > 0 ? word[..^1] : word;
        }

        var ending = Ends(word, "ed") ? 2 : Ends(word, "ing") ? 3 : 0;
        if (ending == 0 || !HasVowel(word.AsSpan(0, word.Length - ending)))
        {
            return word;
        }

        var stem = word[..^ending];
        if (Ends(stem, "at") || Ends(stem, "bl") || Ends(stem, "iz") || (Measure(stem) == 1 && IsShort(stem)))
        {
            return stem + "e";
        }

        return stem.Length > 2 && stem[^1] == stem[^2] && IsConsonant(stem, stem.Length - 1) && stem[^1] is not ('l' or 's' or 'z')
            ? stem[..^1]
            : stem;
    }

    private static string Replace(string word, (string End, string Instead)[] rules)
    {
        foreach (var (end, instead) in rules)
        {
            if (Ends(word, end))
            {
                var stem = word.AsSpan(0, word.Length - end.Length);
                return Measure(stem) > 0 ? string.Concat(stem, instead) : word;
            }
        }

        return word;
    }

    private static string WithoutLast(string word)
    {
        foreach (var end in Last)
        {
            if (Ends(word, end))
            {
                var stem = word[..^end.Length];
                return Measure(stem) > 1 && (end != "ion" || stem[^1] is 's' or 't') ? stem : word;
            }
        }

        return word;
    }

    private static string Tidy(string word)
    {
        if (Ends(word, "e"))
        {
            var stem = word[..^1];
            if (Measure(stem) > 1 || (Measure(stem) == 1 && !IsShort(stem)))
            {
                word = stem;
            }
        }

        return Ends(word, "ll") && Measure(word) > 1 ? word[..^1] : word;
    }

    // How many times a consonant follows a vowel: Porter's m.
    private static int Measure(ReadOnlySpan<char> word)
    {
        var measure = 0;
        for (var i = 1; i < word.Length; i++)
        {
            if (IsConsonant(word, i) && !IsConsonant(word, i - 1))
            {
                measure++;
            }
        }

        return measure;
    }

    private static bool IsShort(ReadOnlySpan<char> word) =>
        word.Length > 2 && IsConsonant(word, word.Length - 1) && !IsConsonant(word, word.Length - 2)
        && IsConsonant(word, word.Length - 3) && word[^1] is not ('w' or 'x' or 'y');

    private static bool HasVowel(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (!IsConsonant(word, i))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsConsonant(ReadOnlySpan<char> word, int i) => word[i] switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' => false,
        'y' => i == 0 || !IsConsonant(word, i - 1),
        _ => true,
    };

    private static bool Ends(string word, string ending) => word.EndsWith(ending, StringComparison.Ordinal);
}
