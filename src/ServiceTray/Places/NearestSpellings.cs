using System.Numerics;

namespace ServiceTray.Places;

/// <summary>The names most like words that are no name.</summary>
internal sealed class NearestSpellings
{
    private const int Most = 5;
    private const int MostCandidates = 4;

    private readonly Spelling[] names;
    private readonly Spelling[] stems;

    /// <summary>Over the names of an index.</summary>
    public NearestSpellings(NameIndex index)
    {
        names = [.. index.Names.Select(pair => new Spelling(pair.Key, Letters(pair.Key), pair.Value))];
        stems = [.. index.Stems.Select(pair => new Spelling(pair.Key, Letters(pair.Key), pair.Value))];
    }

    /// <summary>At most five names as they are spelled, the nearest first; a municipality before an area as near.</summary>
    public IReadOnlyList<string> To(IReadOnlyList<PlaceWord> words)
    {
        // Numbers are not mistyped names. The whole, as a name in parts, and its longest words, as one of them is wrong.
        var letters = words.Where(word => !word.Key.Any(char.IsAsciiDigit)).Select(word => word.Key).ToList();
        var candidates = letters.OrderByDescending(word => word.Length).Take(MostCandidates - 1)
            .Append(string.Concat(letters)).Where(word => word.Length is >= 2 and <= 40).Distinct(StringComparer.Ordinal);
        var least = new Dictionary<PlaceName, int>();
        foreach (var candidate in candidates)
        {
            Measure(candidate, least);
        }

        return [.. least.OrderBy(pair => pair.Value).ThenBy(pair => SpotOrder.Rank(pair.Key.Spot))
            .ThenBy(pair => pair.Key.Shown, StringComparer.Ordinal)
            .Select(pair => pair.Key.Shown).Distinct(StringComparer.Ordinal).Take(Most)];
    }

    private void Measure(string word, Dictionary<PlaceName, int> least)
    {
        Measure(word, names, least);
        if (word.Length >= 3)
        {
            // What is being typed is as good as one wrong letter.
            foreach (var spelling in names.Where(spelling => spelling.Key.StartsWith(word, StringComparison.Ordinal)))
            {
                Keep(least, spelling, 1);
            }
        }

        foreach (var stripped in CaseEndings.StemsOf(word).Where(stem => stem.Length > 3).Distinct(StringComparer.Ordinal))
        {
            Measure(stripped, stems, least);
        }
    }

    private static void Measure(string word, Spelling[] spellings, Dictionary<PlaceName, int> least)
    {
        var bound = Bound(word);
        var letters = Letters(word);
        foreach (var spelling in spellings)
        {
            // A change makes at most two letters differ: most names are ruled out without being compared.
            if (BitOperations.PopCount(letters ^ spelling.Letters) <= 2 * bound)
            {
                var distance = EditDistance.Within(word, spelling.Key, bound);
                if (distance <= bound)
                {
                    Keep(least, spelling, distance);
                }
            }
        }
    }

    // A third of a short name wrong is another name.
    private static int Bound(string word) => word.Length switch
    {
        < 3 => 0,
        < 6 => 1,
        < 10 => 2,
        _ => 3,
    };

    private static void Keep(Dictionary<PlaceName, int> least, Spelling spelling, int distance)
    {
        foreach (var name in spelling.Names)
        {
            if (!least.TryGetValue(name, out var before) || distance < before)
            {
                least[name] = distance;
            }
        }
    }

    // A set of letters as bits; that two letters may share a bit only lets more through.
    private static uint Letters(string word)
    {
        var letters = 0u;
        foreach (var letter in word)
        {
            letters |= 1u << (letter & 31);
        }

        return letters;
    }

    private readonly record struct Spelling(string Key, uint Letters, List<PlaceName> Names);
}
