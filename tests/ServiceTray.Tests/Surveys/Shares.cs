using System.Globalization;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Surveys;
using ServiceTray.Themes;
using Xunit;

namespace ServiceTray.Tests.Surveys;

public sealed class Shares
{
    private static readonly ThemeCode[] Themes = Enum.GetValues<ThemeCode>();

    [Fact]
    public void Give_each_needy_theme_its_place_and_no_organisation_more_than_two() => ForManyTrays((random, tray) =>
    {
        var needs = Needs(random);
        var taken = new SuggestionShare(needs, tray).Take(12).ToList();
        Assert.All(taken.GroupBy(pick => pick.Candidate.Offering.OrganisationId), group => Assert.True(group.Count() <= 2));
        Assert.Equal(taken.Count, taken.DistinctBy(pick => pick.Candidate.Offering.Id).Count());
        Assert.All(taken, pick => Assert.Contains(pick.Candidate, tray[pick.Need.Code]));

        // A theme may be absent only when all it has was taken by others or belongs to organisations that are there twice.
        var absent = needs.Where(need => taken.All(pick => pick.Need.Code != need.Code)).SelectMany(need => tray[need.Code]);
        Assert.All(absent, candidate => Assert.True(
            taken.Any(pick => pick.Candidate.Offering.Id == candidate.Offering.Id)
            || taken.Count(pick => pick.Candidate.Offering.OrganisationId == candidate.Offering.OrganisationId) == 2));
    });

    [Fact]
    public void Never_give_a_theme_fewer_places_when_its_need_grows() => ForManyTrays((random, tray) =>
    {
        // Candidates that nobody contests: the places are then shared by needs alone.
        var free = Themes.ToDictionary(theme => theme, theme => (IReadOnlyList<Candidate>)[.. Enumerable.Range(0, 12).Select(i => Candidate($"{theme} {i}", $"{theme} {i}"))]);
        var needs = Needs(random);
        var raised = needs[random.Next(needs.Count)];
        var more = InOrder(needs.Select(need => need == raised ? need with { Need = Math.Min(10, need.Need + random.Next(1, 6)) } : need));
        Assert.True(Places(more, raised.Code) >= Places(needs, raised.Code));

        int Places(IReadOnlyList<ThemeNeed> of, ThemeCode theme) => new SuggestionShare(of, free).Take(12).Count(pick => pick.Need.Code == theme);
    });

    [Fact]
    public void Follow_the_weights_worked_out_by_hand()
    {
        // Weights 20, 10 and 6: one each; then 20/1, 10/1 = 20/2, 20/3 = 6.67, 6/1, ...
        ThemeNeed[] needs = [new(ThemeCode.Mind, 0, 10, 2), new(ThemeCode.Nature, 0, 10, 1), new(ThemeCode.Culture, 4, 6, 1)];
        var free = needs.ToDictionary(need => need.Code, need => (IReadOnlyList<Candidate>)[.. Enumerable.Range(0, 12).Select(i => Candidate($"{need.Code} {i}", $"{need.Code} {i}"))]);
        Assert.Equal(
            [ThemeCode.Mind, ThemeCode.Nature, ThemeCode.Culture, ThemeCode.Mind, ThemeCode.Mind, ThemeCode.Nature, ThemeCode.Mind, ThemeCode.Culture],
            new SuggestionShare(needs, free).Take(8).Select(pick => pick.Need.Code));
    }

    private static void ForManyTrays(Action<Random, Dictionary<ThemeCode, IReadOnlyList<Candidate>>> check)
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var all = Enumerable.Range(0, random.Next(0, 60)).Select(i => Candidate($"{i}", $"organisation {random.Next(8)}")).ToList();
            check(random, Themes.ToDictionary(theme => theme, _ => (IReadOnlyList<Candidate>)[.. all.Where(_ => random.Next(4) == 0)]));
        }
    }

    private static IReadOnlyList<ThemeNeed> Needs(Random random) =>
        InOrder(Themes.Where(_ => random.Next(3) > 0).DefaultIfEmpty(ThemeCode.Mind).Select(theme => new ThemeNeed(theme, null, random.Next(1, 11), random.Next(1, 3))));

    private static IReadOnlyList<ThemeNeed> InOrder(IEnumerable<ThemeNeed> needs) =>
        [.. needs.OrderByDescending(need => need.Weight).ThenByDescending(need => need.Importance).ThenBy(need => need.Code)];

    private static Candidate Candidate(string name, string organisation)
    {
        var of = new Organisation { Id = Source.IdOf("test", organisation), Name = LocalizedText.Of(organisation), Kind = OrganisationKind.Association, Source = new Source("test", organisation) };
        var offering = new Activity
        {
            Id = Source.IdOf("test", string.Create(CultureInfo.InvariantCulture, $"offering {name}")),
            Name = LocalizedText.Of(name),
            Themes = [ThemeCode.Mind],
            OrganisationId = of.Id,
            Source = new Source("test", name),
        };
        return new Candidate(new PlacedOffering(offering, of, []), null, null, false);
    }
}
