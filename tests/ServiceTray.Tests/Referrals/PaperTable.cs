using ServiceTray.Referrals;

namespace ServiceTray.Tests.Referrals;

/// <summary>The table of states as the paper has it, and what no desk can do without, handing over, taking over and letting a permission go on, written down once more by hand: state: move by whom to state.</summary>
internal static class PaperTable
{
    private const string Rows = """
        Draft: AskConsent Sender AwaitingConsent; Send Sender Sent; Discard Sender,Clock Draft
        AwaitingConsent: TakeOver Colleague AwaitingConsent; Agree Client Sent; DeclineConsent Client DeclinedByClient; Expire Clock Expired; MarkError Sender,Administrator EnteredInError
        Sent: TakeOver Colleague Sent; Receive Coordinator Received; Accept Coordinator Accepted; Decline Coordinator Declined; Forward Coordinator Forwarded; Cancel Sender Cancelled; Renew Client Sent; Withdraw Client Withdrawn; MarkError Sender,Administrator EnteredInError
        Received: TakeOver Colleague Received; Accept Coordinator Accepted; Decline Coordinator Declined; Forward Coordinator Forwarded; AskInformation Coordinator NeedsInformation; Renew Client Received; Withdraw Client Withdrawn; MarkError Sender,Administrator EnteredInError
        NeedsInformation: TakeOver Colleague NeedsInformation; GiveInformation Sender,Client Received; Renew Client NeedsInformation; Withdraw Client Withdrawn; MarkError Sender,Administrator EnteredInError
        Accepted: TakeOver Colleague Accepted; HandOver Coordinator Accepted; AttemptContact LinkPerson ContactAttempted; Begin LinkPerson InProgress; Wait LinkPerson Waiting; Decline LinkPerson Declined; Renew Client Accepted; Withdraw Client Withdrawn; MarkError Sender,Administrator EnteredInError
        ContactAttempted: TakeOver Colleague ContactAttempted; HandOver Coordinator ContactAttempted; AttemptContact LinkPerson ContactAttempted; Begin LinkPerson InProgress; GiveUp LinkPerson NotReached; Renew Client ContactAttempted; Withdraw Client Withdrawn; MarkError Sender,Administrator EnteredInError
        Waiting: TakeOver Colleague Waiting; HandOver Coordinator Waiting; Begin LinkPerson InProgress; Decline LinkPerson Declined; Renew Client Waiting; Withdraw Client Withdrawn; MarkError Sender,Administrator EnteredInError
        InProgress: TakeOver Colleague InProgress; HandOver Coordinator InProgress; SetPhases LinkPerson InProgress; Wait LinkPerson,Client Waiting; Complete LinkPerson,Client Completed; Discontinue LinkPerson,Client Discontinued; Renew Client InProgress; Withdraw Client Withdrawn; MarkError Sender,Administrator EnteredInError
        Completed: TakeOver Colleague Completed; GiveFeedback LinkPerson Completed; Reopen LinkPerson Accepted; Renew Client Completed; Withdraw Client Withdrawn; MarkError Sender,Administrator EnteredInError
        Declined: TakeOver Colleague Declined; Reopen Coordinator Received; Forward Coordinator Forwarded; Renew Client Declined; Withdraw Client Withdrawn; MarkError Sender,Administrator EnteredInError
        NotReached: TakeOver Colleague NotReached; Reopen Coordinator,LinkPerson Accepted; Forward Coordinator Forwarded; Renew Client NotReached; Withdraw Client Withdrawn; MarkError Sender,Administrator EnteredInError
        Discontinued: TakeOver Colleague Discontinued; Reopen Coordinator,LinkPerson Accepted; Forward Coordinator Forwarded; Renew Client Discontinued; Withdraw Client Withdrawn; MarkError Sender,Administrator EnteredInError
        Cancelled: TakeOver Colleague Cancelled; Reopen Sender Sent; Forward Sender Forwarded; Renew Client Cancelled; Withdraw Client Withdrawn; MarkError Sender,Administrator EnteredInError
        Expired: TakeOver Colleague Expired; Reopen Sender AwaitingConsent; DeclineConsent Client DeclinedByClient; MarkError Sender,Administrator EnteredInError
        Forwarded: TakeOver Colleague Forwarded; Renew Client Forwarded; Withdraw Client Withdrawn
        Withdrawn: ConfirmDeletion Coordinator,LinkPerson Withdrawn
        DeclinedByClient:
        EnteredInError:
        """;

    private static readonly Dictionary<(ReferralState, ReferralMove), (ReferralRole[] By, ReferralState To)> Read = (
        from row in Rows.Split('\n')
        let state = Enum.Parse<ReferralState>(row.Split(':')[0].Trim())
        from entry in row.Split(':')[1].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        let words = entry.Split(' ')
        select ((state, Enum.Parse<ReferralMove>(words[0])), (words[1].Split(',').Select(Enum.Parse<ReferralRole>).ToArray(), Enum.Parse<ReferralState>(words[2]))))
        .ToDictionary(pair => pair.Item1, pair => pair.Item2);

    public static IEnumerable<ReferralState> States => Rows.Split('\n').Select(row => Enum.Parse<ReferralState>(row.Split(':')[0].Trim()));

    /// <summary>Where it leads; null: nowhere. Staff who tell the client's spoken wish do as she may, but the sender is not to learn how far the walk is.</summary>
    public static ReferralState? To(ReferralState from, ReferralMove move, ReferralActor actor) =>
        Read.TryGetValue((from, move), out var found)
        && (found.By.Contains(actor.Role) || (found.By.Contains(ReferralRole.Client) && actor is { SpokenWish: true, Role: ReferralRole.Sender or ReferralRole.Coordinator or ReferralRole.LinkPerson }
                && (actor.Role != ReferralRole.Sender || from != ReferralState.InProgress || move is ReferralMove.Withdraw or ReferralMove.Renew)))
            ? found.To
            : null;
}
