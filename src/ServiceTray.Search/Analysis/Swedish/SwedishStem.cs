namespace ServiceTray.Search.Analysis.Swedish;

/// <summary>A stem of Swedish words in the manner of Snowball's Swedish algorithm: inflection, then doubled consonants, then -lig, -ig, -els.</summary>
internal static class SwedishStem
{
    // The longest that fits is taken off.
    private static readonly string[] Inflections =
    [
        "heterna", "hetens", "anden", "andes", "andet", "arens", "arnas", "ernas", "heten", "heter", "ornas",
        "ades", "ande", "aren", "arna", "arne", "aste", "erna", "erns", "orna", "ade", "are", "ast", "ens", "ern", "het",
        "ad", "ar", "as", "at", "en", "er", "es", "or", "a", "e",
    ];

    private static readonly string[] Doubled = ["dd", "gd", "nn", "dt", "gt", "kt", "tt"];

    /// <summary>The stem of a lower-case word.</summary>
    public static string Of(string word)
    {
        var region = Region(word);
        if (region >= word.Length)
        {
            return word;
        }

        var stem = WithoutInflection(word, region);
        foreach (var pair in Doubled)
        {
            if (Ends(stem, pair, region))
            {
                stem = stem[..^1];
                break;
            }
        }

        return WithoutDerivation(stem, region);
    }

    private static string WithoutInflection(string word, int region)
    {
        foreach (var ending in Inflections)
        {
            if (Ends(word, ending, region))
            {
                return word[..^ending.Length];
            }
        }

        return Ends(word, "s", region) && "bcdfghjklmnoprtvy".Contains(word[^2]) ? word[..^1] : word;
    }

    private static string WithoutDerivation(string stem, int region)
    {
        if (Ends(stem, "lig", region) || Ends(stem, "els", region))
        {
            return stem[..^3];
        }

        if (Ends(stem, "ig", region))
        {
            return stem[..^2];
        }

        return Ends(stem, "löst", region) || Ends(stem, "fullt", region) ? stem[..^1] : stem;
    }

    // After the first consonant that follows a vowel, and never within the first three letters.
    private static int Region(string word)
    {
        for (var i = 1; i < word.Length; i++)
        {
            if (IsVowel(word[i - 1]) && !IsVowel(word[i]))
            {
                return Math.Max(3, i + 1);
            }
        }

        return word.Length;
    }

    private static bool Ends(string word, string ending, int region) =>
        word.Length - ending.Length >= region && word.EndsWith(ending, StringComparison.Ordinal);

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'å' or 'ä' or 'ö';
}
