using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Surveys;
using ServiceTray.Tests.Support;
using ServiceTray.Themes;
using Xunit;

namespace ServiceTray.Tests.Surveys;

/// <summary>Why an offering is not suggested, and more like one, over all of the seed for people drawn by lot.</summary>
[Collection(FullTray.Name)]
public sealed class WhyNotAnswers(FullTray shared)
{
    private const string Ask = """
        mutation($input: AnswerSurveyInput!, $id: ID!) { answerSurvey(input: $input) { result {
          suggestions { offering { id } } whyNot(offering: $id) { place offering { id } barriers { kind text { value language } } }
          moreLike(offering: $id, first: 4) { offering { id } theme { code } reasons { kind text(language: SV) { language } } } } } }
        """;

    private static readonly int People = LongRun.IsOn ? 300 : 12;

    private readonly TrayApp tray = shared.App;

    [Fact]
    public async Task Name_every_limit_that_keeps_it_out_and_none_that_does_not()
    {
        var (teller, finder) = (tray.Services.GetRequiredService<WhyNotTeller>(), tray.Services.GetRequiredService<SuggestionFinder>());
        var all = await tray.Services.GetRequiredService<OfferingReader>().ReadAllAsync(CancellationToken.None);
        for (var seed = 0; seed < People; seed++)
        {
            var random = new Random(seed);
            var result = ResultOf(random);
            var taken = (await finder.FindAsync(result, null, SuggestionFinder.UsualSuggestions, CancellationToken.None)).Sure.Select(one => one.Offering.Id).ToList();
            foreach (var placed in taken.Take(2).Select(id => all.Single(one => one.Offering.Id == id)).Concat(random.GetItems(all.ToArray(), 8)))
            {
                var why = (await teller.TellAsync(result, [placed.Offering.Id], CancellationToken.None)).Single();
                Assert.Equal(taken.Contains(placed.Offering.Id) ? taken.IndexOf(placed.Offering.Id) + 1 : null, why.Place);
                var kinds = why.Barriers.Select(barrier => barrier.Kind).ToHashSet();
                Assert.Equal(why.Place is null, kinds.Count > 0);
                if (why.Place is not null || kinds.Contains(BarrierKind.Over))
                {
                    continue;
                }

                // What the record itself says, read without the search.
                var (offering, limits) = (placed.Offering, result.Limits);
                Assert.Equal(limits.Free && offering.Price.Free is null, kinds.Contains(BarrierKind.PriceNotTold));
                Assert.Equal(limits.Free && offering.Price.Free == false, kinds.Contains(BarrierKind.Price));
                Assert.Equal(limits.Languages.Count > 0 && !limits.Languages.Intersect(offering.Languages).Any(), kinds.Contains(BarrierKind.Language));
                Assert.Equal(limits.Age is { } age && (age < offering.Ages.Minimum || age > offering.Ages.Maximum), kinds.Contains(BarrierKind.Age));
                Assert.Equal(!offering.Themes.Intersect(result.Needs.Where(need => need.CallsForSuggestions).Select(need => need.Code)).Any(), kinds.Contains(BarrierKind.NoNeed));
                Assert.Equal(
                    limits.Accessibility.Any(aspect => offering.Accessibility.FirstOrDefault(fact => fact.Aspect == aspect)?.State is AccessibilityState.No or AccessibilityState.Partly),
                    kinds.Contains(BarrierKind.Accessibility));

                // Rank is told only of what meets every limit.
                Assert.True(!kinds.Overlaps([BarrierKind.Outranked, BarrierKind.OrganisationTwice]) || kinds.Count == 1);
                if (kinds.Contains(BarrierKind.OrganisationTwice))
                {
                    Assert.Equal(2, taken.Count(id => all.Single(one => one.Offering.Id == id).Offering.OrganisationId == offering.OrganisationId));
                }
            }
        }
    }

