namespace ServiceTray.Referrals.Pages;

/// <summary>Where the pages of referrals lie.</summary>
internal static class ReferralPaths
{
    public const string Send = "/lahete";
    public const string Boxes = "/lahetteet";
    public const string Own = "/oma-lahete";
    public const string Parties = "/lahetteen-osapuolet";
    public const string LinkPersons = "/linkkihenkilot";
}
