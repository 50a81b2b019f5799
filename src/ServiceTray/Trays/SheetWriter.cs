using ServiceTray.Calendar;
using ServiceTray.Guidance;
using ServiceTray.Languages;
using ServiceTray.Organisations;
using ServiceTray.Places;

namespace ServiceTray.Trays;

/// <summary>Writes a tray as the lines of a sheet to print, ending in the same numbers to call as every page.</summary>
internal sealed class SheetWriter(Regions regions, HelpRows help, TimeProvider clock)
{
    public Sheet Write(Tray tray, string address, Language language)
    {
        var words = Texts.In(language);
        var now = clock.GetUtcNow();
        return new Sheet(
            words["Tray"],
            language.Tag(),
            QrPicture.Of(address),
            [
                new(words["Tray"], SheetLook.Heading),
                .. Lines(tray.Greeting),
                new($"{words["Code"]} {tray.Code}", SheetLook.Strong, Opens: true),
                new(words["Until", words.Date(HelsinkiTime.Day(tray.ExpiresAt))]),
            ],
            [.. tray.Items.SelectMany((item, i) => Item(item, i + 1, language, now)), .. Help(language)]);
    }

    private IEnumerable<SheetLine> Item(TrayItem item, int number, Language language, DateTimeOffset now)
    {
        var words = Texts.In(language);
        yield return new($"{number}. {item.Name.Pick(language).Value}", SheetLook.Strong, Opens: true);
        foreach (var change in item.Changed)
        {
            yield return new(words["Sheet.Changed", change.Pick(language).Value], SheetLook.Strong);
        }

        foreach (var line in Lines(item.Note))
        {
            yield return line;
        }

        if (item.Placed is not { } placed)
        {
            yield break;
        }

        yield return new(placed.Organisation.Name.Pick(language).Value);
        var facts = ItemLines.Of(placed, regions, language, now);
        foreach (var line in facts.When.Append(facts.Where).OfType<string>())
        {
            yield return new(line);
        }

        foreach (var phone in facts.Phones)
        {
            yield return new(Phone(phone, language), SheetLook.Strong);
        }
    }

    private static string Phone(Contact phone, Language language) =>
        phone.Label.TextOrNull(language) is { } label ? $"{phone.Value}  {label.Value}" : phone.Value;

    /// <summary>The numbers to call, as every sheet ends.</summary>
    public IEnumerable<SheetLine> Help(Language language)
    {
        yield return new(Texts.In(language)["Sheet.Help"], SheetLook.Strong, Opens: true);
        foreach (var row in help.Neutral(language))
        {
            yield return new($"{row.Phone}  {row.Title.Pick(language).Value}{(row.Hours.TextOrNull(language) is { } hours ? $", {hours.Value}" : "")}");
        }
    }

    private static IEnumerable<SheetLine> Lines(string? words) => words?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => new SheetLine(line)) ?? [];
}