    [Fact]
    public async Task Say_how_far_and_at_what_place_in_words()
    {
        var near = new NearInput(new SpotInput("Kuopio"), 50);
        var desk = tray.Services.GetRequiredService<SurveyDesk>();
        var result = desk.ResultOf(OwnSurvey.Filled([.. new[] { "movement", "nature", "culture", "mind", "community" }.Select(theme => OwnSurvey.Number(theme, 3))]), near, TrayApp.Now, Language.Fi);
        var all = await tray.Services.GetRequiredService<OfferingReader>().ReadAllAsync(CancellationToken.None);
        var told = new Dictionary<BarrierKind, string>();
        foreach (var placed in all)
        {
            foreach (var barrier in (await tray.Services.GetRequiredService<WhyNotTeller>().TellAsync(result, [placed.Offering.Id], CancellationToken.None)).Single().Barriers)
            {
                told[barrier.Kind] = barrier.Text.Pick(Language.Fi).Value;
                Assert.Equal(3, barrier.Text.Count);
            }
        }

        Assert.Equal("Tämä on kauempana kuin 50 kilometrin päässä, eikä sitä tarjota kotiseudullesi.", told[BarrierKind.OutOfReach]);
        Assert.StartsWith("Tämä sopisi sinulle. Teemassa ”", told[BarrierKind.Outranked], StringComparison.Ordinal);
        Assert.StartsWith("Et toivonut muutosta tämän teemoissa: ", told[BarrierKind.NoNeed], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_told_over_graphql_with_more_like_one()
    {
        var input = new { survey = OwnSurvey.Survey.Id, answers = new object[] { new { question = "movement", value = new { number = 1 } } }, near = new { at = new { place = "Kuopio" } } };
        var first = await ResultAsync($"{Guid.Empty}");
        Assert.Equal((System.Text.Json.JsonValueKind.Null, System.Text.Json.JsonValueKind.Null), (first.GetProperty("whyNot").ValueKind, first.GetProperty("moreLike").ValueKind));

        var id = first.GetProperty("suggestions")[1].GetProperty("offering").GetProperty("id").GetString()!;
        var result = await ResultAsync(id);
        Assert.Equal((2, id, 0), (result.GetProperty("whyNot").GetProperty("place").GetInt32(), result.GetProperty("whyNot").GetProperty("offering").GetProperty("id").GetString(), result.GetProperty("whyNot").GetProperty("barriers").GetArrayLength()));
        var alike = result.GetProperty("moreLike").EnumerateArray().ToList();
        Assert.Equal(4, alike.Count);
        Assert.DoesNotContain(alike, one => one.GetProperty("offering").GetProperty("id").GetString() == id);
        Assert.All(alike, one => Assert.Equal("ALIKE", one.GetProperty("reasons")[0].GetProperty("kind").GetString()));
        Assert.All(alike, one => Assert.Equal("sv", one.GetProperty("reasons")[0].GetProperty("text").GetProperty("language").GetString()));

        async Task<System.Text.Json.JsonElement> ResultAsync(string about) => (await tray.QueryAsync(Ask, new { input, id = about })).GetProperty("answerSurvey").GetProperty("result");
    }

    [Fact]
    public async Task Find_more_like_one_within_every_limit_and_no_organisation_more_than_twice()
    {
        var finder = tray.Services.GetRequiredService<LikenessFinder>();
        var search = tray.Services.GetRequiredService<OfferingSearch>();
        var all = await tray.Services.GetRequiredService<OfferingReader>().ReadAllAsync(CancellationToken.None);
        for (var seed = 0; seed < People; seed++)
        {
            var random = new Random(seed);
            var result = ResultOf(random);
            var like = random.GetItems(all.ToArray(), 1)[0].Offering;
            var alike = (await finder.FindAsync(result, like.Id, 6, CancellationToken.None))!;
            Assert.All(alike.GroupBy(one => one.Offering.OrganisationId), group => Assert.InRange(group.Count(), 1, 2));
            foreach (var one in alike)
            {
                Assert.NotEqual(like.Id, one.Offering.Id);
                Assert.Contains(one.Code, like.Themes.Intersect(one.Offering.Themes));
                var within = result.Limits.On(one.Code, new OfferingFilter { Organisations = [$"{one.Offering.OrganisationId}"] })!;
                Assert.Contains(search.FindFirst(within, OfferingOrder.Best, 100).Hits, hit => hit.Key == one.Offering.Id);
            }
        }
    }

    private SurveyResult ResultOf(Random random)
    {
        var answers = Enum.GetValues<ThemeCode>().Where(_ => random.Next(3) == 0)
            .Select(theme => OwnSurvey.Number(OwnSurvey.Survey.Questions.Single(question => question.Theme == theme).Id, random.Next(0, 8))).ToList();
        if (random.Next(2) == 0)
        {
            answers.Add(OwnSurvey.Number("age", random.Next(10, 90)));
        }

        if (random.Next(3) == 0)
        {
            answers.Add(OwnSurvey.Chosen("price", "free"));
        }

        if (random.Next(3) == 0)
        {
            answers.Add(OwnSurvey.Chosen("languages", "sv"));
        }

        if (random.Next(3) == 0)
        {
            answers.Add(OwnSurvey.Chosen("needs", "wheelchair", "hearing"));
        }

        var near = random.Next(3) == 0 ? null : new NearInput(new SpotInput(random.Next(2) == 0 ? "Kuopio" : "Iisalmi"), random.Next(5, 80));
        return tray.Services.GetRequiredService<SurveyDesk>().ResultOf(OwnSurvey.Filled([.. answers]), near, TrayApp.Now, Language.Fi);
    }
}
