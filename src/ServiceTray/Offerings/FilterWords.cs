using System.Text.RegularExpressions;

namespace ServiceTray.Offerings;

/// <summary>Reads the words of a search that are filters, so that "ilmainen jumppa tänään" asks for exercise, free, today.</summary>
internal static partial class FilterWords
{
    /// <summary>The filter with what its words set, its text without them, and which they were; words that the filter names as only words are left.</summary>
    public static (OfferingFilter Filter, IReadOnlyList<AppliedFilter> Read) Read(OfferingFilter asked, DateOnly today)
    {
        if (asked.Text is not { } text)
        {
            return (asked, []);
        }

        var words = Words().Matches(text).Select(match => match).ToList();
        var kept = (asked.AsWords ?? []).Select(word => word.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var (filter, read, taken) = (asked, new List<AppliedFilter>(), new List<(int Start, int Length)>());
        for (var i = 0; i < words.Count; i++)
        {
            if (Longest(words, i) is not { } found || !found.Word.IsOpen(filter))
            {
                continue;
            }

            var (start, end) = (words[i].Index, words[i + found.Length - 1].Index + words[i + found.Length - 1].Length);
            var said = text[start..end];
            if (!kept.Contains(said))
            {
                filter = found.Word.Set(filter, today);
                read.Add(new AppliedFilter(found.Word.Filter, found.Word.Value, said));
                taken.Add((start, end - start));
                i += found.Length - 1;
            }
        }

        return read.Count == 0 ? (asked, []) : (filter with { Text = Without(text, taken) }, read);
    }

    private static (FilterWord Word, int Length)? Longest(List<Match> words, int at) =>
        (from word in FilterWord.All
         from phrase in word.Phrases
         let parts = phrase.Split(' ')
         where at + parts.Length <= words.Count && parts.Index().All(part => Is(words[at + part.Index].Value, part.Item))
         orderby parts.Length descending
         select ((FilterWord, int)?)(word, parts.Length)).FirstOrDefault();

    private static bool Is(string word, string part) => part.EndsWith('*')
        ? word.StartsWith(part[..^1], StringComparison.OrdinalIgnoreCase)
        : word.Equals(part, StringComparison.OrdinalIgnoreCase);

    private static string? Without(string text, List<(int Start, int Length)> taken)
    {
        foreach (var (start, length) in Enumerable.Reverse(taken))
        {
            text = text.Remove(start, length);
        }

        return Words().IsMatch(text) ? Spaces().Replace(text, " ").Trim() : null;
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{Nd}]+(?:-[\p{L}\p{M}\p{Nd}]+)*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
