using ServiceTray.Places;

namespace ServiceTray.Tests.Places;

/// <summary>The tables as they are shipped, read once for all tests.</summary>
internal static class KnownPlaces
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "seed-data", "places");

    public static Regions Regions { get; } = RegionReader.Read(Folder);

    public static Gazetteer Gazetteer { get; } = new(Regions);
}
