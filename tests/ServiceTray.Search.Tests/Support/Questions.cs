using ServiceTray.Search.Geography;
using ServiceTray.Search.Querying;

namespace ServiceTray.Search.Tests.Support;

/// <summary>Random queries over a <see cref="World"/>.</summary>
internal static class Questions
{
    public static SearchQuery Any(World world)
    {
        var near = Chance(world, 2) ? new Reach(world.Point(), 1 + (world.Random.NextDouble() * 200_000), world.Many(2, () => world.Pick(["north", "all", "nowhere"]))) : null;
        return new SearchQuery
        {
            Text = Chance(world, 2) ? string.Join(' ', world.Many(2, world.Word).Append(world.Word())) : null,
            AllWords = Chance(world, 3),
            Language = Chance(world, 2) ? "fi" : null,
            Keywords = [.. Some(world, () => new KeywordFilter("colour", world.Many(2, () => world.Pick(["red", "blue", "none"])))), .. Some(world, () => new KeywordFilter("size", ["s", "l"]))],
            Numbers = [.. Some(world, () => new NumberFilter("height", world.Random.Next(6), Chance(world, 2) ? 8 : null, Chance(world, 2)))],
            Near = near,
            Within = Chance(world, 4) ? Box(world.Point(), world.Point()) : null,
            Inside = Chance(world, 4) ? Around(world) : null,
            During = Chance(world, 4) ? new TimeFilter([world.Time(), .. world.Many(2, world.Time)], Chance(world, 3) ? new KeywordFilter("size", ["m"]) : null) : null,
            Boosts = [.. Some(world, () => new KeywordBoost("colour", ["red", "none"], 0.5))],
            Order = world.Pick<SearchOrder>([SearchOrder.Best, SearchOrder.Soonest, SearchOrder.Name, SearchOrder.Newest, near is null ? SearchOrder.Name : SearchOrder.Nearest]),
            Facets = [new FacetRequest("colour"), new FacetRequest("size", 2)],
            Page = new PageRequest(1_000),
            Now = World.Noon,
        };
    }

    private static GeoBox Box(GeoPoint a, GeoPoint b) => new(
        Math.Min(a.Latitude, b.Latitude), Math.Min(a.Longitude, b.Longitude), Math.Max(a.Latitude, b.Latitude), Math.Max(a.Longitude, b.Longitude));

    // A star around a point: its corners turn one way, so that no two edges cross.
    private static GeoPolygon Around(World world)
    {
        var centre = world.Point();
        var angles = Enumerable.Range(0, 3 + world.Random.Next(6)).Select(_ => world.Random.NextDouble() * 2 * Math.PI).Concat([0.1, 2.2, 4.3]).Order();
        return new GeoPolygon([.. angles.Select(angle => (Angle: angle, Reach: 0.2 + (2 * world.Random.NextDouble())))
            .Select(corner => new GeoPoint(centre.Latitude + (corner.Reach * Math.Sin(corner.Angle)), centre.Longitude + (corner.Reach * Math.Cos(corner.Angle))))]);
    }

    private static T[] Some<T>(World world, Func<T> make) => Chance(world, 3) ? [make()] : [];

    private static bool Chance(World world, int oneIn) => world.Random.Next(oneIn) == 0;
}
