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
