using System.Text.Json;

namespace ServiceTray.Benchmarks.Http;

/// <summary>A GraphQL request, as every side of a measurement is asked it.</summary>
internal sealed class Question(string query, IReadOnlyList<object> variables)
{
    private const int Different = 10_000;

    public const string MediaType = "application/json";
    public const string Accept = "application/graphql-response+json";

    /// <summary>What a resident's search page asks: words, a place, twenty hits with where and by whom, and the counts beside them.</summary>
    public static Question Search { get; } = new(
        """
        query Search($filter: OfferingFilter!) {
          search(filter: $filter, first: 20) {
            totalCount
            pageInfo { hasNextPage endCursor }
            facets { themes { count } kinds { count } }
            edges {
              score
              distanceKm
              node {
                id
                name { value language }
                summary { value language }
                lowThreshold
                organisation { id name { value } }
                places { name { value } }
              }
            }
          }
        }
        """,
        [new { filter = new { text = "liikunta ryhmä uimahalli", near = new { at = new { place = "Kuopio" }, radiusKm = 50 } } }]);

    /// <summary>Two words round 10,000 points by turns, any of them and all: how many, counts by theme and municipality, the best twenty with name and distance.</summary>
    public static Question TwoWords { get; } = new(
        """
        query Search($filter: OfferingFilter!) {
          search(filter: $filter, first: 20) {
            totalCount
            facets { themes { theme { code } count } municipalities { region { code } count } }
            edges { distanceKm node { id name { value } } }
          }
        }
        """,
        [.. MadeCountry.Asked(Different).Select(asked => new
        {
            filter = new { text = $"{asked.First} {asked.Second}", allWords = asked.All, near = new { at = new { coordinates = new { latitude = asked.Point.Latitude, longitude = asked.Point.Longitude } }, radiusKm = 20 } },
        })]);

    public string Query { get; } = query;

    /// <summary>The request with each set of variables.</summary>
    public IReadOnlyList<string> Bodies { get; } = [.. variables.Select(each => JsonSerializer.Serialize(new { query, variables = each }))];
}
