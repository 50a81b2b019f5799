using ServiceTray.Accounts;
using ServiceTray.Refusals;

namespace ServiceTray.Referrals;

/// <summary>A move as an edge takes it in, with whatever it needs; which referral it moves is told beside it.</summary>
internal sealed record MoveInput(
    ReferralMove Move,
    int Revision,
    bool SpokenWish = false,
    ReasonCode? Reason = null,
    string? Text = null,
    DateOnly? Day = null,
    Guid? LinkPerson = null,
    Guid? Receiver = null,
    ReferralOutcome? Outcome = null,
    AgreementInput? Agreement = null,
    string? Pin = null,
    IReadOnlyList<string>? Phases = null)
{
    /// <summary>Whether it sends a draft, or asks the client.</summary>
    public bool IsSending => Move is ReferralMove.Send or ReferralMove.AskConsent;

    /// <summary>Sends a draft, or asks the client by her code.</summary>
    /// <exception cref="RefusalException">It cannot be sent so.</exception>
    public Task<SentReferral> SendAsync(Guid id, ReferralMover mover, Caller caller, CancellationToken cancellationToken) => mover.SendDraftAsync(
        Order(id), caller, Move == ReferralMove.AskConsent ? new Agreement("", AgreementForm.Code, [], Agreement?.Hidden) : Agreement?.ToAgreement(), Pin, cancellationToken);

    /// <summary>Makes it.</summary>
    /// <exception cref="RefusalException">It cannot be made so.</exception>
    public async Task<ReferralShown> MakeAsync(Guid id, ReferralMover mover, Caller caller, CancellationToken cancellationToken)
    {
        var order = Order(id);
        return Move switch
        {
            ReferralMove.AskConsent or ReferralMove.Send => (await SendAsync(id, mover, caller, cancellationToken)).Shown,
            ReferralMove.Accept or ReferralMove.HandOver => await mover.NameAsync(order, caller, Move, LinkPerson ?? Guid.Empty, cancellationToken),
            ReferralMove.TakeOver => await mover.TakeOverAsync(order, caller, cancellationToken),
            ReferralMove.Forward => await mover.ForwardAsync(order, caller, Receiver ?? Guid.Empty, cancellationToken),
            ReferralMove.Renew => await mover.RenewAsync(order with { SpokenWish = true }, caller, (Agreement ?? throw Missing("agreement", RefusalCodes.FieldRequired)).ToAgreement(), cancellationToken),
            ReferralMove.Withdraw => await mover.EndAsync(order with { SpokenWish = true }, caller, Move, Reason, cancellationToken),
            ReferralMove.DeclineConsent => await mover.EndAsync(order, caller, Move, Reason, cancellationToken),
            _ => await mover.MoveAsync(order, caller, Move, Make, cancellationToken),
        };
    }

    public override string ToString() => nameof(MoveInput);

    private void Make(Referral referral, Occasion occasion)
    {
        switch (Move)
        {
            case ReferralMove.Discard: referral.Discard(occasion); break;
            case ReferralMove.Agree: referral.Agree(occasion, (Agreement ?? throw Missing("agreement", RefusalCodes.FieldRequired)).ToAgreement()); break;
            case ReferralMove.Cancel: referral.Cancel(occasion, Why); break;
            case ReferralMove.Receive: referral.Receive(occasion); break;
            case ReferralMove.AskInformation: referral.AskInformation(occasion, Text ?? ""); break;
            case ReferralMove.GiveInformation: referral.GiveInformation(occasion, Text ?? ""); break;
            case ReferralMove.Decline: referral.Decline(occasion, Why); break;
            case ReferralMove.AttemptContact: referral.AttemptContact(occasion, Text); break;
            case ReferralMove.Begin: referral.Begin(occasion, When); break;
            case ReferralMove.Wait: referral.Wait(occasion, When); break;
            case ReferralMove.GiveUp: referral.GiveUp(occasion, Why); break;
            case ReferralMove.SetPhases: referral.SetPhases(occasion, Phases ?? [], When); break;
            case ReferralMove.Complete: referral.Complete(occasion); break;
            case ReferralMove.Discontinue: referral.Discontinue(occasion, Why); break;
            case ReferralMove.GiveFeedback: referral.GiveFeedback(occasion, Outcome ?? throw Missing("outcome", RefusalCodes.FieldRequired)); break;
            case ReferralMove.Reopen: referral.Reopen(occasion); break;
            case ReferralMove.ConfirmDeletion: referral.ConfirmDeletion(occasion); break;
            case ReferralMove.MarkError: referral.MarkError(occasion, Why, Text ?? ""); break;
            default: throw MoveRefusedException.NotPossible(referral.State, referral.Possible(occasion.Actor, occasion.Programme));
        }
    }

    private ReasonCode Why => Reason ?? throw Missing("reason", RefusalCodes.ReasonUnknown);

    private DateOnly When => Day ?? throw Missing("day", RefusalCodes.DateInvalid);

    private ReferralOrder Order(Guid id) => new(id, Revision, SpokenWish);

    private static ReferralInvalidException Missing(string field, string code) => new(field, code);
}
