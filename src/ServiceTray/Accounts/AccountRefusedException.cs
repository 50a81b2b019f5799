using ServiceTray.Languages;
using ServiceTray.Refusals;

namespace ServiceTray.Accounts;

/// <summary>An account cannot be made so.</summary>
internal sealed class AccountRefusedException : RefusalException
{
    public AccountRefusedException(AccountProblem problem)
        : base(RefusalCodes.AccountInvalid, $"The account cannot be made: {PublicWords.Of(problem)}.")
    {
        Problem = problem;
        Details = new Dictionary<string, object?> { ["problem"] = PublicWords.Of(problem) };
    }

    public AccountProblem Problem { get; }
}
