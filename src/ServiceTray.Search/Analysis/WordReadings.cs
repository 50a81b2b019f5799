using ServiceTray.Search.Indexing;

namespace ServiceTray.Search.Analysis;

/// <summary>All that is known of a word in one language, as terms of the dictionary.</summary>
/// <param name="Surface">The term of the word as written.</param>
/// <param name="Terms">Base forms, parts, roots and stems; distinct.</param>
/// <param name="Grams">Its four-letter pieces; distinct.</param>
/// <param name="Known">Whether a dictionary of the language has the word.</param>
/// <param name="SaysNothing">Whether the word says nothing by itself.</param>
internal sealed record WordReadings(string Surface, Reading[] Terms, string[] Grams, bool Known, bool SaysNothing)
{
    private TermKey[]? _termKeys;
    private TermKey[]? _gramKeys;

    /// <summary>The terms, as dictionaries are asked for them.</summary>
    public TermKey[] TermKeys => _termKeys ??= [.. Terms.Select(reading => TermKey.Of(reading.Text))];

    /// <summary>The pieces, as dictionaries are asked for them.</summary>
    public TermKey[] GramKeys => _gramKeys ??= [.. Grams.Select(TermKey.Of)];
}
