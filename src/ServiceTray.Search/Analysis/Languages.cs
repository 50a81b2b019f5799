namespace ServiceTray.Search.Analysis;

/// <summary>From language tags to chains.</summary>
internal static class Languages
{
    /// <summary>How many there are.</summary>
    public const int Count = 4;

    /// <summary>All of them, in order.</summary>
    public static readonly LanguageCode[] All = [LanguageCode.Finnish, LanguageCode.Swedish, LanguageCode.English, LanguageCode.Other];

    private static readonly LanguageCode[][] Each = [.. All.Select(language => new[] { language })];

    /// <summary>The languages that a query of this tag is read in: its own, or all where none is told; the same object each time.</summary>
    public static LanguageCode[] Asked(string? tag) => tag is null ? All : Each[(int)Of(tag)];

    /// <summary>The chain of a BCP 47 tag: its first part decides, so <c>fi-simple</c> is Finnish.</summary>
    public static LanguageCode Of(string tag)
    {
        var primary = tag.AsSpan();
        var dash = primary.IndexOfAny('-', '_');
        if (dash >= 0)
        {
            primary = primary[..dash];
        }

        return primary switch
        {
            _ when primary.Equals("fi", StringComparison.OrdinalIgnoreCase) => LanguageCode.Finnish,
            _ when primary.Equals("sv", StringComparison.OrdinalIgnoreCase) => LanguageCode.Swedish,
            _ when primary.Equals("en", StringComparison.OrdinalIgnoreCase) => LanguageCode.English,
            _ => LanguageCode.Other,
        };
    }

    /// <summary>The letter that a term's language is written with in the dictionary.</summary>
    public static char Letter(LanguageCode language) => "fsex"[(int)language];
}
