using ServiceTray.Languages;
using ServiceTray.Surveys;
using Xunit;

namespace ServiceTray.Tests.Surveys;

public sealed class Answers
{
    public static TheoryData<string, string, object> Wrong => new()
    {
        { "QUESTION_UNKNOWN", "shoe-size", new AnswerValueInput(Number: 43) },
        { "KIND_WRONG", "mind", new AnswerValueInput(Text: "hyvin") },
        { "KIND_WRONG", "words", new AnswerValueInput(Number: 1) },
        { "KIND_WRONG", "price", new AnswerValueInput(Choices: ["any", "free"]) },
        { "KIND_WRONG", "mind", new AnswerValueInput(Number: 3, Text: "3") },
        { "OUT_OF_SCALE", "mind", new AnswerValueInput(Number: 11) },
        { "OUT_OF_SCALE", "mind", new AnswerValueInput(Number: -1) },
        { "OUT_OF_SCALE", "mind", new AnswerValueInput(Number: 2.5) },
        { "OUT_OF_SCALE", "mind", new AnswerValueInput(Number: double.NaN) },
        { "OUT_OF_SCALE", "age", new AnswerValueInput(Number: 121) },
        { "CHOICE_UNKNOWN", "important", new AnswerValueInput(Choices: ["mind", "gold"]) },
        { "TEXT_TOO_LONG", "words", new AnswerValueInput(Text: new string('a', 1001)) },
        { "TEXT_INVALID", "words", new AnswerValueInput(Text: "a\0b") },
        { "TEXT_INVALID", "words", new AnswerValueInput(Text: "a\ud800b") },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void That_are_wrong_are_told_by_question_and_the_good_ones_stay(string code, string question, object value)
    {
        var (filled, errors) = AnswerCheck.Check(OwnSurvey.Survey, [OwnSurvey.Number("movement", 4), new AnswerInput(question, (AnswerValueInput)value)]);
        var error = Assert.Single(errors);
        Assert.Equal((question, code), (error.Question, error.Code));
        Assert.All([Language.Fi, Language.Sv, Language.En], language => Assert.NotNull(error.Message.In(language.Tag())));
        Assert.Equal(4, filled.Number("movement"));
        Assert.Single(filled.Answers);
    }

    [Fact]
    public void Given_twice_are_refused_and_neither_counts()
    {
        var (filled, errors) = AnswerCheck.Check(OwnSurvey.Survey, [OwnSurvey.Number("mind", 4), OwnSurvey.Number("mind", 9)]);
        Assert.Equal("ANSWERED_TWICE", Assert.Single(errors).Code);
        Assert.Null(filled.Number("mind"));
    }

    [Fact]
    public void Left_empty_are_missing_only_where_the_survey_needs_them()
    {
        AnswerInput[] empty = [OwnSurvey.Said("   "), OwnSurvey.Chosen("important")];
        Assert.Empty(AnswerCheck.Check(OwnSurvey.Survey, empty).Errors);

        var needing = OwnSurvey.Survey with { Questions = [.. OwnSurvey.Survey.Questions.Select(question => question with { Required = question.Id is "words" or "mind" })] };
        Assert.Equal(["mind", "words"], AnswerCheck.Check(needing, empty).Errors.Select(error => error.Question));
        Assert.All(AnswerCheck.Check(needing, empty).Errors, error => Assert.Equal("ANSWER_MISSING", error.Code));
    }

    [Fact]
    public void To_a_question_that_an_earlier_answer_took_away_do_not_count()
    {
        var survey = OwnSurvey.Survey with
        {
            Questions = [.. OwnSurvey.Survey.Questions.Select(question => question.Id == "price" ? question with { ShownWhen = new ShownWhen("age", [], 18, null), Required = true } : question)],
        };
        Assert.Empty(Check(12).Errors);
        Assert.Empty(Check(12).Filled.Chosen);
        Assert.Equal("free", Assert.Single(Check(18).Filled.Chosen).Id);
        Assert.Equal("ANSWER_MISSING", Assert.Single(AnswerCheck.Check(survey, [OwnSurvey.Number("age", 40)]).Errors).Code);

        (FilledSurvey Filled, IReadOnlyList<AnswerError> Errors) Check(int age) =>
            AnswerCheck.Check(survey, [OwnSurvey.Chosen("price", "free"), OwnSurvey.Number("age", age)]);
    }
}
