namespace ServiceTray.Search.Analysis;

/// <summary>The second letter of a term tells what it is; the first tells its language.</summary>
internal static class TermKind
{
    /// <summary>A reading: base form, part, root or stem.</summary>
    public const char Word = 'w';

    /// <summary>A four-letter piece.</summary>
    public const char Gram = 'g';

    /// <summary>A word as written, for completing and correcting.</summary>
    public const char Surface = 's';

    /// <summary>A term of the dictionary.</summary>
    public static string Term(LanguageCode language, char kind, ReadOnlySpan<char> text) =>
        string.Concat([Languages.Letter(language), kind], text);
}
