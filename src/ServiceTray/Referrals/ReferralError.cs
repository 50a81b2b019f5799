using ServiceTray.Refusals;

namespace ServiceTray.Referrals;

/// <summary>Why something was refused: the code, and what helps on.</summary>
internal sealed record ReferralError(string Code, string? Field, ReferralState? State, IReadOnlyList<ReferralMove> PossibleMoves)
{
    /// <summary>Whether it is a rule that says no; who may ask at all is told on top of an answer.</summary>
    public static bool IsRule(RefusalException refusal) => refusal.Code is not (RefusalCodes.Unauthenticated or RefusalCodes.Forbidden);

    public static IReadOnlyList<ReferralError> Of(RefusalException refusal) => refusal switch
    {
        ReferralInvalidException invalid => [.. invalid.Problems.Select(problem => new ReferralError(problem.Code, problem.Field, invalid.State, invalid.Possible))],
        MoveRefusedException moved => [new(moved.Code, null, moved.Shown, moved.Possible)],
        _ => [new(refusal.Code, null, null, [])],
    };
}
