namespace ServiceTray.Places;

/// <summary>The names most like words that are no name.</summary>
internal sealed class NearestSpellings(NameIndex index)
{
    private const int Most = 5;
    private const int MostCandidates = 4;

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
        var bound = Bound(word);
        foreach (var name in index.All)
        {
            // What is being typed is as good as one wrong letter.
            var distance = word.Length >= 3 && name.Key.StartsWith(word, StringComparison.Ordinal) ? 1 : EditDistance.Within(word, name.Key, bound);
            Keep(least, name, distance, bound);
        }

        foreach (var stripped in CaseEndings.StemsOf(word).Where(stem => stem.Length > 3).Distinct(StringComparer.Ordinal))
        {
            var stemBound = Bound(stripped);
            foreach (var (stem, names) in index.Stems)
            {
                var distance = EditDistance.Within(stripped, stem, stemBound);
                if (distance <= stemBound)
                {
                    names.ForEach(name => Keep(least, name, distance, stemBound));
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

    private static void Keep(Dictionary<PlaceName, int> least, PlaceName name, int distance, int bound)
    {
        if (distance <= bound && (!least.TryGetValue(name, out var before) || distance < before))
        {
            least[name] = distance;
        }
    }
}
