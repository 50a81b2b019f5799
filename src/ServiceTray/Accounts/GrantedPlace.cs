using ServiceTray.Languages;

namespace ServiceTray.Accounts;

/// <summary>A place at which one may give roles: an organisation, a county or the whole, by its name; a form names it by its key.</summary>
internal sealed record GrantedPlace(Guid? Organisation, string? County, Text? Name)
{
    public static GrantedPlace Whole { get; } = new(null, null, null);

    public string Key => Organisation is { } id ? $"{id}" : County ?? "";

    /// <summary>The grant of a role here that a form names; null: the role cannot be here.</summary>
    public static Grant? Read(string? place, string? role)
    {
        var organisation = Guid.TryParseExact(place, "D", out var id) ? id : (Guid?)null;
        var county = organisation is null && !string.IsNullOrEmpty(place) ? place : null;
        return role is not null && PublicWords.Read<Role>(role) is { } known && Grant.MayStand(known, organisation, county) ? new Grant(known, organisation, county) : null;
    }
}
