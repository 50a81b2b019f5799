using ServiceTray.Languages;

namespace ServiceTray.Offerings.Duplicates;

/// <summary>How alike two names are: the share of three-letter pieces that they have in common (Dice), over the languages in which they are most alike.</summary>
internal static class NameLikeness
{
    public static double Of(LocalizedText one, LocalizedText other) =>
        one.SelectMany(text => other.Select(like => Of(text.Value, like.Value))).DefaultIfEmpty().Max();

    public static double Of(string one, string other)
    {
        var (pieces, others) = (Pieces(one), Pieces(other));
        return pieces.Count + others.Count == 0 ? 0 : 2.0 * pieces.Count(others.Contains) / (pieces.Count + others.Count);
    }

    // Letters and digits count, however they are parted and written.
    private static HashSet<string> Pieces(string name)
    {
        var letters = string.Concat(name.Select(letter => char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' '));
        var words = string.Join(' ', letters.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return words.Length == 0 ? [] : [.. Enumerable.Range(0, words.Length).Select(at => $" {words} ".Substring(at, 3))];
    }
}
