namespace ServiceTray.Import;

/// <summary>What a source is called on the tray; ids are made of it.</summary>
internal static class SourceName
{
    public const int Longest = 40;

    /// <summary>Whether a source of which there may be many can be called so: letters a to z, digits and hyphens, and not the name of one that there is once.</summary>
    public static bool IsGood(string? name) =>
        name is { Length: > 0 and <= Longest } && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') && name is not ("seed" or "ptv");
}
