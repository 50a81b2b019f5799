using ServiceTray.Calendar;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Places;

namespace ServiceTray.Trays;

/// <summary>An item's facts as short lines, the same on screen and on paper: when, where, and whom to call.</summary>
internal sealed record ItemLines(IReadOnlyList<string> When, string? Where, IReadOnlyList<Contact> Phones)
{
    private const int MostTimes = 3;
    private const int MostPhones = 2;

    public static ItemLines Of(PlacedOffering placed, Regions regions, Language language, DateTimeOffset now)
    {
        var own = placed.Offering.Contacts.Where(contact => contact.Kind == ContactKind.Phone).ToList();
        var phones = own.Count > 0 ? own : [.. placed.Organisation.Contacts.Where(contact => contact.Kind == ContactKind.Phone)];
        return new ItemLines(WhenOf(placed.Offering, language, now), WhereOf(placed.Places.FirstOrDefault(), regions, language), [.. phones.Take(MostPhones)]);
    }

    private static IReadOnlyList<string> WhenOf(Offering offering, Language language, DateTimeOffset now)
    {
        var words = Offerings.Texts.In(language);
        var dates = offering.OccurrencesBetween(now, null).Where(date => date.Status == EventStatus.Scheduled).Take(MostTimes).Select(date => WhenWords.Of(date, words)).ToList();
        return dates.Count == 0 && offering is Activity activity
            ? [.. OpeningHoursWords.Of(activity.OpeningHours, HelsinkiTime.Day(now), language).Take(MostTimes).Select(line => $"{line.Days} {line.Times}{Brackets(line.Dates)}")]
            : dates;
    }

    private static string Brackets(string? dates) => dates is null ? "" : $" ({dates})";

    private static string? WhereOf(Place? place, Regions regions, Language language)
    {
        string?[] parts =
        [
            place?.Name.TextOrNull(language)?.Value,
            place?.StreetAddress.TextOrNull(language)?.Value,
            regions.Municipality(place?.Municipality)?.Name.Pick(language).Value,
        ];
        var told = string.Join(", ", parts.OfType<string>().Distinct());
        return told.Length > 0 ? told : null;
    }
}
