using ServiceTray.Search.Geography;
using ServiceTray.Search.Indexing;
using ServiceTray.Search.Querying;
using ServiceTray.Search.Tests.Support;
using Xunit;

namespace ServiceTray.Search.Tests.Querying;

/// <summary>The one rule for what is near beside what is reached from everywhere: coverage counts as ten kilometres.</summary>
public sealed class ReachTests
{
    private static readonly GeoPoint Here = new(62.9, 27.68);

    [Fact]
    public void What_is_reached_by_coverage_stands_after_what_is_near_and_before_what_is_far() =>
        Assert.Equal(["at the door", "9 km", "everywhere", "11 km", "100 km"], Ranked(Document("100 km", 100), Document("everywhere", null), Document("11 km", 11), Document("at the door", 0), Document("9 km", 9)));

    [Fact]
    public void A_better_answer_from_everywhere_passes_one_that_is_near() =>
        Assert.Equal(["everywhere", "near"], Ranked(Document("near", 1, "kissa koira hevonen lintu karhu susi kettu jänis"), Document("everywhere", null, "kissa")));

    [Fact]
    public void What_has_a_place_and_coverage_takes_the_nearer_of_both() =>
        Assert.Equal(["9 km", "everywhere", "far and everywhere"], Ranked(Document("far and everywhere", 100) with { Coverage = ["*"], UpdatedAt = World.Noon.AddDays(-400) }, Document("everywhere", null), Document("9 km", 9)));

    [Theory]
    [InlineData(0.4)]
    [InlineData(20_000)]
    [InlineData(3_000_000)]
    public void The_edge_of_a_circle_is_as_sharp_as_the_formula(double metres)
    {
        var random = new Random(5);
        var points = Enumerable.Range(0, 2_000).Select(_ =>
        {
            // At any side, within a metre of the edge.
            var (angle, far) = (random.NextDouble() * 2 * Math.PI, Math.Max(0, metres + (2 * random.NextDouble()) - 1) / Globe.Radius);
            var latitude = double.DegreesToRadians(Here.Latitude);
            var north = Math.Asin((Math.Sin(latitude) * Math.Cos(far)) + (Math.Cos(latitude) * Math.Sin(far) * Math.Cos(angle)));
            var east = Math.Atan2(Math.Sin(angle) * Math.Sin(far) * Math.Cos(latitude), Math.Cos(far) - (Math.Sin(latitude) * Math.Sin(north)));
            return new GeoPoint(double.RadiansToDegrees(north), Here.Longitude + double.RadiansToDegrees(east));
        }).ToList();
        var index = World.Index();
        index.Replace(points.Select((point, number) => Document("at the edge", 1) with { Key = new Guid(number, 0, 0, new byte[8]), Points = [point] }), 1);
        var near = points.Index().Where(each => Globe.Distance(Here, each.Item) <= metres).Select(each => each.Index).ToHashSet();
        Assert.InRange(near.Count, 500, 1_500);
        for (var page = new PageRequest(100); ; )
        {
            var found = index.Search(new SearchQuery { Near = new Reach(Here, metres, []), Page = page });
            Assert.Equal(near.Count, found.Total);
            Assert.All(found.Hits, hit => Assert.Contains(BitConverter.ToInt32(hit.Key.ToByteArray()), near));
            if (!found.HasNext)
            {
                break;
            }

            page = new PageRequest(100, found.Hits[^1].Cursor);
        }
    }

    private static IEnumerable<string> Ranked(params IndexDocument[] documents)
    {
        var index = World.Index();
        index.Replace(documents, 1);
        var names = documents.ToDictionary(document => document.Key, document => document.SortName);
        return index.Search(new SearchQuery { Text = "kissa", Near = new Reach(Here, 200_000, ["*"]), Now = World.Noon }).Hits.Select(hit => names[hit.Key]);
    }

    private static IndexDocument Document(string name, double? kilometres, string text = "kissa") => new()
    {
        Key = new Guid(name.Length, (short)name[0], (short)name[^3], new byte[8]),
        Texts = [new DocumentText("text", "fi", text)],
        Keywords = new Dictionary<string, IReadOnlyList<string>> { ["colour"] = [], ["size"] = [] },
        Points = kilometres is { } far ? [new GeoPoint(Here.Latitude + (far / 111.195), Here.Longitude)] : [],
        Coverage = kilometres is null ? ["*"] : [],
        SortName = name,
        UpdatedAt = World.Noon,
    };
}
