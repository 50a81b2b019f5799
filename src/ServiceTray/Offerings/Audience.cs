using ServiceTray.Languages;

namespace ServiceTray.Offerings;

/// <summary>An audience with its name as residents read it.</summary>
internal sealed record Audience(AudienceCode Code, LocalizedText Name)
{
    public static IReadOnlyList<Audience> All { get; } =
    [
        Named(AudienceCode.All, "Kaikki", "Alla", "Everyone"),
        Named(AudienceCode.Children, "Lapset", "Barn", "Children"),
        Named(AudienceCode.Youth, "Nuoret", "Unga", "Young people"),
        Named(AudienceCode.Adults, "Aikuiset", "Vuxna", "Adults"),
        Named(AudienceCode.OlderPeople, "Ikäihmiset", "Äldre", "Older people"),
        Named(AudienceCode.Families, "Lapsiperheet", "Barnfamiljer", "Families with children"),
        Named(AudienceCode.Parents, "Vanhemmat", "Föräldrar", "Parents"),
        Named(AudienceCode.Carers, "Omaishoitajat ja läheiset", "Närståendevårdare och anhöriga", "Carers and relatives"),
        Named(AudienceCode.LongTermIll, "Pitkäaikaissairaat", "Långtidssjuka", "People with a long-term illness"),
        Named(AudienceCode.Disabled, "Vammaiset", "Personer med funktionsnedsättning", "Disabled people"),
        Named(AudienceCode.Unemployed, "Työttömät", "Arbetslösa", "People out of work"),
        Named(AudienceCode.Students, "Opiskelijat", "Studerande", "Students"),
        Named(AudienceCode.Immigrants, "Maahan muuttaneet", "Personer som flyttat till Finland", "People who have moved to Finland"),
        Named(AudienceCode.Men, "Miehet", "Män", "Men"),
        Named(AudienceCode.Women, "Naiset", "Kvinnor", "Women"),
    ];

    public static Audience Of(AudienceCode code) => All[(int)code];

    private static Audience Named(AudienceCode code, string fi, string sv, string en) =>
        new(code, LocalizedText.Of(fi, sv, en));
}
