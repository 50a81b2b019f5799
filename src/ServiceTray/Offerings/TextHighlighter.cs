using ServiceTray.Languages;
using ServiceTray.Search;
using ServiceTray.Search.Querying;

namespace ServiceTray.Offerings;

/// <summary>Shows where the words sought stand in the texts of an offering.</summary>
internal sealed class TextHighlighter(SearchIndex index)
{
    private const int Before = 60;
    private const int Longest = 240;

    /// <summary>The texts that any word is found in: name, summary, and of the description the part around the first.</summary>
    public IReadOnlyList<Highlight> Of(Offering offering, SearchQuery query, Language language) => query.Text is null ? [] :
    [
        .. new[] { ("name", offering.Name.TextOrNull(language)), ("summary", offering.Summary.TextOrNull(language)), ("description", offering.Description.TextOrNull(language)) }
            .Select(each => (Field: each.Item1, Found: each.Item2 is { } text ? index.Highlight(text.Value, text.Language, query) : null))
            .Where(each => each.Found is { Spans.Count: > 0 })
            .Select(each => new Highlight(each.Field, Fragments(each.Found!))),
    ];

    private static List<Fragment> Fragments(HighlightedText found)
    {
        var (start, end) = Part(found);
        var fragments = new List<Fragment>();
        var at = start;
        foreach (var span in found.Spans.Where(span => span.Start >= start && span.Start + span.Length <= end))
        {
            Add(found.Text[at..span.Start], false);
            at = span.Start + span.Length;
            Add(found.Text[span.Start..at], true);
        }

        Add(found.Text[at..end], false);
        return fragments;

        void Add(string text, bool matched)
        {
            if (text.Length > 0)
            {
                fragments.Add(new Fragment(text, matched));
            }
        }
    }

    // A long text is cut at spaces, so that no word is cut in two.
    private static (int Start, int End) Part(HighlightedText found)
    {
        if (found.Text.Length <= Longest)
        {
            return (0, found.Text.Length);
        }

        var first = found.Spans[0];
        var start = first.Start <= Before ? 0 : found.Text.LastIndexOf(' ', first.Start - 1, Before) + 1;
        start = start == 0 && first.Start > Before ? first.Start : start;
        var least = Math.Min(found.Text.Length, Math.Max(start + Longest, first.Start + first.Length));
        var end = least == found.Text.Length ? least : found.Text.LastIndexOf(' ', least - 1, least - first.Start - first.Length + 1);
        return (start, end < first.Start + first.Length ? least : end);
    }
}

/// <summary>A text of an offering, cut where words sought stand.</summary>
internal sealed record Highlight(string Field, IReadOnlyList<Fragment> Fragments);

/// <summary>A part of a text: a word sought, or what stands between.</summary>
internal sealed record Fragment(string Text, bool Matched);
