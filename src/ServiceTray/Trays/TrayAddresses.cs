namespace ServiceTray.Trays;

/// <summary>Where the pages of trays are.</summary>
internal static class TrayAddresses
{
    public const string Picks = "/poiminnat";
    public const string Edit = "/poiminnat/lista";
    public const string Open = "/lista";
    public const string ToEdit = "/lista/muokkaus";

    /// <summary>Below a tray's own address: its dates as iCalendar.</summary>
    public const string Calendar = "kalenteri.ics";

    /// <summary>Below a tray's own address: what is on it as RSS.</summary>
    public const string Feed = "syote.rss";

    /// <summary>Below a tray's own address: the page to print.</summary>
    public const string Print = "tuloste";

    public static string Of(string code) => $"{Open}/{code}";

    /// <summary>In full, to be sent or drawn as a QR code.</summary>
    public static string InFull(HttpRequest request, string code) => $"{request.Scheme}://{request.Host}{Of(code)}";
}
