namespace ServiceTray.Accounts;

/// <summary>Where to go on after signing in: a page of the tray itself and no other.</summary>
internal static class ReturnPath
{
    public const string Usual = "/oma";

    /// <summary>The path when it is one of ours, else the usual one; never an address elsewhere, however it is written.</summary>
    public static string Read(string? written) =>
        written is { Length: > 0 and <= 200 } && written[0] == '/' && written.All(IsPlain) && !written.Contains("//", StringComparison.Ordinal) ? written : Usual;

    // Letters of our own paths; no backslash, colon, per cent sign, query or control character that a browser may read in its own way.
    private static bool IsPlain(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '-' or '_';
}
