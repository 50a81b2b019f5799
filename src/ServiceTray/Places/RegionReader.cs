using ServiceTray.Languages;

namespace ServiceTray.Places;

/// <summary>Reads the tables of <c>seed-data/places</c> and checks them against each other.</summary>
internal static class RegionReader
{
    /// <summary>The regions of the tables in a folder, with the borders of a file where there is one.</summary>
    /// <exception cref="InvalidDataException">A row that cannot be read or names what is not there, with file and line.</exception>
    public static Regions Read(string folder, string? borders = null)
    {
        var regions = new Dictionary<string, Region>(StringComparer.Ordinal);
        foreach (var row in PlaceTable.Read(Path.Combine(folder, "counties.csv"), "code,fi,sv,en,shortFi,shortSv,shortEn,latitude,longitude"))
        {
            Add(regions, row, new Region
            {
                Code = row.Required(0),
                Kind = RegionKind.County,
                Name = LocalizedText.Of(row.Required(1), row[2], row[3]),
                ShortName = LocalizedText.Of(row.Required(4), row[5], row[6]),
                Centre = row.Point(7),
            });
        }

        foreach (var row in PlaceTable.Read(Path.Combine(folder, "municipalities.csv"), "code,fi,sv,county,latitude,longitude"))
        {
            var name = LocalizedText.Of(row.Required(1), row[2]);
            Add(regions, row, new Region
            {
                Code = row.Required(0),
                Kind = RegionKind.Municipality,
                Name = name,
                ShortName = name,
                Centre = row.Point(4),
                County = row[3] is null ? null : Known(regions, row, 3, RegionKind.County).Code,
                Municipality = row.Required(0),
            });
        }

        foreach (var row in PlaceTable.Read(Path.Combine(folder, "postal-codes.csv"), "code,fi,sv,municipality,latitude,longitude,centre"))
        {
            var municipality = Known(regions, row, 3, RegionKind.Municipality);
            var name = row[1] is null ? municipality.Name : LocalizedText.Of(row[1], row[2]);
            Add(regions, row, new Region
            {
                Code = row.Required(0),
                Kind = RegionKind.PostalCode,
                Name = name,
                ShortName = name,
                Centre = row.Point(4),
                County = municipality.County,
                Municipality = municipality.Code,
                HasOwnCentre = row.Required(6) == "area",
            });
        }

        var neighbourhoods = new List<Neighbourhood>();
        foreach (var row in PlaceTable.Read(Path.Combine(folder, "neighbourhoods.csv"), "name,municipality,latitude,longitude"))
        {
            neighbourhoods.Add(new(LocalizedText.Of(row.Required(0)), Known(regions, row, 1, RegionKind.Municipality), row.Point(2)));
        }

        return new Regions(regions.Values, neighbourhoods, borders is null ? null : () => MunicipalBorders.Read(borders));
    }

    private static void Add(Dictionary<string, Region> regions, PlaceRow row, Region region)
    {
        if (!regions.TryAdd(region.Code, region))
        {
            throw row.Wrong("the code stands twice");
        }
    }

    private static Region Known(Dictionary<string, Region> regions, PlaceRow row, int cell, RegionKind kind) =>
        regions.TryGetValue(row.Required(cell), out var region) && region.Kind == kind
            ? region
            : throw row.Wrong($"cell {cell + 1} names no {kind}");
}
