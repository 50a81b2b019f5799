using ServiceTray.Search.Analysis.Finnish;
using ServiceTray.Search.Geography;
using ServiceTray.Search.Indexing;

namespace ServiceTray.Search.Tests.Support;

/// <summary>A small world of made-up documents, the same for one seed.</summary>
internal sealed class World(int seed)
{
    public static readonly IndexSchema Schema = new(
        [new TextField("title", 2), new TextField("text", 1)],
        ["colour", "size"],
        ["height"]);

    public static readonly DateTimeOffset Noon = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    private static readonly string[] Words = ["kissa", "koira", "hevonen", "lintu", "karhu", "susi", "kettu", "jänis"];
    private static readonly string[] Colours = ["red", "green", "blue", "white"];
    private static readonly string[] Names = ["Aalto", "Äyräs", "Öljy", "Zeppelin", "aamu", "Åbo", "Ville", "wau"];

    public Random Random { get; } = new(seed);

    public static SearchIndex Index(SearchOptions? options = null) =>
        new(Schema, options ?? new SearchOptions { FinnishChain = FinnishChain.Managed });

    public IndexDocument Document() => Document(new Guid(Random.Next(), 0, 0, new byte[8]));

    public IndexDocument Document(Guid key) => new()
    {
        Key = key,
        Texts = [new DocumentText("title", "fi", Word()), new DocumentText("text", "fi", string.Join(' ', Many(6, Word)))],
        Keywords = new Dictionary<string, IReadOnlyList<string>> { ["colour"] = Many(3, () => Pick(Colours)), ["size"] = [Pick(["s", "m", "l"])] },
        Numbers = Random.Next(3) == 0 ? new Dictionary<string, double>() : new Dictionary<string, double> { ["height"] = Random.Next(10) },
        Points = Many(2, Point),
        Coverage = Many(2, () => Pick(["north", "south", "all"])),
        Times = Many(3, Time),
        SortName = Pick(Names) + Random.Next(5),
        UpdatedAt = Noon.AddDays(-Random.Next(400)),
    };

    public GeoPoint Point() => new(60 + (Random.NextDouble() * 4), 22 + (Random.NextDouble() * 6));

    public TimeRange Time()
    {
        var start = Noon.AddHours(Random.Next(-200, 400));
        return new TimeRange(start, start.AddHours(Random.Next(0, 30)));
    }

    public string Word() => Pick(Words);

    public T Pick<T>(IReadOnlyList<T> from) => from[Random.Next(from.Count)];

    public T[] Many<T>(int most, Func<T> make) => [.. Enumerable.Range(0, Random.Next(most + 1)).Select(_ => make())];
}
