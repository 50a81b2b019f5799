namespace ServiceTray.Surveys;

/// <summary>A word of a phrase, in one or several ways parted by bars, each as it stands or with any ending.</summary>
internal sealed record PhraseWord(IReadOnlyList<(string Stem, bool AnyEnding)> Ways)
{
    public static PhraseWord Of(string written) => new([.. written.Split('|').Select(Way)]);

    /// <summary>The letters such a word may begin with.</summary>
    public IEnumerable<char> FirstLetters => Ways.Select(way => way.Stem[0]).Distinct();

    public bool Is(string word)
    {
        foreach (var (stem, anyEnding) in Ways)
        {
            if (anyEnding ? word.StartsWith(stem, StringComparison.Ordinal) : word == stem)
            {
                return true;
            }
        }

        return false;
    }

    private static (string Stem, bool AnyEnding) Way(string written)
    {
        var stem = PhraseSet.Folded(written.TrimEnd('*'));
        return stem.Length > 0 ? (stem, written.EndsWith('*')) : throw new ArgumentException("A star alone would be any word.", nameof(written));
    }
}
