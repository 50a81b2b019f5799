using ServiceTray.Languages;
using ServiceTray.Themes;

namespace ServiceTray.Needs;

/// <summary>The lexicon as its page shows it: needs by their first theme, in the themes' order.</summary>
internal sealed record NeedsShown(NeedLexicon Lexicon)
{
    public IEnumerable<(Theme Theme, IReadOnlyList<NeedEntry> Needs)> ByTheme =>
        from theme in Theme.All
        let needs = Lexicon.Entries.Where(need => need.Themes[0] == theme.Code).ToList()
        where needs.Count > 0
        select (theme, (IReadOnlyList<NeedEntry>)needs);

    /// <summary>How a phrase reads: any ending as three dots, ways parted by a slash, a denial as the language's own word, a class by its name.</summary>
    public static string Readable(string phrase, Language language) => string.Join(
        ' ',
        phrase.Split(' ').Select(word => string.Join('/', word.Split('|').Select(way => Readable(way, Denial(language), way.StartsWith('@'))))));

    private static string Readable(string way, string denial, bool isClass) =>
        way == NeedPhrase.Denial ? denial : isClass ? $"[{way[1..]}]" : way.Replace("*", "…", StringComparison.Ordinal);

    private static string Denial(Language language) => language switch { Language.Fi => "ei", Language.Sv => "inte", _ => "not" };
}
