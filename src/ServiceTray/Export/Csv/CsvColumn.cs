using System.Globalization;
using ServiceTray.Languages;

namespace ServiceTray.Export.Csv;

/// <summary>A column of the table: its lasting name, and how its value is read; lists are parted by spaces.</summary>
internal sealed record CsvColumn(string Name, Func<CsvRow, string?> Value)
{
    public static IReadOnlyList<CsvColumn> All { get; } =
    [
        new("id", row => $"{row.Offering.Id}"),
        new("kind", row => PublicWords.Of(row.Offering.Kind)),
        new("name", row => row.In(row.Offering.Name)),
        new("summary", row => row.In(row.Offering.Summary)),
        new("themes", row => Words(row.Offering.Themes)),
        new("organisation", row => row.In(row.Placed.Organisation.Name)),
        new("organisationId", row => $"{row.Placed.Organisation.Id}"),
        new("place", row => row.In(row.Place?.Name)),
        new("streetAddress", row => row.In(row.Place?.StreetAddress)),
        new("postalCode", row => row.Place?.PostalCode),
        new("municipality", row => row.In(row.Regions.Municipality(row.Place?.Municipality)?.Name)),
        new("latitude", row => Number(row.Place?.ShownCoordinates?.Latitude)),
        new("longitude", row => Number(row.Place?.ShownCoordinates?.Longitude)),
        new("modes", row => Words(row.Offering.Modes)),
        new("audiences", row => Words(row.Offering.Audiences)),
        new("minimumAge", row => Number(row.Offering.Ages.Minimum)),
        new("maximumAge", row => Number(row.Offering.Ages.Maximum)),
        new("languages", row => string.Join(' ', row.Offering.Languages)),
        new("free", row => Flag(row.Offering.Price.Free)),
        new("price", row => row.Offering.Price.Amount?.ToString(CultureInfo.InvariantCulture)),
        new("lowThreshold", row => Flag(row.Offering.LowThreshold)),
        new("acceptsReferrals", row => Flag(row.Offering.AcceptsReferrals)),
        new("startsAt", row => row.Next is { } next ? FeedWords.Instant(next.StartsAt) : null),
        new("endsAt", row => row.Next is { } next ? FeedWords.Instant(next.EndsAt) : null),
        new("recurrence", row => FeedWords.Series(row.Offering, row.Sheet)),
        new("url", row => row.Sheet.PageOf(row.Offering.Id)),
        new("source", row => row.Offering.Source.Name),
        new("sourceId", row => row.Offering.Source.Id),
        new("licence", row => row.Offering.Source.Licence),
        new("updatedAt", row => FeedWords.Instant(row.Offering.UpdatedAt)),
    ];

    private static string Words<T>(IEnumerable<T> members)
        where T : struct, Enum => string.Join(' ', members.Select(PublicWords.Of));

    private static string? Flag(bool? told) => told is { } flag ? (flag ? "true" : "false") : null;

    private static string? Number(double? told) => told?.ToString("0.######", CultureInfo.InvariantCulture);
}
