namespace ServiceTray.Languages;

/// <summary>What somebody typed into a field, or left empty.</summary>
internal static class TypedText
{
    /// <summary>The words without the spaces around them; null: there are none.</summary>
    public static string? OrNull(string? written) => string.IsNullOrWhiteSpace(written) ? null : written.Trim();
}
