using System.Globalization;
using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;
using ServiceTray.Places;

namespace ServiceTray.Import;

/// <summary>ETRS-TM35FIN (EPSG:3067), the plane that Finnish registers measure on, into degrees.</summary>
internal static class Tm35Fin
{
    // The national plane as EPSG describes it: one transverse Mercator zone for the whole country. ETRS89 and WGS84
    // are half a metre apart at most, which is less than a doorway; they are taken as one.
    private const string Definition = """
        PROJCS["ETRS89 / TM35FIN(E,N)",
          GEOGCS["ETRS89",
            DATUM["European Terrestrial Reference System 1989", SPHEROID["GRS 1980", 6378137, 298.257222101], TOWGS84[0,0,0,0,0,0,0]],
            PRIMEM["Greenwich", 0], UNIT["degree", 0.0174532925199433]],
          PROJECTION["Transverse_Mercator"],
          PARAMETER["latitude_of_origin", 0], PARAMETER["central_meridian", 27], PARAMETER["scale_factor", 0.9996],
          PARAMETER["false_easting", 500000], PARAMETER["false_northing", 0], UNIT["metre", 1]]
        """;

    private static readonly ICoordinateTransformation ToDegrees = new CoordinateTransformationFactory().CreateFromCoordinateSystems(
        new CoordinateSystemFactory().CreateFromWkt(Definition), GeographicCoordinateSystem.WGS84);

    /// <summary>Whether a point lies in the part of the plane that Finland and its waters fill.</summary>
    public static bool Covers(double northing, double easting) =>
        northing is > 6_570_000 and < 7_790_000 && easting is > 50_000 and < 760_000;

    /// <summary>A point on the plane, in metres, in degrees rounded to a decimetre.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The point is not in Finland.</exception>
    public static Coordinates ToWgs84(double northing, double easting)
    {
        if (!Covers(northing, easting))
        {
            throw new ArgumentOutOfRangeException(nameof(northing), "The point is not in Finland.");
        }

        var (longitude, latitude) = Degrees(easting, northing);
        return new(Math.Round(latitude, 6), Math.Round(longitude, 6));
    }

    /// <summary>A point of the plane anywhere, as a corner of a border at sea.</summary>
    public static (double Longitude, double Latitude) Degrees(double easting, double northing) => ToDegrees.MathTransform.Transform(easting, northing);

    /// <summary>A number as the register writes it; null: none, and 0 means none.</summary>
    public static double? Metres(string? number) =>
        double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var metres) && double.IsFinite(metres) && metres != 0
            ? metres
            : null;
}
