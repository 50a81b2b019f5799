using System.Text;

namespace ServiceTray.Search.Analysis;

/// <summary>All that is known of a word in one language, as terms of the dictionary.</summary>
/// <param name="Surface">The term of the word as written.</param>
/// <param name="Terms">Base forms, parts, roots and stems; distinct.</param>
/// <param name="Grams">Its four-letter pieces; distinct.</param>
/// <param name="Known">Whether a dictionary of the language has the word.</param>
internal sealed record WordReadings(string Surface, Reading[] Terms, string[] Grams, bool Known)
{
    private byte[][]? _termKeys;
    private byte[][]? _gramKeys;

    /// <summary>The terms in UTF-8, as dictionaries hold them.</summary>
    public byte[][] TermKeys => _termKeys ??= [.. Terms.Select(reading => Encoding.UTF8.GetBytes(reading.Text))];

    /// <summary>The pieces in UTF-8.</summary>
    public byte[][] GramKeys => _gramKeys ??= [.. Grams.Select(Encoding.UTF8.GetBytes)];
}
