using ServiceTray.Calendar;
using ServiceTray.Languages;
using ServiceTray.Referrals;

namespace ServiceTray.Statistics;

/// <summary>What of a referral is counted; it lives only while the counting does.</summary>
internal sealed record CountedReferral(
    string Month, string Programme, string Theme, string Municipality, Outcome Outcome, string? Person, int? DaysToReceive, int? DaysToContact, int? GoalChange, string? Result)
{
    /// <summary>What stands for a part that was not told.</summary>
    public const string NotTold = "NOT_TOLD";

    private const string Several = "SEVERAL";

    /// <param name="first">As it was sent, opened.</param>
    /// <param name="last">What became of it: itself, or the last that it was forwarded as.</param>
    /// <param name="sentAt">When.</param>
    public static CountedReferral Of(Referral first, Referral last, DateTimeOffset sentAt)
    {
        var (client, reason) = (first.Content.Client, first.Content.Reason);
        var day = HelsinkiTime.Day(sentAt);
        return new(
            Quarter.MonthOf(day),
            first.ProgrammeKey,
            reason.Themes switch { [] => NotTold, [var only] => PublicWords.Of(only), _ => Several },
            client is { IsProtected: false, Municipality: { } municipality } ? municipality : NotTold,
            OutcomeOf(last.State),
            client is null ? null : PersonOf(client),
            DaysTo(last, day, ReferralMove.Receive, ReferralMove.Accept, ReferralMove.Decline),
            DaysTo(last, day, ReferralMove.AttemptContact, ReferralMove.Begin),
            IsCounted(last, day) && last.Content.Outcome is { GoalBefore: { } before, GoalAfter: { } after } ? after - before : null,
            IsCounted(last, day) ? last.Content.Outcome?.Result : null);
    }

    // What she told of herself is counted only as she wishes.
    private static bool IsCounted(Referral last, DateOnly day) => last.Content.Consent?.Allows(Purpose.AnonymousFollowUp, day) == true;

    // The same person by her name and how she is reached, however they are written; compared in memory alone.
    private static string PersonOf(ReferralClient client) => $"{Signs(client.Name)}|{Reach(Signs(client.Contact ?? ""))}";

    private static string Signs(string words) => string.Concat(words.ToUpperInvariant().Where(char.IsLetterOrDigit));

    // A number is the same with the country's code before it.
    private static string Reach(string signs) => !signs.All(char.IsAsciiDigit) ? signs
        : signs.StartsWith("00358", StringComparison.Ordinal) ? $"0{signs[5..]}"
        : signs.StartsWith("358", StringComparison.Ordinal) ? $"0{signs[3..]}"
        : signs;

    private static int? DaysTo(Referral referral, DateOnly sentOn, params ReadOnlySpan<ReferralMove> moves)
    {
        foreach (var step in referral.Steps)
        {
            if (moves.Contains(step.Move))
            {
                return HelsinkiTime.Day(step.At).DayNumber - sentOn.DayNumber;
            }
        }

        return null;
    }

    private static Outcome OutcomeOf(ReferralState state) => state switch
    {
        ReferralState.Completed => Outcome.Completed,
        ReferralState.Declined => Outcome.Declined,
        ReferralState.NotReached => Outcome.NotReached,
        ReferralState.Discontinued => Outcome.Discontinued,
        ReferralState.Withdrawn or ReferralState.DeclinedByClient => Outcome.Withdrawn,
        ReferralState.Cancelled or ReferralState.EnteredInError or ReferralState.Expired => Outcome.Cancelled,
        _ => Outcome.Open,
    };
}

/// <summary>What became of a referral by the time that it was counted.</summary>
internal enum Outcome
{
    Open,
    Completed,
    Declined,
    NotReached,
    Discontinued,
    Withdrawn,
    Cancelled,
}
