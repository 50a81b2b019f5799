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

    public static Task<ReferralPayload?> SwitchConsentOffAsync(
        ReferralOrder order, Purpose? purpose, ClientField? field, string? disclosure, string why, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        ReferralAnswers.OfAsync(() => mover.SwitchOffAsync(order, current.Caller, ConsentSwitch.Of(purpose, field, disclosure), why, cancellationToken));

    public static Task<ReferralPayload?> SendDraftAsync(ReferralOrder order, AgreementInput? agreement, string? pin, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        ReferralAnswers.OfAsync(async () => (await mover.SendDraftAsync(order, current.Caller, agreement?.ToAgreement(), pin, cancellationToken)).Shown);

    public static async Task<ReferralPayload?> DiscardReferralAsync(ReferralOrder order, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        await MadeAsync(order, new(ReferralMove.Discard, order.Revision, order.SpokenWish), mover, current, cancellationToken) is { } answer
            ? answer with { Referral = null }
            : null;

    public static Task<ReferralPayload?> CancelReferralAsync(ReferralOrder order, ReasonCode reason, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        MadeAsync(order, new(ReferralMove.Cancel, order.Revision, order.SpokenWish, Reason: reason), mover, current, cancellationToken);

    public static Task<ReferralPayload?> ReceiveReferralAsync(ReferralOrder order, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        MadeAsync(order, new(ReferralMove.Receive, order.Revision, order.SpokenWish), mover, current, cancellationToken);

    public static Task<ReferralPayload?> AskInformationAsync(ReferralOrder order, string text, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        MadeAsync(order, new(ReferralMove.AskInformation, order.Revision, order.SpokenWish, Text: text), mover, current, cancellationToken);

    public static Task<ReferralPayload?> GiveInformationAsync(ReferralOrder order, string text, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        MadeAsync(order, new(ReferralMove.GiveInformation, order.Revision, order.SpokenWish, Text: text), mover, current, cancellationToken);

    public static Task<ReferralPayload?> AcceptReferralAsync(ReferralOrder order, Guid? linkPerson, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        MadeAsync(order, new(ReferralMove.Accept, order.Revision, order.SpokenWish, LinkPerson: linkPerson), mover, current, cancellationToken);

    public static Task<ReferralPayload?> HandReferralOverAsync(ReferralOrder order, Guid? linkPerson, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        MadeAsync(order, new(ReferralMove.HandOver, order.Revision, order.SpokenWish, LinkPerson: linkPerson), mover, current, cancellationToken);

    public static Task<ReferralPayload?> TakeReferralOverAsync(ReferralOrder order, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        MadeAsync(order, new(ReferralMove.TakeOver, order.Revision, order.SpokenWish), mover, current, cancellationToken);

    public static Task<ReferralPayload?> DeclineReferralAsync(ReferralOrder order, ReasonCode reason, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        MadeAsync(order, new(ReferralMove.Decline, order.Revision, order.SpokenWish, Reason: reason), mover, current, cancellationToken);

    public static Task<ReferralPayload?> ForwardReferralAsync(ReferralOrder order, Guid? receiver, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        MadeAsync(order, new(ReferralMove.Forward, order.Revision, order.SpokenWish, Receiver: receiver), mover, current, cancellationToken);

    public static Task<ReferralPayload?> AttemptContactAsync(ReferralOrder order, string? text, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        MadeAsync(order, new(ReferralMove.AttemptContact, order.Revision, order.SpokenWish, Text: text), mover, current, cancellationToken);

    public static Task<ReferralPayload?> BeginReferralAsync(ReferralOrder order, DateOnly day, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        MadeAsync(order, new(ReferralMove.Begin, order.Revision, order.SpokenWish, Day: day), mover, current, cancellationToken);

    public static Task<ReferralPayload?> PutReferralOnWaitAsync(ReferralOrder order, DateOnly day, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        MadeAsync(order, new(ReferralMove.Wait, order.Revision, order.SpokenWish, Day: day), mover, current, cancellationToken);

    public static Task<ReferralPayload?> GiveUpReferralAsync(ReferralOrder order, ReasonCode reason, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        MadeAsync(order, new(ReferralMove.GiveUp, order.Revision, order.SpokenWish, Reason: reason), mover, current, cancellationToken);

    public static Task<ReferralPayload?> SetReferralPhasesAsync(ReferralOrder order, IReadOnlyList<string> phases, DateOnly day, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        MadeAsync(order, new(ReferralMove.SetPhases, order.Revision, order.SpokenWish, Day: day, Phases: phases), mover, current, cancellationToken);

    public static Task<ReferralPayload?> CompleteReferralAsync(ReferralOrder order, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        MadeAsync(order, new(ReferralMove.Complete, order.Revision, order.SpokenWish), mover, current, cancellationToken);

    public static Task<ReferralPayload?> DiscontinueReferralAsync(ReferralOrder order, ReasonCode reason, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        MadeAsync(order, new(ReferralMove.Discontinue, order.Revision, order.SpokenWish, Reason: reason), mover, current, cancellationToken);

    public static Task<ReferralPayload?> GiveReferralFeedbackAsync(ReferralOrder order, ReferralOutcome outcome, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        MadeAsync(order, new(ReferralMove.GiveFeedback, order.Revision, order.SpokenWish, Outcome: outcome), mover, current, cancellationToken);

    public static Task<ReferralPayload?> ReopenReferralAsync(ReferralOrder order, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        MadeAsync(order, new(ReferralMove.Reopen, order.Revision, order.SpokenWish), mover, current, cancellationToken);

    public static Task<ReferralPayload?> AgreeToReferralAsync(ReferralOrder order, AgreementInput agreement, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        MadeAsync(order, new(ReferralMove.Agree, order.Revision, order.SpokenWish, Agreement: agreement), mover, current, cancellationToken);

    public static Task<ReferralPayload?> DeclineReferralConsentAsync(ReferralOrder order, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        MadeAsync(order, new(ReferralMove.DeclineConsent, order.Revision, order.SpokenWish), mover, current, cancellationToken);

    public static Task<ReferralPayload?> RenewReferralConsentAsync(
        ReferralOrder order, string textVersion, AgreementForm form, DateOnly? until, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        MadeAsync(order, new(ReferralMove.Renew, order.Revision, order.SpokenWish, Agreement: new(textVersion, form, [], Until: until)), mover, current, cancellationToken);

    public static Task<ReferralPayload?> WithdrawReferralAsync(ReferralOrder order, ReasonCode? reason, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        MadeAsync(order, new(ReferralMove.Withdraw, order.Revision, order.SpokenWish, Reason: reason), mover, current, cancellationToken);

    public static Task<ReferralPayload?> ConfirmReferralDeletionAsync(ReferralOrder order, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        MadeAsync(order, new(ReferralMove.ConfirmDeletion, order.Revision, order.SpokenWish), mover, current, cancellationToken);

    public static Task<ReferralPayload?> MarkReferralErrorAsync(ReferralOrder order, ReasonCode reason, string text, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        MadeAsync(order, new(ReferralMove.MarkError, order.Revision, order.SpokenWish, Reason: reason, Text: text), mover, current, cancellationToken);

    private static Task<ReferralPayload?> MadeAsync(ReferralOrder order, MoveInput move, ReferralMover mover, CurrentCaller current, CancellationToken cancellationToken) =>
        ReferralAnswers.OfAsync(() => move.MakeAsync(order.Id, mover, current.Caller, cancellationToken));
}
