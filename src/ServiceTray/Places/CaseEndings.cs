namespace ServiceTray.Places;

/// <summary>The endings of the six local cases and the genitive, on names whose marks are taken off (ä is a).</summary>
internal static class CaseEndings
{
    private const int ShortestStem = 2;

    private static readonly string[] Plain = ["ssa", "sta", "lla", "lta", "lle", "seen", "n"];

    /// <summary>Every stem that is left when a word's ending is one that a case may have put there.</summary>
    public static IEnumerable<string> StemsOf(string word)
    {
        foreach (var ending in Plain)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal) && word.Length - ending.Length >= ShortestStem)
            {
                yield return word[..^ending.Length];
            }
        }

        if (word.Length < ShortestStem + 2 || word[^1] != 'n')
        {
            yield break;
        }

        // Into: Kuopio-on, Joensuu-hun
        var vowel = word[^2];
        if (word[^3] == vowel)
        {
            yield return word[..^2];
        }

        if (word.Length > ShortestStem + 2 && word[^3] == 'h' && word[^4] == vowel)
        {
            yield return word[..^3];
        }

        // Of many: Virto-jen, Järvi-en, Tehtai-den, Jorois-ten
        if (vowel == 'e')
        {
            if (word[^3] == 'i')
            {
                yield return word[..^2];
            }
            else if (word[^3] is 'j' or 'd' || (word[^3] == 't' && word[^4] == 's'))
            {
                yield return word[..^3];
            }
        }
    }
}
