using ServiceTray.Places;

namespace ServiceTray.Export.Ogc;

/// <summary>What the landing page and the collection say of themselves, with their links as the request addressed them.</summary>
internal sealed class OgcSite(FeedSheet sheet, Regions regions)
{
    public const string Root = "/ogc";
    public const string Collection = "offerings";
    public const string Items = $"{Root}/collections/{Collection}/items";

    public const string GeoJson = "application/geo+json";

    private const string Json = "application/json";
    private const string Crs84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

    public OgcLandingAnswer Landing() => new(
        sheet.Title,
        "Activities and events that do people good, as features: OGC API Features, the parts core and GeoJSON. Approximate places are snapped to a coarse grid.",
        [
            Link(Root, "self", Json),
            Link("/openapi.json", "service-desc", "application/vnd.oai.openapi+json;version=3.0", "The description of this API"),
            Link("/swagger/index.html", "service-doc", "text/html", "The same as a page"),
            Link($"{Root}/conformance", "conformance", Json, "The parts of the standard that are met"),
            Link($"{Root}/collections", "data", Json, "The collections"),
        ]);

    public static OgcConformanceAnswer Conformance() => new(
    [
        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
    ]);

    public OgcCollectionsAnswer Collections() => new([Link($"{Root}/collections", "self", Json)], [One()]);

    public OgcCollectionAnswer One() => new(
        Collection,
        sheet.Title,
        "What is on the tray, with where it is; what has no place has no geometry.",
        "feature",
        new OgcExtent(new OgcSpatialExtent([Extent()], Crs84)),
        [Crs84],
        [Link($"{Root}/collections/{Collection}", "self", Json), Link(Items, "items", GeoJson, sheet.Title)]);

    public OgcLink Link(string path, string relation, string type, string? title = null) => new(sheet.Home + path, relation, type, title);

    // The country, by the middles of its postal areas with a margin: where things may be, whatever is on the tray today.
    private double[] Extent()
    {
        const double Margin = 0.5;
        var centres = regions.PostalCodes.Select(region => region.Centre).ToList();
        return [Math.Floor(centres.Min(at => at.Longitude) - Margin), Math.Floor(centres.Min(at => at.Latitude) - Margin), Math.Ceiling(centres.Max(at => at.Longitude) + Margin), Math.Ceiling(centres.Max(at => at.Latitude) + Margin)];
    }
}
