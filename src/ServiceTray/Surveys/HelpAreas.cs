using ServiceTray.Offerings;
using ServiceTray.Places;

namespace ServiceTray.Surveys;

/// <summary>In which municipality and county somebody is, as far as she told a place; what cannot be understood is no place, and never takes help away.</summary>
internal sealed class HelpAreas(Gazetteer gazetteer, Regions regions)
{
    public IReadOnlyList<string> Of(NearInput? near) => near?.At switch
    {
        { Coordinates: { } point } => Coordinates.OrNull(point.Latitude, point.Longitude) is { } at ? regions.Covering(at) : [],
        { Place: { } words } => gazetteer.ResolveOrNull(words) is { } spot ? Of(spot) : [],
        _ => [],
    };

    private IReadOnlyList<string> Of(Spot spot) => spot switch
    {
        { Municipality: { County: { } county } municipality } => [municipality.Code, county],
        { Municipality: { } municipality } => [municipality.Code],
        { Precision: SpotPrecision.County } => [.. regions.Counties.Where(county => county.Centre == spot.Coordinates).Select(county => county.Code)],
        _ => [],
    };
}
