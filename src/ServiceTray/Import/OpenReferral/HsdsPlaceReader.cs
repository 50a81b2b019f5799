using ServiceTray.Languages;
using ServiceTray.Organisations;
using ServiceTray.Places;

namespace ServiceTray.Import.OpenReferral;

/// <summary>Locations into places.</summary>
internal sealed class HsdsPlaceReader(string source, string language, Regions regions)
{
    /// <summary>Whether one goes there.</summary>
    public static bool IsVisited(HsdsLocation location) => location.Id is not null && location.LocationType is null or "physical" or "";

    public Place Read(HsdsLocation location, Action<string, string> trouble)
    {
        var address = (location.Addresses ?? []).OfType<HsdsAddress>().OrderBy(address => address.AddressType == "postal").FirstOrDefault();
        var isFinnish = address?.Country is null or "FI" or "FIN" or "Finland" or "Suomi";
        var municipality = isFinnish && address is not null
            ? regions.Municipality(regions[address.PostalCode]?.Municipality) ?? regions.Municipalities.FirstOrDefault(known => known.Name.Any(name => name.Value.Equals(address.City, StringComparison.OrdinalIgnoreCase)))
            : null;
        var point = location is { Latitude: { } latitude, Longitude: { } longitude } ? PointReader.Read(latitude, longitude, municipality?.Code, regions, trouble) : null;
        return new Place
        {
            Id = Source.IdOf(source, $"location:{location.Id}"),
            Name = Words(location.Name),
            StreetAddress = Words(isFinnish || address?.City is null ? address?.Street : $"{address.Street}, {address.City}"),
            PostalCode = isFinnish && address?.PostalCode is { Length: 5 } code && code.All(char.IsAsciiDigit) ? code : null,
            Municipality = (municipality ?? (point is null ? null : regions.MunicipalityAt(point)))?.Code,
            Coordinates = point,
            Arrival = Words(location.Transportation),
        };
    }

    private LocalizedText Words(string? words) => LocalizedText.Of((language, PlainText.Of(words)));
}
