using ServiceTray.Languages;

namespace ServiceTray.Offerings;

/// <summary>Words that are a filter, as "ilmainen" is free: which member of the filter they set, and to what.</summary>
/// <param name="Filter">The member's public name.</param>
/// <param name="Value">Its value in public words.</param>
/// <param name="IsOpen">Whether the filter leaves it to the words.</param>
/// <param name="Set">Sets it, at a moment.</param>
/// <param name="Phrases">Ways to say it, in any language; a star stands for any ending.</param>
internal sealed record FilterWord(
    string Filter, string Value, Func<OfferingFilter, bool> IsOpen, Func<OfferingFilter, DateTimeOffset, OfferingFilter> Set, IReadOnlyList<string> Phrases)
{
    public static IReadOnlyList<FilterWord> All { get; } =
    [
        new("free", "true", asked => asked.Free is null, (asked, _) => asked with { Free = true },
            ["ilmainen", "ilmaista", "ilmaisen", "ilmaiset", "ilmaisia", "ilmaiseksi", "maksuton", "maksuttom*", "maksutta", "gratis", "avgiftsfri*", "kostnadsfri*", "free of charge", "for free", "free"]),
        Within(NamedSpan.Now, ["auki nyt", "öppet nu", "open now", "nyt auki", "avoinna nyt", "nyt avoinna", "käynnissä nyt", "juuri nyt", "nu öppet", "öppet just nu", "pågår nu", "just nu", "open right now", "right now"]),
        Within(NamedSpan.Today, ["tänään", "i dag", "idag", "today"]),
        Within(NamedSpan.Today, ["tänä iltana", "i kväll", "ikväll", "tonight"], TimeOfDay.Evening),
        Within(NamedSpan.Tomorrow, ["huomenna", "i morgon", "imorgon", "imorron", "tomorrow"]),
        Within(NamedSpan.ThisWeek, ["tällä viikolla", "den här veckan", "denna vecka", "this week"]),
        Within(NamedSpan.NextWeek, ["ensi viikolla", "nästa vecka", "next week"]),
        On([Weekday.Saturday, Weekday.Sunday], ["viikonloppuna", "viikonloppuisin", "viikonlopuksi", "på veckoslutet", "veckoslut", "till helgen", "på helgen", "at weekends", "at the weekend", "weekend", "weekends"]),
        On([Weekday.Monday], ["maanantaina", "maanantaisin", "på måndag*", "måndagar", "on monday*", "mondays"]),
        On([Weekday.Tuesday], ["tiistaina", "tiistaisin", "på tisdag*", "tisdagar", "on tuesday*", "tuesdays"]),
        On([Weekday.Wednesday], ["keskiviikkona", "keskiviikkoisin", "på onsdag*", "onsdagar", "on wednesday*", "wednesdays"]),
        On([Weekday.Thursday], ["torstaina", "torstaisin", "på torsdag*", "torsdagar", "on thursday*", "thursdays"]),
        On([Weekday.Friday], ["perjantaina", "perjantaisin", "på fredag*", "fredagar", "on friday*", "fridays"]),
        On([Weekday.Saturday], ["lauantaina", "lauantaisin", "på lördag*", "lördagar", "on saturday*", "saturdays"]),
        On([Weekday.Sunday], ["sunnuntaina", "sunnuntaisin", "på söndag*", "söndagar", "on sunday*", "sundays"]),
        At(TimeOfDay.Morning, ["aamulla", "aamuisin", "aamupäivällä", "aamupäivisin", "på morgonen", "på förmiddagen", "in the morning", "mornings"]),
        At(TimeOfDay.Afternoon, ["iltapäivällä", "iltapäivisin", "på eftermiddagen", "på eftermiddagarna", "in the afternoon", "afternoons"]),
        At(TimeOfDay.Evening, ["illalla", "iltaisin", "på kvällen", "på kvällarna", "kvällstid", "in the evening", "evenings"]),
        new("accessibility", "WHEELCHAIR", asked => asked.Accessibility is null or { Count: 0 }, (asked, _) => asked with { Accessibility = [AccessibilityAspect.Wheelchair] },
            ["pyörätuolilla", "pyörätuolissa", "pyörätuolin kanssa", "i rullstol", "med rullstol", "by wheelchair", "in a wheelchair", "with a wheelchair"]),
        By(AttendanceMode.Online, ["verkossa", "netissä", "etänä", "etäyhteydellä", "på nätet", "på distans", "online", "remotely"]),
        By(AttendanceMode.Phone, ["puhelimitse", "puhelimella", "per telefon", "via telefon", "by phone", "over the phone"]),
        By(AttendanceMode.HomeVisit, ["kotikäynnillä", "kotikäyntinä", "på hembesök", "home visit"]),
        In("fi", ["suomeksi", "på finska", "in finnish"]),
        In("sv", ["ruotsiksi", "på svenska", "in swedish"]),
        In("en", ["englanniksi", "på engelska", "in english"]),
        In("ru", ["venäjäksi", "på ryska", "in russian"]),
        In("et", ["viroksi", "på estniska", "in estonian"]),
        In("ar", ["arabiaksi", "på arabiska", "in arabic"]),
        In("so", ["somaliksi", "på somaliska", "in somali"]),
        In("uk", ["ukrainaksi", "på ukrainska", "in ukrainian"]),
        In("se", ["pohjoissaameksi", "på nordsamiska", "in northern sami"]),
        In("fse", ["viittomakielellä", "viittomakielisesti", "på teckenspråk", "in sign language"]),
        In("fi-simple", ["selkosuomeksi", "selkokielellä"]),
    ];

    private static FilterWord Within(NamedSpan span, IReadOnlyList<string> phrases, TimeOfDay? time = null) => new(
        "from",
        PublicWords.Of(span),
        asked => asked is { From: null, To: null },
        (asked, now) => asked.On(span, now) with { TimesOfDay = time is { } part ? [part] : asked.TimesOfDay },
        phrases);

    private static FilterWord On(IReadOnlyList<Weekday> days, IReadOnlyList<string> phrases) =>
        new("weekdays", string.Join(',', days.Select(PublicWords.Of)), asked => asked.Weekdays is null or { Count: 0 }, (asked, _) => asked with { Weekdays = days }, phrases);

    private static FilterWord At(TimeOfDay time, IReadOnlyList<string> phrases) =>
        new("timesOfDay", PublicWords.Of(time), asked => asked.TimesOfDay is null or { Count: 0 }, (asked, _) => asked with { TimesOfDay = [time] }, phrases);

    private static FilterWord By(AttendanceMode mode, IReadOnlyList<string> phrases) =>
        new("modes", PublicWords.Of(mode), asked => asked.Modes is null or { Count: 0 }, (asked, _) => asked with { Modes = [mode] }, phrases);

    private static FilterWord In(string tag, IReadOnlyList<string> phrases) =>
        new("languages", tag, asked => asked.Languages is null or { Count: 0 }, (asked, _) => asked with { Languages = [tag] }, phrases);
}
