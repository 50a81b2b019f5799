using System.Text.Json;

namespace ServiceTray.Benchmarks.Http;

/// <summary>A GraphQL request, as every side of a measurement is asked it.</summary>
internal sealed class Question(string query, object variables)
{
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
        new { filter = new { text = "liikunta ryhmä uimahalli", near = new { at = new { place = "Kuopio" }, radiusKm = 50 } } });

    public string Query { get; } = query;

    public string Body { get; } = JsonSerializer.Serialize(new { query, variables });
}
