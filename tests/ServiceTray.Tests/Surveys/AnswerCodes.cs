using System.Reflection;
using ServiceTray.Refusals;
using ServiceTray.Surveys;
using Xunit;

namespace ServiceTray.Tests.Surveys;

public sealed class AnswerCodes
{
    [Fact]
    public void Stand_in_the_one_list_each_once()
    {
        var question = OwnSurvey.Survey.QuestionOrNull("mind")!;
        AnswerError[] all =
        [
            AnswerFaults.SurveyUnknown, AnswerFaults.UseNotAllowed, AnswerFaults.PlaceInvalid, AnswerFaults.PlaceUnknown([]), AnswerFaults.QuestionUnknown("x"),
            AnswerFaults.AnsweredTwice(question), AnswerFaults.Missing(question), AnswerFaults.WrongKind(question), AnswerFaults.ChoiceUnknown(question),
            AnswerFaults.OutOfScale(question, question.Scale!), AnswerFaults.TooLong(question), AnswerFaults.TextInvalid(question),
            AnswerFaults.PreviousUnknown, AnswerFaults.NotComparable, AnswerFaults.TooManyTries(new ServiceTray.Codes.TooManyTriesException(10)), AnswerFaults.NotKept, AnswerFaults.NotCounted, AnswerFaults.TextsMissing,
        ];
        var told = typeof(AnswerFaults).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly);
        var codes = typeof(RefusalCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToList();
        Assert.Equal(told.Length, all.Length);
        Assert.Equal(all.Length, all.Select(fault => fault.Code).Distinct().Count());
        Assert.All(all, fault => Assert.Contains(fault.Code, codes));
    }
}
