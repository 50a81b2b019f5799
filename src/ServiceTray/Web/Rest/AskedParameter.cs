using ServiceTray.Offerings;
using ServiceTray.Places;
using ServiceTray.Refusals;

namespace ServiceTray.Web.Rest;

/// <summary>By which parameter of the address the caller asked what is refused: a filter's member has other names there, and other standards have theirs.</summary>
internal static class AskedParameter
{
    private static readonly Dictionary<string, string[]> Names = new(StringComparer.Ordinal)
    {
        ["ageYears"] = ["age"],
        ["within"] = ["bbox"],
        ["inside"] = ["polygon"],
        ["municipalities"] = ["municipality"],
        ["counties"] = ["county"],
        ["languages"] = ["language"],
        ["organisations"] = ["organisation", "organization_id"],
        ["text"] = ["text", "search"],
        ["radiusKm"] = ["radiusKm", "proximity"],
        ["place"] = ["place", "postcode"],
        ["from"] = ["from", "datetime"],
        ["to"] = ["to", "datetime"],
        ["first"] = ["first", "limit", "per_page"],
    };

    /// <summary>The name as it stands in the address; null: what is refused was not asked there.</summary>
    public static string? Of(RefusalException refusal, IQueryCollection query)
    {
        var told = refusal switch
        {
            FilterInvalidException invalid => invalid.Member,
            PlaceUnknownException => "place",
            CursorRefusedException or PageSizeInvalidException => refusal.Details.GetValueOrDefault("argument") as string,
            _ => null,
        };
        return told is null ? null : Names.GetValueOrDefault(told, [told]).FirstOrDefault(query.ContainsKey);
    }
}
