using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.IO;

namespace ServiceTray.Places;

/// <summary>The municipalities' borders, as an operator brought them.</summary>
internal sealed class MunicipalBorders
{
    /// <summary>What the file is called in the data folder.</summary>
    public const string FileName = "borders.bin";

    private const string Mark = "ServiceTray borders 1";

    private readonly STRtree<(string Code, IndexedPointInAreaLocator Area)> areas = new();

    /// <summary>From each municipality's area, in degrees, longitude first.</summary>
    public MunicipalBorders(IEnumerable<(string Code, Geometry Area)> borders)
    {
        foreach (var (code, area) in borders)
        {
            var locator = new IndexedPointInAreaLocator(area);

            // Asked once, so that it is ready before many ask at the same time.
            locator.Locate(area.Coordinate);
            areas.Insert(area.EnvelopeInternal, (code, locator));
        }

        areas.Build();
    }

    /// <summary>The code of the municipality that a point lies in; null: in none.</summary>
    public string? CodeAt(Coordinates point)
    {
        var at = new Coordinate(point.Longitude, point.Latitude);
        return areas.Query(new Envelope(at)).Where(area => area.Area.Locate(at) != Location.Exterior).Select(area => area.Code).Order(StringComparer.Ordinal).FirstOrDefault();
    }

    /// <summary>The borders of a file that <see cref="Write"/> has written; null: there is none.</summary>
    /// <exception cref="InvalidDataException">The file is something else.</exception>
    public static MunicipalBorders? Read(string file)
    {
        if (!File.Exists(file))
        {
            return null;
        }

        try
        {
            using var reader = new BinaryReader(File.OpenRead(file));
            if (reader.ReadString() != Mark)
            {
                throw new InvalidDataException($"{file} holds no borders.");
            }

            var geometries = new WKBReader();
            return new MunicipalBorders([.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => (reader.ReadString(), geometries.Read(reader.ReadBytes(reader.ReadInt32()))))]);
        }
        catch (Exception wrong) when (wrong is IOException or FormatException or ParseException or ArgumentException)
        {
            throw new InvalidDataException($"{file} is damaged; bring the borders in again.", wrong);
        }
    }

    /// <summary>Writes borders beside and renames them, so that a start never reads half of them.</summary>
    public static void Write(string file, IReadOnlyList<(string Code, Geometry Area)> borders)
    {
        using (var writer = new BinaryWriter(File.Create($"{file}.new")))
        {
            writer.Write(Mark);
            writer.Write(borders.Count);
            var geometries = new WKBWriter();
            foreach (var (code, area) in borders)
            {
                var bytes = geometries.Write(area);
                writer.Write(code);
                writer.Write(bytes.Length);
                writer.Write(bytes);
            }
        }

        File.Move($"{file}.new", file, overwrite: true);
    }
}
