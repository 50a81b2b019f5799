using ServiceTray.Languages;
using ServiceTray.Referrals.Programmes;
using ServiceTray.Trays;

namespace ServiceTray.Referrals.Pages;

/// <summary>Writes what a client takes home on paper: her code, where it opens, whom to ask and what she agreed to; nothing of her.</summary>
internal sealed class ClientPaper(SheetWriter sheets)
{
    public Sheet Write(string code, Programme programme, ProgrammeParty? contact, string address, Language language)
    {
        var words = Texts.In(language);
        return new Sheet(
            words["Own.Title"],
            language.Tag(),
            QrPicture.Of(address),
            [
                new(words["Own.Title"], SheetLook.Heading),
                new(words["Paper.Open", address]),
                new($"{words["Own.Code"]} {code}", SheetLook.Strong, Opens: true),
                new(words["Paper.Pin"]),
            ],
            [
                .. Contact(contact, words, language),
                new(programme.Name.Pick(language).Value, SheetLook.Strong, Opens: true),
                new(programme.ConsentText.Pick(language).Value),
                .. sheets.Help(language),
            ]);
    }

    private static IEnumerable<SheetLine> Contact(ProgrammeParty? contact, Wording words, Language language) => contact is null ? [] :
    [
        new(words["Own.Contact"], SheetLook.Strong, Opens: true),
        new(contact.Phone is { } phone ? $"{contact.Name.Pick(language).Value}, {phone}" : contact.Name.Pick(language).Value),
    ];
}
