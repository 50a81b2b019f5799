using ServiceTray.Organisations;
using ServiceTray.Places;

namespace ServiceTray.Import.LinkedEvents;

/// <summary>A place of the API into ours.</summary>
internal sealed class LinkedPlaceReader(string source, Regions regions)
{
    private const string Online = ":internet";

    /// <summary>Whether the place is the net: then one takes part from home.</summary>
    public static bool IsOnline(LinkedPlace place) => (place.Id ?? LinkedJson.IdOf(place.Address))?.EndsWith(Online, StringComparison.Ordinal) == true;

    public Place Read(LinkedPlace place, Action<string, string> trouble)
    {
        var postalCode = regions[place.PostalCode?.Trim()] is { Kind: RegionKind.PostalCode } known ? known : null;
        var municipality = Named(place) ?? regions.Municipality(postalCode?.Municipality);
        var point = place.Position is { Coordinates: [var longitude, var latitude, ..] }
            ? PointReader.Read(latitude, longitude, municipality?.Code, regions, trouble)
            : null;
        return new Place
        {
            Id = Source.IdOf(source, $"place:{place.Id}"),
            Name = LinkedTexts.Words(place.Name),
            StreetAddress = LinkedTexts.Words(place.StreetAddress),
            PostalCode = string.IsNullOrWhiteSpace(place.PostalCode) ? null : place.PostalCode.Trim(),
            Municipality = (municipality ?? (point is null ? null : regions.MunicipalityAt(point)))?.Code,
            Coordinates = point,
        };
    }

    /// <summary>The municipality that is named: by the area it lies in, else by its address.</summary>
    private Region? Named(LinkedPlace place)
    {
        var names = (place.Divisions ?? []).OfType<LinkedDivision>().Where(division => division.Type == "muni").SelectMany(division => division.Name?.Values ?? Enumerable.Empty<string?>())
            .Concat(place.AddressLocality?.Values ?? Enumerable.Empty<string?>()).OfType<string>().Select(name => name.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return names.Count == 0 ? null : regions.Municipalities.FirstOrDefault(municipality => municipality.Name.Any(name => names.Contains(name.Value)));
    }
}
