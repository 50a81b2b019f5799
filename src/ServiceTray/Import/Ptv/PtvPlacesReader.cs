using ServiceTray.Languages;
using ServiceTray.Organisations;
using ServiceTray.Places;

namespace ServiceTray.Import.Ptv;

/// <summary>The addresses of a service location into places.</summary>
internal static class PtvPlacesReader
{
    /// <summary>One place for each address that can be visited, however often it is told.</summary>
    public static IReadOnlyList<Place> Read(PtvChannel channel, Regions regions, PtvTrouble trouble)
    {
        var name = PtvTexts.First(channel.ServiceChannelNames.Of("Name"));
        var addresses = channel.Addresses.Told().Where(CanBeVisited).Select(address => address.StreetAddress ?? address.OtherAddress).OfType<PtvStreet>();

        // The register tells a corrected point as a second address of the same street: the hand-entered one is the better.
        return [.. addresses.GroupBy(Key).Select((same, index) => Read(channel.Id!, index, name, [.. same.OrderBy(Trust)], regions, trouble))];
    }

    private static bool CanBeVisited(PtvAddress address) =>
        address.Type is null or "Location" or "Visiting" && address.SubType is not ("PostOfficeBox" or "Abroad") && address.Country is null or "" or "FI";

    private static (string? Street, string? Spot) Key(PtvStreet address)
    {
        var street = PtvTexts.First(address.Street.Told()).TextOrNull(Language.Fi)?.Value.ToUpperInvariant();
        return street is null ? (null, $"{address.Latitude} {address.Longitude}") : (street, Blank(address.StreetNumber)?.ToUpperInvariant());
    }

    private static int Trust(PtvStreet address) => address.CoordinateState switch
    {
        "EnteredByUser" => 0,
        "Ok" => 1,
        _ => 2,
    };

    private static Place Read(string channel, int index, LocalizedText name, IReadOnlyList<PtvStreet> told, Regions regions, PtvTrouble trouble)
    {
        var point = PointOf(told, regions, trouble);
        var postalCode = told.Select(address => Blank(address.PostalCode)).FirstOrDefault(code => code is not null);
        var number = told.Select(address => Blank(address.StreetNumber)).FirstOrDefault(text => text is not null);
        var street = PtvTexts.First(told.SelectMany(address => address.Street.Told()));
        return new Place
        {
            Id = Source.IdOf(PtvSource.SourceName, FormattableString.Invariant($"{channel}#{index}")),
            Name = name,
            StreetAddress = LocalizedText.Of(street.Select(text => (text.Language, (string?)$"{text.Value} {number}".TrimEnd()))),
            PostalCode = postalCode,
            Municipality = MunicipalityOf(told, postalCode, point, regions, trouble),
            Coordinates = point,
            Arrival = PtvTexts.Joined(told.SelectMany(address => address.AdditionalInformation.Told())),
        };
    }

    private static Coordinates? PointOf(IReadOnlyList<PtvStreet> told, Regions regions, PtvTrouble trouble)
    {
        foreach (var address in told.Where(address => Trust(address) < 2))
        {
            if (Tm35Fin.Metres(address.Latitude) is not { } northing || Tm35Fin.Metres(address.Longitude) is not { } easting)
            {
                continue;
            }

            if (Tm35Fin.Covers(northing, easting))
            {
                return Tm35Fin.ToWgs84(northing, easting);
            }

            if (Tm35Fin.Covers(easting, northing))
            {
                // Northing and easting the wrong way round: turned only when the municipality that is told proves it.
                var turned = Tm35Fin.ToWgs84(easting, northing);
                var isProved = Blank(address.Municipality?.Code) is { } code && regions.MunicipalityAt(turned)?.Code == code;
                if (isProved)
                {
                    trouble.Add("coordinates-turned", "Northing and easting were the wrong way round; turned, they lie in the municipality that is told.", "$.addresses");
                    return turned;
                }

                trouble.Add("coordinates-swapped", "Northing and easting seem to be the wrong way round; nothing proves it.", "$.addresses");
                continue;
            }

            trouble.Add("coordinates-outside", $"Northing {address.Latitude}, easting {address.Longitude} do not lie in Finland.", "$.addresses");
        }

        trouble.Add("no-coordinates", "An address has no point that can be trusted; what is there is shown without one.", "$.addresses");
        return null;
    }

    /// <summary>What is told; else what the postal code or the point lies in.</summary>
    private static string? MunicipalityOf(IReadOnlyList<PtvStreet> told, string? postalCode, Coordinates? point, Regions regions, PtvTrouble trouble)
    {
        var code = told.Select(address => Blank(address.Municipality?.Code)).FirstOrDefault(text => text is not null);
        if (code is not null && regions.Municipality(code) is null)
        {
            trouble.Add("municipality-unknown", $"There is no municipality {code} any more.", "$.addresses");
        }

        return (regions.Municipality(code) ?? regions.Municipality(regions[postalCode]?.Municipality) ?? (point is null ? null : regions.MunicipalityAt(point)))?.Code;
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
