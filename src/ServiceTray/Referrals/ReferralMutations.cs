using ServiceTray.Accounts;
using ServiceTray.Refusals;

namespace ServiceTray.Referrals;

/// <summary>Moving referrals, as asked over GraphQL: one mutation a move.</summary>
internal static class ReferralMutations
{
    public static async Task<SendReferralPayload?> SendReferralAsync(
        ReferralSendingInput input, string idempotencyKey, bool draft, ReferralDesk desk, CurrentCaller current, CancellationToken cancellationToken)
    {
        try
        {
            var sent = await desk.SendAsync(input, idempotencyKey, draft, current.Caller, cancellationToken);
            return new(sent.Shown, sent.Code, []);
        }
        catch (RefusalException refusal) when (ReferralError.IsRule(refusal))
        {
            return new(null, null, ReferralError.Of(refusal));
        }
    }

    public static Task<ReferralPayload?> SendDraftAsync(ReferralOrder order, AgreementInput? agreement, string? pin, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        ReferralAnswers.OfAsync(async () => (await mover.SendDraftAsync(order, current.Caller, agreement?.ToAgreement(), pin, cancellationToken)).Shown);

    public static async Task<ReferralPayload?> DiscardReferralAsync(ReferralOrder order, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        await ReferralAnswers.OfAsync(() => mover.MoveAsync(order, current.Caller, ReferralMove.Discard, (r, o) => r.Discard(o), cancellationToken)) is { } answer
            ? answer with { Referral = null }
            : null;

    public static Task<ReferralPayload?> CancelReferralAsync(ReferralOrder order, ReasonCode reason, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        ReferralAnswers.OfAsync(() => mover.MoveAsync(order, current.Caller, ReferralMove.Cancel, (r, o) => r.Cancel(o, reason), cancellationToken));

    public static Task<ReferralPayload?> ReceiveReferralAsync(ReferralOrder order, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        ReferralAnswers.OfAsync(() => mover.MoveAsync(order, current.Caller, ReferralMove.Receive, (r, o) => r.Receive(o), cancellationToken));

    public static Task<ReferralPayload?> AskInformationAsync(ReferralOrder order, string text, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        ReferralAnswers.OfAsync(() => mover.MoveAsync(order, current.Caller, ReferralMove.AskInformation, (r, o) => r.AskInformation(o, text), cancellationToken));

    public static Task<ReferralPayload?> GiveInformationAsync(ReferralOrder order, string text, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        ReferralAnswers.OfAsync(() => mover.MoveAsync(order, current.Caller, ReferralMove.GiveInformation, (r, o) => r.GiveInformation(o, text), cancellationToken));

    public static Task<ReferralPayload?> AcceptReferralAsync(ReferralOrder order, Guid? linkPerson, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        ReferralAnswers.OfAsync(() => mover.AcceptAsync(order, current.Caller, linkPerson ?? throw new ReferralInvalidException("linkPerson", RefusalCodes.LinkPersonUnfit), cancellationToken));

    public static Task<ReferralPayload?> DeclineReferralAsync(ReferralOrder order, ReasonCode reason, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        ReferralAnswers.OfAsync(() => mover.MoveAsync(order, current.Caller, ReferralMove.Decline, (r, o) => r.Decline(o, reason), cancellationToken));

    public static Task<ReferralPayload?> ForwardReferralAsync(ReferralOrder order, Guid? receiver, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        ReferralAnswers.OfAsync(() => mover.ForwardAsync(order, current.Caller, receiver ?? throw new ReferralInvalidException("receiver", RefusalCodes.RecipientUnknown), cancellationToken));

    public static Task<ReferralPayload?> AttemptContactAsync(ReferralOrder order, string? text, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        ReferralAnswers.OfAsync(() => mover.MoveAsync(order, current.Caller, ReferralMove.AttemptContact, (r, o) => r.AttemptContact(o, text), cancellationToken));

    public static Task<ReferralPayload?> BeginReferralAsync(ReferralOrder order, DateOnly day, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        ReferralAnswers.OfAsync(() => mover.MoveAsync(order, current.Caller, ReferralMove.Begin, (r, o) => r.Begin(o, day), cancellationToken));

    public static Task<ReferralPayload?> PutReferralOnWaitAsync(ReferralOrder order, DateOnly day, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        ReferralAnswers.OfAsync(() => mover.MoveAsync(order, current.Caller, ReferralMove.Wait, (r, o) => r.Wait(o, day), cancellationToken));

    public static Task<ReferralPayload?> GiveUpReferralAsync(ReferralOrder order, ReasonCode reason, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        ReferralAnswers.OfAsync(() => mover.MoveAsync(order, current.Caller, ReferralMove.GiveUp, (r, o) => r.GiveUp(o, reason), cancellationToken));

    public static Task<ReferralPayload?> CompleteReferralAsync(ReferralOrder order, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        ReferralAnswers.OfAsync(() => mover.MoveAsync(order, current.Caller, ReferralMove.Complete, (r, o) => r.Complete(o), cancellationToken));

    public static Task<ReferralPayload?> DiscontinueReferralAsync(ReferralOrder order, ReasonCode reason, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        ReferralAnswers.OfAsync(() => mover.MoveAsync(order, current.Caller, ReferralMove.Discontinue, (r, o) => r.Discontinue(o, reason), cancellationToken));

    public static Task<ReferralPayload?> GiveReferralFeedbackAsync(ReferralOrder order, ReferralOutcome outcome, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        ReferralAnswers.OfAsync(() => mover.MoveAsync(order, current.Caller, ReferralMove.GiveFeedback, (r, o) => r.GiveFeedback(o, outcome), cancellationToken));

    public static Task<ReferralPayload?> ReopenReferralAsync(ReferralOrder order, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        ReferralAnswers.OfAsync(() => mover.MoveAsync(order, current.Caller, ReferralMove.Reopen, (r, o) => r.Reopen(o), cancellationToken));

    public static Task<ReferralPayload?> AgreeToReferralAsync(ReferralOrder order, AgreementInput agreement, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        ReferralAnswers.OfAsync(() => mover.MoveAsync(order, current.Caller, ReferralMove.Agree, (r, o) => r.Agree(o, agreement.ToAgreement()), cancellationToken));

    public static Task<ReferralPayload?> DeclineReferralConsentAsync(ReferralOrder order, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        ReferralAnswers.OfAsync(() => mover.MoveAsync(order, current.Caller, ReferralMove.DeclineConsent, (r, o) => r.DeclineConsent(o), cancellationToken));

    public static Task<ReferralPayload?> WithdrawReferralAsync(ReferralOrder order, ReasonCode? reason, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        ReferralAnswers.OfAsync(() => mover.WithdrawAsync(order with { SpokenWish = true }, current.Caller, reason, cancellationToken));

    public static Task<ReferralPayload?> ConfirmReferralDeletionAsync(ReferralOrder order, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        ReferralAnswers.OfAsync(() => mover.MoveAsync(order, current.Caller, ReferralMove.ConfirmDeletion, (r, o) => r.ConfirmDeletion(o), cancellationToken));

    public static Task<ReferralPayload?> MarkReferralErrorAsync(ReferralOrder order, ReasonCode reason, string text, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        ReferralAnswers.OfAsync(() => mover.MoveAsync(order, current.Caller, ReferralMove.MarkError, (r, o) => r.MarkError(o, reason, text), cancellationToken));
}
