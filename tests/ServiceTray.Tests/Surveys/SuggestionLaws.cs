using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Surveys;
using ServiceTray.Tests.Support;
using ServiceTray.Themes;
using Xunit;

namespace ServiceTray.Tests.Surveys;

/// <summary>Laws that suggestions keep over all of the seed, for people drawn by lot.</summary>
[Collection(FullTray.Name)]
public sealed class SuggestionLaws(FullTray shared)
{
    private const string Ask = "mutation($input: AnswerSurveyInput!) { answerSurvey(input: $input) { result { needs { theme { code } need } suggestions { theme { code } distanceKm offering { id } reasons { kind text { value } } } } } }";

    private static readonly int People = LongRun.IsOn ? 2000 : 60;

    private readonly TrayApp tray = shared.App;

    [Fact]
    public void A_tighter_limit_leaves_a_part_of_the_candidates()
    {
        var search = tray.Services.GetRequiredService<OfferingSearch>();
        for (var seed = 0; seed < People; seed++)
        {
            var random = new Random(seed);
            var near = random.Next(3) == 0 ? null : new NearInput(new SpotInput(Pick(random, "Kuopio", "Iisalmi", "Varkaus")), Pick(random, 20.0, 50, 100));
            var wide = new Limits(near, null, [], [], [], false);
            var tight = random.Next(5) switch
            {
                0 when near is not null => wide with { Near = near with { RadiusKm = near.RadiusKm / 2 } },
                1 => wide with { Age = random.Next(18, 90) },
                2 => wide with { Languages = [Pick(random, "fi", "sv", "en")] },
                3 => wide with { Accessibility = [Pick(random, Enum.GetValues<AccessibilityAspect>())] },
                _ => wide with { Free = true },
            };
            var theme = Pick(random, Enum.GetValues<ThemeCode>());
            Assert.Subset(Candidates(wide), Candidates(tight));

            HashSet<Guid> Candidates(Limits limits)
            {
                var page = search.FindFirst(limits.On(theme, new OfferingFilter())!, OfferingOrder.Best, 100);
                Assert.Equal(page.Total, page.Hits.Count);
                return [.. page.Hits.Select(hit => hit.Key)];
            }
        }
    }

    [Fact]
    public async Task A_greater_need_never_loses_a_place_while_it_has_candidates_left()
    {
        var finder = tray.Services.GetRequiredService<SuggestionFinder>();
        for (var seed = 0; seed < People; seed++)
        {
            var random = new Random(seed);
            var answers = Enum.GetValues<ThemeCode>().Where(_ => random.Next(4) > 0).ToDictionary(theme => theme, _ => random.Next(1, 11));
            if (answers.Count == 0)
            {
                continue;
            }

            var (theme, place) = (Pick(random, [.. answers.Keys]), Pick(random, "Kuopio", "Iisalmi"));
            var before = await FindAsync(answers);
            answers[theme] = random.Next(0, answers[theme]);
            var after = await FindAsync(answers);
            if (after.Count(one => one.Code == theme) < before.Count(one => one.Code == theme))
            {
                // Then nothing of the theme is left: all it has was taken, or is of organisations that are there twice.
                var left = (await finder.FindAsync(ResultOf(answers), new OfferingFilter { Themes = [theme] }, 50, CancellationToken.None)).Sure
                    .Where(one => after.All(taken => taken.Offering.Id != one.Offering.Id) && after.Count(taken => taken.Offering.OrganisationId == one.Offering.OrganisationId) < 2);
                Assert.Empty(left);
            }

            async Task<IReadOnlyList<Suggestion>> FindAsync(Dictionary<ThemeCode, int> of) => (await finder.FindAsync(ResultOf(of), null, 12, CancellationToken.None)).Sure;

            SurveyResult ResultOf(Dictionary<ThemeCode, int> of) => tray.Services.GetRequiredService<SurveyDesk>().ResultOf(
                OwnSurvey.Filled([.. of.Select(answer => OwnSurvey.Number(OwnSurvey.Survey.Questions.Single(question => question.Theme == answer.Key).Id, answer.Value))]),
                new NearInput(new SpotInput(place), 50), TrayApp.Now, Language.Fi);
        }
    }

    [Fact]
    public async Task The_same_answers_in_any_order_give_the_same_bytes()
    {
        foreach (var asked in GoldenTable.All.Select(row => row.Asked).Skip(45))
        {
            var (once, turned, again) = (await AnswerAsync(asked, false), await AnswerAsync(asked, true), await AnswerAsync(asked, false));
            Assert.Equal(once, turned);
            Assert.Equal(once, again);
        }
    }

    private async Task<string> AnswerAsync(string asked, bool turned)
    {
        using var body = new StringContent(JsonSerializer.Serialize(new { query = Ask, variables = new { input = Person.Read(asked, turned).Input } }), Encoding.UTF8, "application/json");
        using var answer = await tray.Client.PostAsync("/graphql", body);
        return await answer.Content.ReadAsStringAsync();
    }

    private static T Pick<T>(Random random, params T[] of) => of[random.Next(of.Length)];
}
