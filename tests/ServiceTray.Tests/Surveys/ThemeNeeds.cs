using FsCheck;
using FsCheck.Fluent;
using ServiceTray.Surveys;
using ServiceTray.Themes;
using Xunit;

namespace ServiceTray.Tests.Surveys;

public sealed class ThemeNeeds
{
    [Theory]
    [InlineData(0, "HopeForChange")]
    [InlineData(5, "HopeForChange")]
    [InlineData(6, "Between")]
    [InlineData(7, "Between")]
    [InlineData(8, "Good")]
    [InlineData(10, "Good")]
    public void Are_ten_less_the_answer_and_fall_into_bands(int answer, string band)
    {
        var need = Assert.Single(NeedReader.Of(OwnSurvey.Filled(OwnSurvey.Number("nature", answer))));
        Assert.Equal((ThemeCode.Nature, (double?)answer, 10.0 - answer, 1.0, band), (need.Code, need.Answer, need.Need, need.Importance, $"{need.Band}"));
    }

    [Fact]
    public void Stand_by_need_times_importance_then_importance_then_number()
    {
        var needs = NeedReader.Of(OwnSurvey.Filled(
            OwnSurvey.Number("community", 4), OwnSurvey.Number("movement", 4), OwnSurvey.Number("culture", 7), OwnSurvey.Number("livelihood", 3),
            OwnSurvey.Chosen("important", "culture", "livelihood", "guidance")));
        Assert.Equal(
            [(ThemeCode.Livelihood, 14.0), (ThemeCode.Guidance, 10.0), (ThemeCode.Culture, 6.0), (ThemeCode.Movement, 6.0), (ThemeCode.Community, 6.0)],
            needs.Select(need => (need.Code, need.Weight)));
        Assert.Null(needs[1].Answer);
    }

    [Fact]
    public void Do_not_stand_for_what_was_neither_answered_nor_chosen() => Assert.Empty(NeedReader.Of(OwnSurvey.Filled(OwnSurvey.Number("age", 40))));

    [Fact]
    public void Do_not_depend_on_the_order_of_the_answers() => Check.One(
        Config.QuickThrowOnFailure,
        Prop.ForAll(ArbMap.Default.GeneratorFor<int>().Select(number => Math.Abs(number % 11)).ArrayOf(8).ToArbitrary(), numbers =>
        {
            var answers = OwnSurvey.Survey.Questions.Take(8).Select((question, i) => OwnSurvey.Number(question.Id, numbers[i])).ToList();
            answers.Add(OwnSurvey.Chosen("important", "mind", "nature"));
            var turned = answers.OrderBy(answer => answer.Question.GetHashCode(StringComparison.Ordinal)).Reverse().ToArray();
            return NeedReader.Of(OwnSurvey.Filled([.. answers])).SequenceEqual(NeedReader.Of(OwnSurvey.Filled(turned)));
        }));
}
