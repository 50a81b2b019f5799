using System.Collections.Frozen;

namespace ServiceTray.Places;

/// <summary>All counties, municipalities and postal codes, unchanging.</summary>
internal sealed class Regions
{
    // As far as any land of the country lies from a postal area's centre (50.5 km, north of Sodankylä), with some room.
    private const double FarthestMetres = 52_000;

    private const int MunicipalityCodes = 1_000;

    private readonly FrozenDictionary<string, Region> byCode;

    // By the number that the code is: they are asked for a hundred times an answer.
    private readonly Region?[] municipalities = new Region?[MunicipalityCodes];
    private readonly double[] latitudes;
    private readonly double[] longitudes;
    private readonly Region[] centres;
    private readonly Lazy<MunicipalBorders?> borders;

    /// <summary>From regions and neighbourhoods that are already checked against each other; borders are read when a point is first asked for.</summary>
    public Regions(IReadOnlyCollection<Region> regions, IReadOnlyList<Neighbourhood> neighbourhoods, Func<MunicipalBorders?>? borders = null)
    {
        this.borders = new Lazy<MunicipalBorders?>(borders ?? (() => null));
        byCode = regions.ToFrozenDictionary(region => region.Code, StringComparer.Ordinal);
        Counties = Of(regions, RegionKind.County);
        Municipalities = Of(regions, RegionKind.Municipality);
        PostalCodes = Of(regions, RegionKind.PostalCode);
        foreach (var municipality in Municipalities)
        {
            municipalities[NumberOf(municipality.Code) ?? throw new ArgumentException($"{municipality.Code} is no code of a municipality.", nameof(regions))] = municipality;
        }

        Neighbourhoods = neighbourhoods;
        centres = [.. PostalCodes.Where(region => region.HasOwnCentre).OrderBy(region => region.Centre.Latitude)];
        latitudes = [.. centres.Select(region => region.Centre.Latitude)];
        longitudes = [.. centres.Select(region => region.Centre.Longitude)];
    }

    /// <summary>The wellbeing services counties, by code.</summary>
    public IReadOnlyList<Region> Counties { get; }

    /// <summary>The municipalities, by code.</summary>
    public IReadOnlyList<Region> Municipalities { get; }

    /// <summary>The postal codes, in order.</summary>
    public IReadOnlyList<Region> PostalCodes { get; }

    /// <summary>Parts of municipalities known besides the postal areas.</summary>
    public IReadOnlyList<Neighbourhood> Neighbourhoods { get; }

    /// <summary>The region of this code, of any kind; null: there is none.</summary>
    public Region? this[string? code] => code is null ? null : byCode.GetValueOrDefault(code);

    /// <summary>The municipality of this code; null: there is none.</summary>
    public Region? Municipality(string? code) => NumberOf(code) is { } number ? municipalities[number] : null;

    /// <summary>The municipality in which a point lies; null: abroad or far at sea.</summary>
    public Region? MunicipalityAt(Coordinates point) => Lying(point)?.Municipality;

    /// <summary>The municipality in which a point lies, and how that is known; null: abroad or far at sea.</summary>
    public (Region Municipality, MunicipalityBy By)? Lying(Coordinates point) =>
        Municipality(borders.Value?.CodeAt(point)) is { } exact ? (exact, MunicipalityBy.Borders)
        : Nearest(point) is { } near ? (near, MunicipalityBy.NearestPostalArea)
        : null;

    /// <summary>Codes of the municipality and county in which a point lies; none: abroad. As true as <see cref="MunicipalityAt"/>.</summary>
    public IReadOnlyList<string> Covering(Coordinates point) => Codes(MunicipalityAt(point));

    /// <summary>The same of a spot, whose municipality may be known by its name.</summary>
    public IReadOnlyList<string> CodesOf(Spot spot) => Codes(spot.Municipality ?? MunicipalityAt(spot.Coordinates));

    private static IReadOnlyList<string> Codes(Region? municipality) => municipality switch
    {
        null => [],
        { County: null } => [municipality.Code],
        { County: { } county } => [municipality.Code, county],
    };

    // Where no borders were brought in, the nearest centre of a postal area stands for them, of which there are ten to a
    // municipality. It errs near borders, by a neighbour; where that matters, the record names its municipality.
    private Region? Nearest(Coordinates point)
    {
        var east = Math.Cos(double.DegreesToRadians(point.Latitude));
        var (nearest, least) = (-1, double.MaxValue);
        var at = latitudes.AsSpan().BinarySearch(point.Latitude);
        at = at < 0 ? ~at : at;

        // From the point's latitude each way, until no centre so far north or south can be nearer.
        for (var north = at; north < latitudes.Length && Square(latitudes[north] - point.Latitude) < least; north++)
        {
            Look(north);
        }

        for (var south = at - 1; south >= 0 && Square(latitudes[south] - point.Latitude) < least; south--)
        {
            Look(south);
        }

        return nearest >= 0 && centres[nearest].Centre.MetresTo(point) <= FarthestMetres ? Municipality(centres[nearest].Municipality) : null;

        void Look(int place)
        {
            var square = Square(latitudes[place] - point.Latitude) + Square((longitudes[place] - point.Longitude) * east);
            (least, nearest) = square < least ? (square, place) : (least, nearest);
        }
    }

    private static int? NumberOf(string? code) =>
        code is [>= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9'] ? ((code[0] - '0') * 100) + ((code[1] - '0') * 10) + code[2] - '0' : null;

    private static double Square(double number) => number * number;

    private static Region[] Of(IReadOnlyCollection<Region> regions, RegionKind kind) =>
        [.. regions.Where(region => region.Kind == kind).OrderBy(region => region.Code, StringComparer.Ordinal)];
}
