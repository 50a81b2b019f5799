using ServiceTray.Places;

namespace ServiceTray.Import;

/// <summary>Makes a point of a source's two numbers, and notices when they are the wrong way round.</summary>
internal static class PointReader
{
    /// <summary>The point; swapped numbers are put right only when the point then lies in the municipality that the record names.</summary>
    public static Coordinates? Read(double latitude, double longitude, string? municipality, Regions regions, Action<string, string> trouble)
    {
        if (!double.IsFinite(latitude) || !double.IsFinite(longitude) || (latitude == 0 && longitude == 0) || Coordinates.OrNull(latitude, longitude) is not { } point)
        {
            trouble("coordinates-none", "The point does not lie on the globe; the place is shown without it.");
            return null;
        }

        if (LiesInFinland(latitude, longitude) || !LiesInFinland(longitude, latitude))
        {
            return point;
        }

        var turned = new Coordinates(longitude, latitude);
        if (municipality is not null && regions.MunicipalityAt(turned)?.Code == municipality)
        {
            trouble("coordinates-turned", "Latitude and longitude were the wrong way round; turned, they lie in the municipality that is told.");
            return turned;
        }

        trouble("coordinates-swapped", "Latitude and longitude seem to be the wrong way round; nothing proves it, so the place is shown without a point.");
        return null;
    }

    private static bool LiesInFinland(double latitude, double longitude) => latitude is > 59 and < 70.2 && longitude is > 19 and < 31.7;
}
