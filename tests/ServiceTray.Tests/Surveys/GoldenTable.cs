using System.Globalization;
using System.Text.Json;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Surveys;

/// <summary>
/// Sixty-six answer sets over all of the seed: needs and safety stand in golden.tsv, worked out from the rules by a program of another
/// language; the first suggestion is worked out here, from REST alone and by the weights as they are told.
/// </summary>
[Collection(FullTray.Name)]
public sealed class GoldenTable(FullTray shared)
{
    private const string Ask = """
        mutation($input: AnswerSurveyInput!) { answerSurvey(input: $input) { safety { phone url } errors { code } result {
          needs { theme { code } need importance band } suggestions { theme { code } offering { id } } } } }
        """;

    private readonly TrayApp tray = shared.App;

    public static IReadOnlyList<(string Asked, string Needs, string Help)> All { get; } =
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "tests", "ServiceTray.Tests", "Surveys", "golden.tsv"))
            .Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')).Select(row => (row[0], row[1], row[2])),
    ];

    public static TheoryData<string, string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (var (asked, needs, help) in All)
            {
                rows.Add(asked, needs, help);
            }

            return rows;
        }
    }

    [Fact]
    public void Has_at_least_sixty_rows() => Assert.True(All.Count >= 60);

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Holds(string asked, string needs, string help)
    {
        var person = Person.Read(asked);
        var payload = (await tray.QueryAsync(Ask, new { input = person.Input })).GetProperty("answerSurvey");
        Assert.Empty(payload.GetProperty("errors").EnumerateArray());
        var result = payload.GetProperty("result");
        var told = result.GetProperty("needs").EnumerateArray()
            .Select(need => (Theme: need.GetProperty("theme").GetProperty("code").GetString()!, Weight: need.GetProperty("need").GetDouble() * need.GetProperty("importance").GetDouble(), Need: need)).ToList();
        Assert.Equal(needs, told.Count == 0 ? "-" : string.Join(' ', told.Select(need => string.Create(CultureInfo.InvariantCulture, $"{need.Theme}:{need.Weight}"))));
        Assert.All(told, need => Assert.Equal(BandOf(need.Need.GetProperty("need").GetDouble()), need.Need.GetProperty("band").GetString()));
        Assert.Equal(HelpFor(help, asked), payload.GetProperty("safety").EnumerateArray().Select(row => $"{row.GetProperty("phone")}").Order());

        // Of those who may not be told of weight and substances the table does not ask; another test does.
        if (person.Age is null or >= 18)
        {
            var calling = told.Where(need => need.Weight > 0 && (need.Need.GetProperty("importance").GetDouble() == 2 || need.Need.GetProperty("need").GetDouble() > 2)).Select(need => need.Theme).ToList();
            var first = result.GetProperty("suggestions").EnumerateArray().Select(one => (one.GetProperty("theme").GetProperty("code").GetString()!, one.GetProperty("offering").GetProperty("id").GetString()!)).FirstOrDefault();
            Assert.Equal(await FirstAsync(person, calling), first);
        }
    }

    private static string BandOf(double need) => need <= 2 ? "GOOD" : need >= 5 ? "HOPE_FOR_CHANGE" : "BETWEEN";

    // Every place of the table lies in North Savo.
    private static IEnumerable<string> HelpFor(string audience, string asked) => audience == "none" ? [] : OwnSurvey.Help.All
        .Where(row => row.Areas.Count == 0 || (row.Areas.Contains("PS") && asked.Contains("place=", StringComparison.Ordinal)))
        .Where(row => audience == "ALL" || row.Audiences.Any(one => one.ToString().Equals(audience, StringComparison.OrdinalIgnoreCase))).Select(row => row.Phone ?? "").Order();

    // The best of the neediest theme that has anything within the person's limits.
    private async Task<(string Theme, string Offering)> FirstAsync(Person person, IEnumerable<string> themes)
    {
        foreach (var theme in themes)
        {
            using var answer = await tray.Client.GetAsync($"/api/v1/offerings?first=100&theme={theme}{person.Query}");
            using var page = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            var best = page.RootElement.GetProperty("items").EnumerateArray()
                .Select(item => (Rank: OutsideRank.Of(item, theme, TrayApp.Now), Id: item.GetProperty("id").GetString()!))
                .Where(one => one.Rank is not null).OrderByDescending(one => Math.Round(one.Rank!.Value, 9)).ThenBy(one => one.Id, StringComparer.Ordinal).FirstOrDefault();
            if (best.Id is not null)
            {
                return (theme, best.Id);
            }
        }

        return default;
    }
}
