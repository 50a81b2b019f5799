namespace ServiceTray.Search.Analysis;

/// <summary>The four-letter pieces of a word, which meet where inflection, compounding and small typos part the words.</summary>
internal static class LetterGrams
{
    /// <summary>Letters in a piece.</summary>
    public const int Length = 4;

    /// <summary>Adds the distinct pieces of a word, å, ä and ö folded; a shorter word has none.</summary>
    public static void Read(string word, List<string> grams)
    {
        Span<char> folded = stackalloc char[WordReader.LongestWord];
        var length = 0;
        foreach (var letter in word)
        {
            if (letter is not ('-' or '\u2010' or '\u2011') && length < folded.Length)
            {
                folded[length++] = Fold(letter);
            }
        }

        for (var i = 0; i + Length <= length; i++)
        {
            var gram = new string(folded.Slice(i, Length));
            if (!grams.Contains(gram))
            {
                grams.Add(gram);
            }
        }
    }

    /// <summary>A letter without what is easily left out when typing.</summary>
    public static char Fold(char letter) => letter switch
    {
        'å' or 'ä' or 'á' or 'à' => 'a',
        'ö' or 'ó' or 'ø' => 'o',
        'é' or 'è' => 'e',
        'ü' => 'u',
        'š' => 's',
        'ž' => 'z',
        _ => letter,
    };
}
