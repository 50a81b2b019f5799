using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ServiceTray.Data;
using ServiceTray.Surveys.Groups;
using ServiceTray.Tests.Support;
using ServiceTray.Web;
using Xunit;

namespace ServiceTray.Tests.Surveys;

/// <summary>A county's figures: counts, means and bands of five or more, of those who let it be counted.</summary>
public sealed class GroupFigures : IAsyncLifetime
{
    private const string Answer = "mutation($input: AnswerSurveyInput!) { answerSurvey(input: $input) { counted result { code } safety { phone } errors { code question } } }";

    private const string Figures = """
        query($survey: ID!) { groupResults(survey: $survey, county: "PS") { from to count county { code } survey { version }
          themes { theme { code } count mean bands { name(language: EN) { value } count } }
          scores { name(language: EN) { value } count mean recommendation bands { count } } } }
        """;

    private static readonly Guid Own = OwnSurvey.Survey.Id;
    private static readonly Guid Recommendation = OwnSurvey.Shelf.OfKey("recommendation")!.Id;

    private readonly HandClock clock = new();
    private TrayApp tray = null!;

    public async Task InitializeAsync() =>
        tray = await TrayApp.StartAsync(change: builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));

    public async Task DisposeAsync() => await tray.DisposeAsync();

    [Fact]
    public async Task Are_told_when_the_quarter_is_over_and_stay_as_they_are_then()
    {
        foreach (var movement in new[] { 2, 4, 6, 8, 10, 3 })
        {
            Assert.True((await AnswerAsync(Own, "Kuopio", true, Number("movement", movement), Number("age", 40))).GetProperty("counted").GetBoolean());
        }

        for (var i = 0; i < 4; i++)
        {
            await AnswerAsync(Own, "Kuopio", true, Number("nature", 5));
        }

        Assert.Empty((await FiguresAsync(Own)).EnumerateArray());
        clock.Now = new DateTimeOffset(2027, 1, 2, 10, 0, 0, TimeSpan.Zero);
        var told = Assert.Single((await FiguresAsync(Own)).EnumerateArray());
        Assert.Equal(("2026-10-01", "2026-12-31", 10, "PS"), (told.GetProperty("from").GetString(), told.GetProperty("to").GetString(), told.GetProperty("count").GetInt32(), told.GetProperty("county").GetProperty("code").GetString()));

        // Four answered on nature: of them nothing is told. The mean of movement is 33 / 6.
        var theme = Assert.Single(told.GetProperty("themes").EnumerateArray());
        Assert.Equal(("MOVEMENT", 6, 5.5), (theme.GetProperty("theme").GetProperty("code").GetString(), theme.GetProperty("count").GetInt32(), theme.GetProperty("mean").GetDouble()));

        // Need 0 and 2 are good (two people), 4 is between (one), 6, 7 and 8 hope for change (three): all are fewer than five.
        Assert.All(theme.GetProperty("bands").EnumerateArray(), band => Assert.Equal(JsonValueKind.Null, band.GetProperty("count").ValueKind));

        await AnswerAsync(Own, "Kuopio", true, Number("movement", 0));
        Assert.Equal($"{told}", $"{Assert.Single((await FiguresAsync(Own)).EnumerateArray())}");
    }

    [Fact]
    public async Task Tell_the_share_of_those_who_recommend_and_make_nobody_a_result()
    {
        // Six of 9 and 10, five of 7 and 8, five of 0 to 6: 100 × (6 − 5) / 16.
        foreach (var answer in new[] { 9, 10, 9, 10, 9, 10, 7, 8, 7, 8, 7, 0, 1, 5, 6, 6 })
        {
            var payload = await AnswerAsync(Recommendation, "70100", true, Number("recommendation", answer));
            Assert.True(payload.GetProperty("counted").GetBoolean());
            Assert.Equal(JsonValueKind.Null, payload.GetProperty("result").ValueKind);
            Assert.Empty(payload.GetProperty("errors").EnumerateArray());
        }

        clock.Now = TrayApp.Now.AddMonths(3);
        var score = (await FiguresAsync(Recommendation))[0].GetProperty("scores")[0];
        Assert.Equal(100.0 / 16, score.GetProperty("recommendation").GetDouble());
        Assert.Equal([5, 5, 6], score.GetProperty("bands").EnumerateArray().Select(band => band.GetProperty("count").GetInt32()));
        var rest = await tray.GetAsync($"/api/v1/surveys/{Recommendation}/groups/PS");
        Assert.Equal(100.0 / 16, rest.Body[0].GetProperty("scores")[0].GetProperty("recommendation").GetDouble());
        using var response = await tray.Client.GetAsync("/kartoitus/luvut?alue=PS");
        Assert.Contains("suositteluluku +6", (await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync())).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await tray.GetAsync($"/api/v1/surveys/{Recommendation}/groups/UUS")).Body.EnumerateArray());
    }

    [Fact]
    public async Task Take_in_nothing_unasked_nothing_of_children_and_nothing_from_nowhere()
    {
        Assert.Equal(["USE_NOT_ALLOWED"], Codes(await AnswerAsync(Recommendation, "Kuopio", false, Number("recommendation", 9))));
        Assert.Equal(["NOT_COUNTED"], Codes(await AnswerAsync(Recommendation, null, true, Number("recommendation", 9))));
        Assert.Equal(["OUT_OF_SCALE"], Codes(await AnswerAsync(Recommendation, "Kuopio", true, Number("recommendation", 11))));
        foreach (var (place, asked, age) in new[] { ("Kuopio", false, 40), ("Kuopio", true, 12), ("Mariehamn", true, 40) })
        {
            Assert.False((await AnswerAsync(Own, place, asked, Number("movement", 3), Number("age", age))).GetProperty("counted").GetBoolean());
        }

        Assert.Equal(0, await CountAsync());
        Assert.NotEqual(0, (await AnswerAsync(Own, "Kuopio", true, Number("mind", 0))).GetProperty("safety").GetArrayLength());
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Lie_on_the_disk_with_no_word_no_place_and_no_time_and_go_by_themselves()
    {
        await AnswerAsync(Own, "Kuopio", true, Number("movement", 3), new { question = "words", value = new { text = "merkkiteksti" } });
        Assert.Empty(DiskSearch.FilesWith(tray.Settings.DataFolder, "merkkiteksti", "\"movement\"", "Numbers"));
        await using (var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync())
        {
            var row = await context.Set<GroupAnswer>().SingleAsync();
            Assert.Equal(("PS", "2026-Q4"), (row.County, row.Quarter));
            Assert.Equal(TimeSpan.Zero, row.ExpiresAt.ToOffset(TimeSpan.FromHours(2)).TimeOfDay);
        }

        clock.Now = TrayApp.Now.AddYears(5);
        await tray.Services.GetRequiredService<ExpiryClock>().ForgetAsync(CancellationToken.None);
        Assert.Equal(0, await CountAsync());
    }

    [Theory]
    [InlineData("5 6 7", "5 6 7")]
    [InlineData("4 6 7", "- - 7")]
    [InlineData("0 6 0", "- 6 -")]
    [InlineData("4 4 4", "- - -")]
    [InlineData("9", "9")]
    [InlineData("3", "-")]
    public void Hide_small_counts_and_what_would_tell_them(string counts, string told) =>
        Assert.Equal(told, string.Join(' ', GroupCounter.Told([.. counts.Split(' ').Select(int.Parse)]).Select(count => count?.ToString() ?? "-")));

    [Fact]
    public async Task Are_counted_once_from_the_page_however_often_it_is_sent_on()
    {
        using var sent = await tray.Client.PostAsync("/kartoitus/tulos", Form(("survey", "wellbeing"), ("q-movement", "3"), ("place", "Kuopio"), ("radius", "20"), ("count", "yes")));
        var page = await new HtmlParser().ParseDocumentAsync(await sent.Content.ReadAsStringAsync());
        Assert.Contains("laskettiin mukaan", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("input[name=count]"));
        Assert.Equal(1, await CountAsync());

        using var other = await tray.Client.GetAsync("/kartoitus/muu/recommendation");
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        using var thanked = await tray.Client.PostAsync("/kartoitus/tulos", Form(("survey", "recommendation"), ("q-recommendation", "9"), ("place", "Kuopio")));
        Assert.Contains("Kiitos vastauksesta", await thanked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(2, await CountAsync());
        using var nowhere = await tray.Client.PostAsync("/kartoitus/tulos", Form(("survey", "recommendation"), ("q-recommendation", "9")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nowhere.StatusCode);
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    private static IEnumerable<string?> Codes(JsonElement payload) => payload.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("code").GetString());

    private async Task<int> CountAsync()
    {
        await using var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        return await context.Set<GroupAnswer>().CountAsync();
    }

    private async Task<JsonElement> AnswerAsync(Guid survey, string? place, bool count, params object[] answers) =>
        (await tray.QueryAsync(Answer, new { input = new { survey, count, answers, near = place is null ? null : new { at = new { place } } } })).GetProperty("answerSurvey");

    private async Task<JsonElement> FiguresAsync(Guid survey) => (await tray.QueryAsync(Figures, new { survey })).GetProperty("groupResults");

    private static object Number(string question, int number) => new { question, value = new { number } };
}
