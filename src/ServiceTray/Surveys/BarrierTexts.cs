using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Themes;

namespace ServiceTray.Surveys;

/// <summary>Barriers in words.</summary>
internal static class BarrierTexts
{
    public static Barrier Over { get; } = Of(
        BarrierKind.Over, "Tätä ei ole nyt tarjolla: se on ohi tai peruttu.", "Det här erbjuds inte nu: det är över eller inställt.", "This is not on offer now: it is over or cancelled.");

    public static Barrier Age { get; } = Of(
        BarrierKind.Age, "Tämä on tarkoitettu muille kuin sinun ikäisillesi.", "Det här är avsett för andra åldrar än din.", "This is meant for other ages than yours.");

    public static Barrier NotForChildren { get; } = Of(
        BarrierKind.NotForChildren, "Tätä emme ehdota alle 18-vuotiaalle.", "Det här föreslår vi inte för någon under 18 år.", "We do not suggest this to anyone under 18.");

    public static Barrier Language { get; } = Of(
        BarrierKind.Language, "Tätä ei järjestetä valitsemallasi kielellä.", "Det här ordnas inte på det språk du valde.", "This is not given in the language you chose.");

    public static Barrier Mode { get; } = Of(
        BarrierKind.Mode, "Tähän ei voi osallistua kotoa käsin.", "Det går inte att delta i det här hemifrån.", "One cannot take part in this from home.");

    public static Barrier Price { get; } = Of(
        BarrierKind.Price, "Tämä on maksullinen, ja toivoit maksutonta.", "Det här kostar, och du önskade något gratis.", "This costs money, and you asked for what is free.");

    public static Barrier PriceNotTold { get; } = Of(
        BarrierKind.PriceNotTold, "Tästä ei kerrota, onko se maksuton. Kysy ensin.", "Det berättas inte om det här är gratis. Fråga först.", "It is not told whether this is free. Ask first.");

    public static Barrier OrganisationTwice { get; } = Of(
        BarrierKind.OrganisationTwice,
        "Tämä sopisi, mutta samalta järjestäjältä on ehdotuksissa jo kaksi parempaa.",
        "Det här skulle passa, men av samma arrangör finns redan två bättre bland förslagen.",
        "This would suit, but two better ones of the same organiser are suggested already.");

    public static Barrier OutOfReach(double radiusKm) => Of(
        BarrierKind.OutOfReach,
        $"Tämä on kauempana kuin {Radius(radiusKm, ",")} kilometrin päässä, eikä sitä tarjota kotiseudullesi.",
        $"Det här är längre bort än {Radius(radiusKm, ",")} kilometer och erbjuds inte på din hemort.",
        $"This is farther away than {Radius(radiusKm, ".")} kilometres, and is not offered where you live.");

    public static Barrier Accessibility(AccessibilityAspect aspect, bool isTold) => isTold
        ? Each(BarrierKind.Accessibility, language => Offerings.Texts.In(language).Of(aspect), name => $"Tässä ei ole tarvitsemaasi: {name}.", name => $"Det här har inte vad du behöver: {name}.", name => $"This does not have what you need: {name}.")
        : Each(BarrierKind.AccessibilityNotTold, language => Offerings.Texts.In(language).Of(aspect), name => $"Tästä ei kerrota: {name}. Kysy ensin.", name => $"Det berättas inte: {name}. Fråga först.", name => $"It is not told: {name}. Ask first.");

    public static Barrier NoNeed(IEnumerable<ThemeCode> themes) => Each(
        BarrierKind.NoNeed,
        language => string.Join(", ", themes.Select(theme => Theme.Of(theme).Name.Pick(language).Value)),
        names => $"Et toivonut muutosta tämän teemoissa: {names}.",
        names => $"Du hoppades inte på en förändring i de här temana: {names}.",
        names => $"You hoped for no change in its themes: {names}.");

    /// <summary>It is within all limits, and others come before it; place null: more than are looked at.</summary>
    public static Barrier Outranked(ThemeCode theme, int? place, int taken, IReadOnlyList<RankPart> parts) => Each(
        BarrierKind.Outranked,
        language => Theme.Of(theme).Name.Pick(language).Value,
        name => $"Tämä sopisi sinulle. Teemassa ”{name}” {(place is { } told ? $"se on sijalla {told}" : "moni muu menee edelle")}, ja ehdotuksiin mahtui {taken}.{Parts(parts, Languages.Language.Fi, "Eron tekivät")}",
        name => $"Det här skulle passa dig. I temat ”{name}” {(place is { } told ? $"är det på plats {told}" : "kommer många andra före")}, och bland förslagen rymdes {taken}.{Parts(parts, Languages.Language.Sv, "Skillnaden gjordes av")}",
        name => $"This would suit you. In the theme ‘{name}’ {(place is { } told ? $"it comes at place {told}" : "many others come before it")}, and there was room for {taken}.{Parts(parts, Languages.Language.En, "What made the difference")}");

    private static string Radius(double km, string point) => km.ToString("0.#", System.Globalization.CultureInfo.InvariantCulture).Replace(".", point);

    private static string Parts(IReadOnlyList<RankPart> parts, Language language, string lead) =>
        parts.Count == 0 ? "" : $" {lead}: {string.Join(", ", parts.Select(part => Texts.In(language).Of(part)))}.";

    private static Barrier Each(BarrierKind kind, Func<Language, string> named, Func<string, string> fi, Func<string, string> sv, Func<string, string> en) =>
        Of(kind, fi(named(Languages.Language.Fi)), sv(named(Languages.Language.Sv)), en(named(Languages.Language.En)));

    private static Barrier Of(BarrierKind kind, string fi, string sv, string en) => new(kind, LocalizedText.Of(fi, sv, en));
}
