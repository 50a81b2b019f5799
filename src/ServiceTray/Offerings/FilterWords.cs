using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ServiceTray.Offerings;

/// <summary>Reads the words of a search that are filters, so that "ilmainen jumppa tänään" asks for exercise, free, today.</summary>
internal static partial class FilterWords
{
    // By the letter that they begin with; the longest first, so that "tänä iltana" is not read as less.
    private static readonly FrozenDictionary<char, (FilterWord Word, string[] Parts)[]> Phrases = FilterWord.All
        .SelectMany(word => word.Phrases.Select(phrase => (word, parts: phrase.Split(' '))))
        .GroupBy(each => each.parts[0][0])
        .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(each => each.parts.Length).ToArray());

    /// <summary>The filter with what its words set, its text without them, and which they were; words that the filter names as only words are left.</summary>
    public static (OfferingFilter Filter, IReadOnlyList<AppliedFilter> Read) Read(OfferingFilter asked, DateTimeOffset now)
    {
        if (asked.Text is not { } text || !MayHold(text))
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
                filter = found.Word.Set(filter, now);
                read.Add(new AppliedFilter(found.Word.Filter, found.Word.Value, said));
                taken.Add((start, end - start));
                i += found.Length - 1;
            }
        }

        return read.Count == 0 ? (asked, []) : (filter with { Text = Without(text, taken) }, read);
    }

    // Most texts hold none of the phrases, which a look at where their words begin tells without cutting them.
    private static bool MayHold(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if ((i == 0 || !char.IsLetterOrDigit(text[i - 1])) && Phrases.TryGetValue(char.ToLowerInvariant(text[i]), out var phrases) && AnyBegins(text[i..], phrases))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AnyBegins(ReadOnlySpan<char> text, (FilterWord Word, string[] Parts)[] phrases)
    {
        foreach (var (_, parts) in phrases)
        {
            var first = parts[0].AsSpan().TrimEnd('*');
            if (text.StartsWith(first, StringComparison.OrdinalIgnoreCase)
                && (first.Length < parts[0].Length || first.Length == text.Length || !char.IsLetterOrDigit(text[first.Length])))
            {
                return true;
            }
        }

        return false;
    }

    private static (FilterWord Word, int Length)? Longest(List<Match> words, int at)
    {
        foreach (var (word, parts) in Phrases.GetValueOrDefault(char.ToLowerInvariant(words[at].ValueSpan[0]), []))
        {
            if (IsAt(words, at, parts))
            {
                return (word, parts.Length);
            }
        }

        return null;
    }

    private static bool IsAt(List<Match> words, int at, string[] parts)
    {
        if (at + parts.Length > words.Count)
        {
            return false;
        }

        for (var i = 0; i < parts.Length; i++)
        {
            if (!Is(words[at + i].ValueSpan, parts[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Is(ReadOnlySpan<char> word, ReadOnlySpan<char> part) => part is [.. var start, '*']
        ? word.StartsWith(start, StringComparison.OrdinalIgnoreCase)
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
