using System.Collections.Frozen;
using static ServiceTray.Referrals.ReferralMove;
using static ServiceTray.Referrals.ReferralRole;
using static ServiceTray.Referrals.ReferralState;

namespace ServiceTray.Referrals;

/// <summary>From which state which move leads where, and whose it is: the one table of the referral's way.</summary>
internal static class MoveTable
{
    private static readonly ReferralRole[] BySender = [Sender];
    private static readonly ReferralRole[] ByClient = [Client];
    private static readonly ReferralRole[] ByCoordinator = [Coordinator];
    private static readonly ReferralRole[] ByLinkPerson = [ReferralRole.LinkPerson];
    private static readonly ReferralRole[] ByLinkPersonOrClient = [ReferralRole.LinkPerson, Client];
    private static readonly ReferralRole[] ByClock = [ReferralRole.Clock];
    private static readonly ReferralRole[] ByDesk = [Coordinator, ReferralRole.LinkPerson];

    private static readonly FrozenDictionary<(ReferralState, ReferralMove), (ReferralState To, ReferralRole[] By)> Rules = Written().ToFrozenDictionary(
        rule => (rule.From, rule.Move), rule => (rule.To, rule.By));

    /// <summary>Where the move leads for this actor; null: it is not possible.</summary>
    public static ReferralState? To(ReferralState from, ReferralMove move, ReferralActor actor) =>
        Rules.TryGetValue((from, move), out var rule) && May(actor, move, rule.By) ? rule.To : null;

    /// <summary>All this actor can do now, in the order of the moves.</summary>
    public static IReadOnlyList<ReferralMove> Possible(ReferralState from, ReferralActor actor) =>
        [.. Enum.GetValues<ReferralMove>().Where(move => To(from, move, actor) is not null)];

    // Every move of the client has a staffed twin, so that nobody needs a device. Of the walk itself it is the desk's: what the sender
    // could do there would tell her how far it is, which the client may keep from her.
    private static bool May(ReferralActor actor, ReferralMove move, ReferralRole[] by) => by.Contains(actor.Role)
        || (actor.SpeaksForClient && by.Contains(Client) && (actor.Role != Sender || move is not (Wait or Complete or Discontinue)));

    private static IEnumerable<(ReferralState From, ReferralMove Move, ReferralState To, ReferralRole[] By)> Written() =>
    [
        (Draft, AskConsent, AwaitingConsent, BySender),
        (Draft, ReferralMove.Send, Sent, BySender),
        (Draft, Discard, Draft, [Sender, ReferralRole.Clock]),
        (AwaitingConsent, Agree, Sent, ByClient),
        (AwaitingConsent, DeclineConsent, DeclinedByClient, ByClient),
        (AwaitingConsent, Expire, Expired, ByClock),
        (Sent, Receive, Received, ByCoordinator),
        (Sent, Accept, Accepted, ByCoordinator),
        (Sent, Decline, Declined, ByCoordinator),
        (Sent, Forward, Forwarded, ByCoordinator),
        (Sent, Cancel, Cancelled, BySender),
        (Received, Accept, Accepted, ByCoordinator),
        (Received, Decline, Declined, ByCoordinator),
        (Received, Forward, Forwarded, ByCoordinator),
        (Received, AskInformation, NeedsInformation, ByCoordinator),
        (NeedsInformation, GiveInformation, Received, [Sender, Client]),
        (Accepted, AttemptContact, ContactAttempted, ByLinkPerson),
        (Accepted, Begin, InProgress, ByLinkPerson),
        (Accepted, Wait, Waiting, ByLinkPerson),
        (Accepted, Decline, Declined, ByLinkPerson),
        (ContactAttempted, AttemptContact, ContactAttempted, ByLinkPerson),
        (ContactAttempted, Begin, InProgress, ByLinkPerson),
        (ContactAttempted, GiveUp, NotReached, ByLinkPerson),
        (Waiting, Begin, InProgress, ByLinkPerson),
        (Waiting, Decline, Declined, ByLinkPerson),
        (InProgress, Wait, Waiting, ByLinkPersonOrClient),
        (InProgress, SetPhases, InProgress, ByLinkPerson),
        (InProgress, Complete, Completed, ByLinkPersonOrClient),
        (InProgress, Discontinue, Discontinued, ByLinkPersonOrClient),
        .. new[] { Accepted, ContactAttempted, Waiting, InProgress }.Select(state => (state, HandOver, state, ByCoordinator)),
        .. Enum.GetValues<ReferralState>().Where(state => !state.HidesPerson() && state != Draft).Select(state => (state, TakeOver, state, new[] { Colleague })),
        (Completed, GiveFeedback, Completed, ByLinkPerson),
        (Completed, Reopen, Accepted, ByLinkPerson),
        (Declined, Reopen, Received, ByCoordinator),
        (Declined, Forward, Forwarded, ByCoordinator),
        (NotReached, Reopen, Accepted, ByDesk),
        (NotReached, Forward, Forwarded, ByCoordinator),
        (Discontinued, Reopen, Accepted, ByDesk),
        (Discontinued, Forward, Forwarded, ByCoordinator),
        (Cancelled, Reopen, Sent, BySender),
        (Cancelled, Forward, Forwarded, BySender),
        (Expired, Reopen, AwaitingConsent, BySender),
        (Expired, DeclineConsent, DeclinedByClient, ByClient),
        (Withdrawn, ConfirmDeletion, Withdrawn, ByDesk),
        .. Enum.GetValues<ReferralState>().Where(state => !state.HidesPerson() && !state.IsWithSender())
            .SelectMany(state => new[] { (state, Renew, state, ByClient), (state, Withdraw, Withdrawn, ByClient) }),
        .. Enum.GetValues<ReferralState>().Where(state => !state.HidesPerson() && state is not (Draft or Forwarded))
            .Select(state => (state, MarkError, EnteredInError, new[] { Sender, Administrator })),
    ];
}
