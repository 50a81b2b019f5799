using ServiceTray.Organisations;

namespace ServiceTray.Export.OpenReferral;

/// <summary>Ids of the parts that have none of their own on the tray; lasting, as every id is.</summary>
internal static class HsdsIds
{
    /// <summary>Of the n-th part of a thing.</summary>
    public static Guid Of(string kind, Guid whole, int number) => Of(kind, FormattableString.Invariant($"{whole} {number}"));

    public static Guid Of(string kind, string name) => Source.IdOf($"hsds {kind}", name);

    /// <summary>Of an offering at a place.</summary>
    public static Guid Of(Guid offering, Guid place) => Of("service_at_location", $"{offering} {place}");
}
