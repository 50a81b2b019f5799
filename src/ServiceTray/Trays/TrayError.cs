using ServiceTray.Languages;
using ServiceTray.Refusals;

namespace ServiceTray.Trays;

/// <summary>Why a tray cannot be kept, with the place of the item it is about; what was written is never repeated in it.</summary>
internal sealed record TrayError(string Code, LocalizedText Message, int? Item = null)
{
    public static TrayError Unknown { get; } = new(RefusalCodes.NotFound, LocalizedText.Of(
        "Tällä koodilla ja muokkausavaimella ei ole listaa.", "Det finns ingen lista med den koden och redigeringsnyckeln.", "There is no list of this code and edit key."));

    public static TrayError CodeUnknown { get; } = new(RefusalCodes.NotFound, LocalizedText.Of(
        "Tällä koodilla ei ole listaa.", "Det finns ingen lista med den koden.", "There is no list of this code."));

    public static TrayError AddressWrong { get; } = new(RefusalCodes.ContactInvalid, LocalizedText.Of(
        "Tarkista sähköpostiosoite. Kirjoita yksi osoite.", "Kontrollera e-postadressen. Skriv en adress.", "Check the e-mail address. Write one address."));

    public static TrayError MailOff { get; } = new(RefusalCodes.MailOff, LocalizedText.Of(
        "Tästä palvelusta ei voi lähettää sähköpostia.", "Det går inte att skicka e-post från den här tjänsten.", "This service sends no mail."));

    public static TrayError Empty { get; } = new(RefusalCodes.TrayEmpty, LocalizedText.Of(
        "Listalla ei ole vielä mitään. Poimi ensin jotain.", "Listan är tom. Plocka något först.", "The list is empty. Pick something first."));

    public static TrayError Full { get; } = new(RefusalCodes.LimitExceeded, LocalizedText.Of(
        $"Listalle mahtuu {TrayCheck.MostItems} kohtaa.", $"Listan rymmer {TrayCheck.MostItems} punkter.", $"A list holds {TrayCheck.MostItems} items."));

    public static TrayError ExpiryWrong { get; } = new(RefusalCodes.ExpiryInvalid, LocalizedText.Of(
        "Listan on päätyttävä vuoden sisällä.", "Listan ska sluta gälla inom ett år.", "The list ends within a year from now."));

    public static TrayError OfferingUnknown(int item) => new(RefusalCodes.OfferingUnknown, LocalizedText.Of(
        "Tätä ei enää ole tarjolla.", "Det här finns inte längre.", "This is no longer on offer."), item);

    public static TrayError OfferingTwice(int item) => new(RefusalCodes.OfferingTwice, LocalizedText.Of(
        "Tämä on listalla kahdesti.", "Det här finns två gånger på listan.", "This is on the list twice."), item);

    public static TrayError TooLong(int longest, int? item = null) => new(RefusalCodes.TextTooLong, LocalizedText.Of(
        $"Teksti on liian pitkä. Siinä saa olla enintään {longest} merkkiä.",
        $"Texten är för lång. Den får ha högst {longest} tecken.",
        $"The text is too long. It may have at most {longest} characters."), item);

    public static TrayError Unreadable(int? item = null) => new(RefusalCodes.TextInvalid, LocalizedText.Of(
        "Tekstissä on merkki, jota ei voi lukea.", "Texten har ett tecken som inte kan läsas.", "The text holds a character that cannot be read."), item);
}
