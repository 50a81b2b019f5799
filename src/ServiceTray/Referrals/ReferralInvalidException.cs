using ServiceTray.Refusals;

namespace ServiceTray.Referrals;

/// <summary>Fields of a referral cannot be taken; all of them are told at once.</summary>
internal sealed class ReferralInvalidException : RefusalException
{
    public ReferralInvalidException(IReadOnlyList<ReferralProblem> problems)
        : base(problems[0].Code, $"These cannot be taken: {string.Join(", ", problems.Select(problem => $"{problem.Field} ({problem.Code})"))}.")
    {
        Problems = problems;
        Details = new Dictionary<string, object?> { ["argument"] = problems[0].Field };
    }

    public ReferralInvalidException(string field, string code)
        : this([new(field, code)])
    {
    }

    public IReadOnlyList<ReferralProblem> Problems { get; }
}
