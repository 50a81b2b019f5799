using System.Diagnostics.CodeAnalysis;

namespace ServiceTray.Needs;

/// <summary>
/// Words that must all stand in a text, in any order: bars part the ways a word may be told, a star stands for any ending, and
/// <c>!</c> for a word that denies. Case, accents and dots do not count.
/// </summary>
internal sealed class NeedPhrase
{
    public const string Denial = "!";

    public const int ShortestStem = 2;

    public const int LongestBeginning = 5;

    private readonly (string Stem, bool AnyEnding)[][] words;

    private NeedPhrase((string, bool)[][] words) => this.words = words;

    /// <summary>Beginnings that one word of any text it stands in must have.</summary>
    public IEnumerable<string> Beginnings => Rarest.Select(way => way.Stem[..Math.Min(LongestBeginning, way.Stem.Length)]).Distinct();

    // Of a phrase's words the one with the longest least stem tells most.
    private (string Stem, bool AnyEnding)[] Rarest => words.MaxBy(ways => ways.Min(way => way.Stem.Length))!;

    /// <summary>The phrase, or why it is none.</summary>
    public static bool TryRead(string written, IReadOnlyList<string> denials, [NotNullWhen(true)] out NeedPhrase? phrase, [NotNullWhen(false)] out string? problem)
    {
        phrase = null;
        var parts = written.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        problem = parts.Length == 0 ? "it has no words"
            : parts.All(part => part == Denial) ? "it only denies"
            : parts.SelectMany(part => part.Split('|')).FirstOrDefault(way => !IsWay(way)) is { } wrong ? $"'{wrong}' is no word of {ShortestStem} letters or more, a star at most at its end"
            : null;
        if (problem is null)
        {
            phrase = new NeedPhrase([.. parts.Select(part => Ways(part, denials))]);
        }

        return phrase is not null;
    }

    public bool StandsIn(IReadOnlyList<string> text)
    {
        foreach (var ways in words)
        {
            if (!Any(ways, text))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Any((string Stem, bool AnyEnding)[] ways, IReadOnlyList<string> text)
    {
        foreach (var (stem, anyEnding) in ways)
        {
            for (var i = 0; i < text.Count; i++)
            {
                if (anyEnding ? text[i].StartsWith(stem, StringComparison.Ordinal) : text[i] == stem)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsWay(string way) =>
        way == Denial || (!way.StartsWith('@') && NeedWords.Of(way.EndsWith('*') ? way[..^1] : way) is [{ Length: >= ShortestStem }]);

    private static (string, bool)[] Ways(string part, IReadOnlyList<string> denials) =>
    [
        .. part.Split('|').SelectMany(way => way == Denial
            ? denials.Select(denial => (NeedWords.Folded(denial), false))
            : [(NeedWords.Folded(way.TrimEnd('*')), way.EndsWith('*'))]),
    ];
}
