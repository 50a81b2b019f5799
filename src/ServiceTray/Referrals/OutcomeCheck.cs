using ServiceTray.Refusals;
using ServiceTray.Referrals.Programmes;

namespace ServiceTray.Referrals;

/// <summary>Tells what is wrong with an outcome.</summary>
internal static class OutcomeCheck
{
    private const int HighestGoal = 10;

    public static void Require(ReferralOutcome outcome, Programme programme)
    {
        List<ReferralProblem> problems =
        [
            .. programme.Refused.Check("outcome.joined", outcome.Joined, ReferralClient.LongestLine),
            .. programme.Refused.Check("outcome.howOften", outcome.HowOften, ReferralClient.LongestLine),
            .. programme.Refused.Check("outcome.toSender", outcome.ToSender, ReferralNote.LongestText),
            .. GoalProblems("outcome.goalBefore", outcome.GoalBefore),
            .. GoalProblems("outcome.goalAfter", outcome.GoalAfter),
        ];
        if (outcome.Result is { } result && programme.Outcomes.All(known => known.Key != result))
        {
            problems.Add(new("outcome.result", RefusalCodes.ChoiceUnknown));
        }

        if (problems.Count > 0)
        {
            throw new ReferralInvalidException(problems);
        }
    }

    private static IEnumerable<ReferralProblem> GoalProblems(string field, int? goal)
    {
        if (goal is < 0 or > HighestGoal)
        {
            yield return new(field, RefusalCodes.OutOfScale);
        }
    }
}
