namespace ServiceTray.Organisations;

/// <summary>Tells of an address from outside whether it may stand behind a link.</summary>
internal static class WebAddress
{
    /// <summary>The address when it is one of the web; null: it is something else, and is shown as text.</summary>
    public static string? Read(string? written) =>
        Uri.TryCreate(written?.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address.AbsoluteUri : null;
}
