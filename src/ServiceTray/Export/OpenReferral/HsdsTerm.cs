using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Themes;

namespace ServiceTray.Export.OpenReferral;

/// <summary>A term of a taxonomy: a theme or an audience.</summary>
internal sealed record HsdsTerm(HsdsTaxonomy Taxonomy, string Code, LocalizedText Name)
{
    public static IReadOnlyList<HsdsTerm> All { get; } = [.. Enum.GetValues<ThemeCode>().Select(Of), .. Enum.GetValues<AudienceCode>().Select(Of)];

    public Guid Id { get; } = HsdsIds.Of("taxonomy_term", $"{Taxonomy.Key} {Code}");

    public static HsdsTerm Of(ThemeCode theme) => new(HsdsTaxonomy.Themes, PublicWords.Of(theme), Theme.Of(theme).Name);

    public static HsdsTerm Of(AudienceCode audience) => new(HsdsTaxonomy.Audiences, PublicWords.Of(audience), Audience.Of(audience).Name);
}

/// <summary>A way to sort what is offered.</summary>
internal sealed record HsdsTaxonomy(string Key, LocalizedText Name, LocalizedText Description)
{
    public static HsdsTaxonomy Themes { get; } = new(
        "themes",
        LocalizedText.Of("Teemat", "Teman", "Themes"),
        LocalizedText.Of("Palvelutarjottimen kahdeksan teemaa", "Servicebrickans åtta teman", "The eight themes of the service tray"));

    public static HsdsTaxonomy Audiences { get; } = new(
        "audiences",
        LocalizedText.Of("Kenelle", "För vem", "Audiences"),
        LocalizedText.Of("Kenelle palvelu on tarkoitettu", "Vem tjänsten är avsedd för", "Whom a service is meant for"));

    public static IReadOnlyList<HsdsTaxonomy> All { get; } = [Themes, Audiences];

    public Guid Id { get; } = HsdsIds.Of("taxonomy", Key);
}
