using System.Resources;
using ServiceTray.Languages;

namespace ServiceTray.Import;

/// <summary>The words of the pages about runs.</summary>
internal static class Texts
{
    private static readonly ResourceManager Resources = new(typeof(Texts));

    /// <summary>What is wrong, by its kind, in words; null: a kind of an older run that nobody tells any more.</summary>
    public static string? OfProblem(string reason, string column, Language language)
    {
        var words = In(language);
        return Resources.GetString($"Problem.{reason}", words.Culture) is { } told ? string.Format(words.Culture, told, column) : null;
    }

    /// <summary>A kind of record, or why one was left out, in words; where there are none, as the source says it.</summary>
    public static string Known(string key, string told, Language language) => Resources.GetString($"{key}.{told}", In(language).Culture) ?? told;

    public static Wording In(Language language) => new(Resources, language);
}
