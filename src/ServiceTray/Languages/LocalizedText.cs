using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace ServiceTray.Languages;

/// <summary>The same words in several languages, unchanging, in the order they were told.</summary>
[JsonConverter(typeof(LocalizedTextConverter))]
internal sealed class LocalizedText : IReadOnlyList<Text>, IEquatable<LocalizedText>
{
    private static readonly string[] Fallbacks = ["fi", "sv", "en"];

    private readonly Text[] texts;

    /// <summary>From pairs of BCP 47 tag and words; blank words are dropped, a tag told again overrides in its place.</summary>
    public LocalizedText(IEnumerable<KeyValuePair<string, string?>> pairs)
    {
        var kept = new List<Text>();
        foreach (var (language, value) in pairs)
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                continue;
            }

            var text = new Text(value.Trim(), language);
            var known = kept.FindIndex(other => Same(other.Language, language));
            if (known < 0)
            {
                kept.Add(text);
            }
            else
            {
                kept[known] = text;
            }
        }

        texts = [.. kept];
    }

    /// <summary>No words in any language.</summary>
    public static LocalizedText Empty { get; } = new([]);

    /// <summary>How many letters the first words have; 0: there are none.</summary>
    public int FirstLength => texts.Length == 0 ? 0 : texts[0].Value.Length;

    /// <summary>Whether there are no words in any language.</summary>
    public bool IsEmpty => texts.Length == 0;

    /// <inheritdoc/>
    public int Count => texts.Length;

    /// <inheritdoc/>
    public Text this[int index] => texts[index];

    /// <summary>From words in the three languages; null or blank: not told.</summary>
    public static LocalizedText Of(string? fi, string? sv = null, string? en = null) =>
        new([new("fi", fi), new("sv", sv), new("en", en)]);

    /// <summary>From pairs, as <c>LocalizedText.Of(("fi", "Uimahalli"), ("sv", "Simhall"))</c>.</summary>
    public static LocalizedText Of(params IEnumerable<(string Language, string? Value)> pairs) =>
        new(pairs.Select(pair => KeyValuePair.Create(pair.Language, pair.Value)));

    /// <summary>The words in the language asked, else fi, sv, en, else any; the text tells which it is.</summary>
    /// <exception cref="InvalidOperationException">There are no words at all.</exception>
    public Text Pick(Language asked) => TextOrNull(asked) ?? throw new InvalidOperationException("There is no text in any language.");

    /// <summary>As <see cref="Pick"/>, null when there are no words at all.</summary>
    public Text? TextOrNull(Language asked)
    {
        if (texts.Length == 0)
        {
            return null;
        }

        var found = In(asked.Tag());
        for (var i = 0; found is null && i < Fallbacks.Length; i++)
        {
            found = In(Fallbacks[i]);
        }

        return found ?? texts[0];
    }

    /// <summary>The words in exactly this tag, else in a regional form of it (<c>sv-FI</c> for <c>sv</c>); never plain language unasked; null: none.</summary>
    public Text? In(string tag)
    {
        Text? regional = null;
        foreach (var text in texts)
        {
            if (Same(text.Language, tag))
            {
                return text;
            }

            regional ??= IsRegional(text.Language, tag) ? text : null;
        }

        return regional;
    }

    /// <inheritdoc/>
    public bool Equals([NotNullWhen(true)] LocalizedText? other) => other is not null && texts.AsSpan().SequenceEqual(other.texts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LocalizedText);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var text in texts)
        {
            hash.Add(text);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<Text> GetEnumerator() => ((IEnumerable<Text>)texts).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The words of every language, for a person who debugs.</summary>
    public override string ToString() => string.Join(" | ", texts.Select(text => $"{text.Language}: {text.Value}"));

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static bool IsRegional(string language, string tag) =>
        language.Length == tag.Length + 3 && language[tag.Length] == '-' && language.StartsWith(tag, StringComparison.OrdinalIgnoreCase);
}
