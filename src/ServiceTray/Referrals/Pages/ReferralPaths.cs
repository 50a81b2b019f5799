namespace ServiceTray.Referrals.Pages;

/// <summary>Where the pages of referrals lie.</summary>
internal static class ReferralPaths
{
    public const string Send = "/lahete";
    public const string Boxes = "/lahetteet";

    /// <summary>Asks the boxes for what has ended too.</summary>
    public const string EndedField = "paattyneet";

    /// <summary>Asks for what colleagues sent.</summary>
    public const string UnitField = "tyokaverit";

    /// <summary>Tells that another was faster.</summary>
    public const string MovedField = "siirretty";

    /// <summary>Where a page of a box begins.</summary>
    public const string ReceivedAfterField = "saapuneet";
    public const string SentAfterField = "lahetetyt";

    public const string Own = "/oma-lahete";

    /// <summary>Where the client opens hers, from outside: as the tray's own address has it, else as it was asked.</summary>
    public static string OwnFrom(ReferralSettings settings, HttpRequest request) => $"{settings.Address ?? $"{request.Scheme}://{request.Host}"}{Own}";

    /// <summary>Where a client sends one herself.</summary>
    public const string OwnSend = "/oma-lahete/uusi";

    public const string Paper = "/oma-lahete/paperi";

    public const string Parties = "/lahetteen-osapuolet";
    public const string Audit = "/loki";
    public const string Letters = "/kirjeet";
    public const string Webhooks = "/oma/kutsuosoitteet";
    public const string Undelivered = "/oma/toimittamatta";
    public const string LinkPersons = "/linkkihenkilot";
}
