namespace ServiceTray.Export.OpenReferral;

/// <summary>One of the two tongues of Open Referral that the tray speaks, each under a root of its own.</summary>
internal sealed record HsdsProfile(string Root, string Version, string Profile, string OpenApi, bool IsUk)
{
    public static HsdsProfile International { get; } = new(
        "/hsds", "HSDS 3.0", "https://docs.openreferral.org/en/3.0/", "https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json", IsUk: false);

    public static HsdsProfile Uk { get; } = new(
        "/oruk", "HSDS-UK 3.0", "https://docs.openreferraluk.org/en/v3.0-dev/", "https://docs.openreferraluk.org/en/latest/openapi30.json", IsUk: true);
}
