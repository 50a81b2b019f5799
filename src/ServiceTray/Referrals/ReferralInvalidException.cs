using ServiceTray.Languages;
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

    /// <summary>The state of the referral that was to be moved so, as the one refused may know it; null: it was no move, or that is not told.</summary>
    public ReferralState? State { get; private init; }

    /// <summary>What she can do with it.</summary>
    public IReadOnlyList<ReferralMove> Possible { get; private init; } = [];

    /// <summary>The same refusal, of a move.</summary>
    public ReferralInvalidException Of(ReferralState? shown, IReadOnlyList<ReferralMove> possible) => new(Problems)
    {
        State = shown,
        Possible = possible,
        Details = new Dictionary<string, object?>(MoveRefusedException.DetailsOf(shown, possible)) { ["argument"] = Problems[0].Field },
    };

    /// <summary>The same refusal with all that is wrong, each in a sentence.</summary>
    public ReferralInvalidException Told(Language language) => new(Problems)
    {
        State = State,
        Possible = Possible,
        Details = new Dictionary<string, object?>(Details)
        {
            ["errors"] = Problems.Select(problem => new ProblemPart { Argument = problem.Field, Code = problem.Code, Detail = Texts.Refused(problem.Code, language) }).ToList(),
        },
    };
}
