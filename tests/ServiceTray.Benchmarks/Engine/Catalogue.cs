using System.Text.Json;
using System.Text.Json.Serialization;
using ServiceTray.Benchmarks.Http;
using ServiceTray.GraphQL;
using ServiceTray.GraphQL.Http;

namespace ServiceTray.Benchmarks.Engine;

/// <summary>Objects that are made before the first request, so that only the engine's own work is measured.</summary>
internal static class Catalogue
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) } };

    private static OfferingPage Page { get; } = new(208, true, [.. Enumerable.Range(1, 20).Select(Edge)]);

    public static string Sdl { get; } = new StreamReader(typeof(Catalogue).Assembly.GetManifestResourceStream("Catalogue.graphql")!).ReadToEnd();

    public static Question Question { get; } = new(
        """
        query Page($first: Int!) {
          offerings(first: $first) {
            totalCount
            hasNextPage
            edges {
              score
              distanceKm
              node {
                id
                name { value language }
                summary { value language }
                kind
                lowThreshold
                themes
                organisation { id name { value } }
                places { name { value } address }
              }
            }
          }
        }
        """,
        [new { first = 20 }]);

    /// <summary>The same objects for a peer in another language.</summary>
    public static string ToJson() => JsonSerializer.Serialize(Page, Json);

    public static GraphQLBuilder AddTo(GraphQLBuilder graphql) => graphql
        .AddSchema("Catalogue.graphql", Sdl)
        .Bind<OfferingPage>().Bind<OfferingEdge>().Bind<Offering>().Bind<Text>().Bind<Organisation>().Bind<Place>().Bind<Kind>()
        .AddResolvers(typeof(Queries), On.Query);

    private static OfferingEdge Edge(int n) => new(20 - (n * 0.37), n % 4 == 0 ? null : n * 1.25, new Offering(
        $"00000000-0000-0000-0000-{n:000000000000}",
        new Text($"Liikuntaryhmä ikäihmisille {n}", "fi"),
        n % 5 == 0 ? null : new Text("Kevyttä jumppaa ja seuraa joka viikko.", "fi"),
        (Kind)(n % 3),
        n % 2 == 0,
        [Kind.Group, Kind.Advice],
        new Organisation($"00000000-0000-0000-0001-{n % 7:000000000000}", new Text("Kuopion hyvinvointikeskus", "fi")),
        [new Place(new Text("Uimahalli, pääovi", "fi"), $"Hapelähteenkatu {n}, 70110 Kuopio")]));

    internal enum Kind
    {
        Group,
        Course,
        Advice,
    }

    internal sealed record Text(string Value, string Language);

    internal sealed record Organisation(string Id, Text Name);

    internal sealed record Place(Text Name, string? Address);

    internal sealed record Offering(string Id, Text Name, Text? Summary, Kind Kind, bool LowThreshold, IReadOnlyList<Kind> Themes, Organisation Organisation, IReadOnlyList<Place> Places);

    internal sealed record OfferingEdge(double Score, double? DistanceKm, Offering Node);

    internal sealed record OfferingPage(int TotalCount, bool HasNextPage, IReadOnlyList<OfferingEdge> Edges);

    internal static class Queries
    {
        public static OfferingPage Offerings(int first) => first == Page.Edges.Count ? Page : Page with { Edges = [.. Page.Edges.Take(first)] };
    }
}
