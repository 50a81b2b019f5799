using System.Text;
using ServiceTray.Languages;

namespace ServiceTray.Import.Ptv;

/// <summary>Turns the register's lists of texts into ours: nulls dropped, rich text made plain.</summary>
internal static class PtvTexts
{
    // Undetermined (BCP 47): the words are told, their language is not.
    private const string Undetermined = "und";

    /// <summary>The elements that are there.</summary>
    public static IEnumerable<T> Told<T>(this IReadOnlyList<T?>? list)
        where T : class => list?.OfType<T>() ?? [];

    /// <summary>The first text of each language.</summary>
    public static LocalizedText First(params IEnumerable<PtvText> texts) =>
        LocalizedText.Of(texts.Select(Plain).OfType<Text>().GroupBy(Tag).Select(told => (told.Key, (string?)told.First().Value)));

    /// <summary>All texts of each language, one below the other.</summary>
    public static LocalizedText Joined(params IEnumerable<PtvText> texts) => Joined("\n\n", texts);

    /// <summary>All texts of each language with a separator.</summary>
    public static LocalizedText Joined(string separator, IEnumerable<PtvText> texts) =>
        LocalizedText.Of(texts.Select(Plain).OfType<Text>().GroupBy(Tag)
            .Select(told => (told.Key, (string?)string.Join(separator, told.Select(text => text.Value).Distinct()))));

    /// <summary>Those of a type.</summary>
    public static IEnumerable<PtvText> Of(this IReadOnlyList<PtvText?>? texts, string type) => texts.Told().Where(text => text.Type == type);

    /// <summary>One text, plain; null: no words.</summary>
    public static Text? Plain(PtvText text)
    {
        var words = Clean(PtvRichText.Plain(text.Value ?? "")).Trim();
        return words.Length == 0 ? null : new Text(words, string.IsNullOrWhiteSpace(text.Language) ? Undetermined : text.Language.Trim());
    }

    private static string Tag(Text text) => text.Language.ToLowerInvariant();

    /// <summary>Line ends as ours, no other control characters.</summary>
    private static string Clean(string words)
    {
        var clean = new StringBuilder(words.Length);
        foreach (var c in words.Replace("\r\n", "\n", StringComparison.Ordinal))
        {
            clean.Append(c is '\n' or '\t' || !char.IsControl(c) ? c : ' ');
        }

        return clean.ToString();
    }
}
