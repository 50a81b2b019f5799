namespace ServiceTray.Languages;

/// <summary>The BCP 47 tags of the tray's languages.</summary>
internal static class LanguageTags
{
    /// <summary>The tag, as <c>fi</c>.</summary>
    public static string Tag(this Language language) => language switch
    {
        Language.Fi => "fi",
        Language.Sv => "sv",
        Language.En => "en",
        _ => throw new ArgumentOutOfRangeException(nameof(language)),
    };

    /// <summary>The tray's language that a tag means by its primary subtag (<c>sv-FI</c> is Swedish); null: none.</summary>
    public static Language? Read(ReadOnlySpan<char> tag)
    {
        var dash = tag.IndexOf('-');
        var primary = (dash < 0 ? tag : tag[..dash]).Trim();
        if (primary.Equals("fi", StringComparison.OrdinalIgnoreCase))
        {
            return Language.Fi;
        }

        if (primary.Equals("sv", StringComparison.OrdinalIgnoreCase))
        {
            return Language.Sv;
        }

        return primary.Equals("en", StringComparison.OrdinalIgnoreCase) ? Language.En : null;
    }
}
