using ServiceTray.Languages;

namespace ServiceTray.Themes;

/// <summary>One of the eight themes that everything on the tray is browsed by.</summary>
internal sealed record Theme(ThemeCode Code, LocalizedText Name)
{
    public static IReadOnlyList<Theme> All { get; } =
    [
        Named(ThemeCode.Movement, "Liikkuminen", "Motion", "Moving and exercise"),
        Named(ThemeCode.Nature, "Luonto ja lähiluonnossa liikkuminen", "Naturen och att röra sig i närnaturen", "Nature and nearby nature"),
        Named(ThemeCode.Culture, "Luovuus, taide ja kulttuuriharrastaminen", "Kreativitet, konst och kultur", "Creativity, art and culture"),
        Named(ThemeCode.Mind, "Mielen hyvinvointi ja päihteettömyys", "Psykiskt välbefinnande och drogfrihet", "Mental wellbeing and a substance-free life"),
        Named(ThemeCode.NutritionAndSleep, "Ravitsemus ja uni", "Kost och sömn", "Nutrition and sleep"),
        Named(
            ThemeCode.Guidance,
            "Sosiaali- ja terveydenhuollon ohjaus, neuvonta ja tukipalvelut",
            "Handledning, rådgivning och stödtjänster inom social- och hälsovården",
            "Guidance, advice and support in social and health care"),
        Named(ThemeCode.Livelihood, "Toimeentulo, työ, oppiminen ja asuminen", "Utkomst, arbete, lärande och boende", "Livelihood, work, learning and housing"),
        Named(ThemeCode.Community, "Yhteisöllisyys, vaikuttaminen ja sosiaaliset suhteet", "Gemenskap, påverkan och sociala relationer", "Community, having a say and social relations"),
    ];

    /// <summary>From 1 to 8, as printed.</summary>
    public int Number => (int)Code + 1;

    public static Theme Of(ThemeCode code) => All[(int)code];

    private static Theme Named(ThemeCode code, string fi, string sv, string en) =>
        new(code, LocalizedText.Of(fi, sv, en));
}
