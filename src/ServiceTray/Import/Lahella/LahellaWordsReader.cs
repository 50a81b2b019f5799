using ServiceTray.Languages;

namespace ServiceTray.Import.Lahella;

/// <summary>Words told by language, as HTML, into ours.</summary>
internal static class LahellaWordsReader
{
    /// <summary>Of each language what is told, one below the other.</summary>
    public static LocalizedText Joined<T>(IReadOnlyDictionary<string, T?>? told, Func<T?, IEnumerable<string?>> parts)
        where T : class => LocalizedText.Of((told ?? new Dictionary<string, T?>()).Select(words =>
            (Tag(words.Key), (string?)string.Join("\n\n", parts(words.Value).Select(PlainText.Of).OfType<string>().Distinct()))));

    /// <summary>A language by its tag of BCP 47: <c>fi-FI</c> is Finnish, and Finnish sign language has a code of its own.</summary>
    public static string Tag(string locale) => locale is "fisl" ? "fse" : locale.Split('-', '_')[0].ToLowerInvariant();
}
