using System.Globalization;
using ServiceTray.Accounts;
using ServiceTray.Languages;
using ServiceTray.Referrals.Programmes;
using ServiceTray.Refusals;

namespace ServiceTray.Referrals.Pages;

/// <summary>A move as a button of a page sends it.</summary>
internal sealed class MoveForm(IFormCollection fields)
{
    /// <summary>What a button can be: each move that pages offer.</summary>
    public ReferralMove? Move => PublicWords.Read<ReferralMove>(Words("move"));

    /// <summary>Makes it.</summary>
    /// <exception cref="RefusalException">It cannot be made so.</exception>
    public Task<ReferralShown> MakeAsync(Guid id, ReferralMover mover, Caller caller, CancellationToken cancellationToken)
    {
        var order = Order(id);
        Task<ReferralShown> By(ReferralMove move, Action<Referral, Occasion> make) => mover.MoveAsync(order, caller, move, make, cancellationToken);
        return Move switch
        {
            ReferralMove.Discard => By(ReferralMove.Discard, (r, o) => r.Discard(o)),
            ReferralMove.Agree => By(ReferralMove.Agree, (r, o) => r.Agree(o, Agreement(o.Programme))),
            ReferralMove.DeclineConsent => By(ReferralMove.DeclineConsent, (r, o) => r.DeclineConsent(o)),
            ReferralMove.Cancel => By(ReferralMove.Cancel, (r, o) => r.Cancel(o, Reason())),
            ReferralMove.Receive => By(ReferralMove.Receive, (r, o) => r.Receive(o)),
            ReferralMove.AskInformation => By(ReferralMove.AskInformation, (r, o) => r.AskInformation(o, Words("text"))),
            ReferralMove.GiveInformation => By(ReferralMove.GiveInformation, (r, o) => r.GiveInformation(o, Words("text"))),
            ReferralMove.Accept => mover.AcceptAsync(order, caller, Id("linkPerson", RefusalCodes.LinkPersonUnfit), cancellationToken),
            ReferralMove.Decline => By(ReferralMove.Decline, (r, o) => r.Decline(o, Reason())),
            ReferralMove.Forward => mover.ForwardAsync(order, caller, Id("receiver", RefusalCodes.RecipientUnknown), cancellationToken),
            ReferralMove.AttemptContact => By(ReferralMove.AttemptContact, (r, o) => r.AttemptContact(o, Words("text"))),
            ReferralMove.Begin => By(ReferralMove.Begin, (r, o) => r.Begin(o, Day())),
            ReferralMove.Wait => By(ReferralMove.Wait, (r, o) => r.Wait(o, Day())),
            ReferralMove.GiveUp => By(ReferralMove.GiveUp, (r, o) => r.GiveUp(o, Reason())),
            ReferralMove.Complete => By(ReferralMove.Complete, (r, o) => r.Complete(o)),
            ReferralMove.Discontinue => By(ReferralMove.Discontinue, (r, o) => r.Discontinue(o, Reason())),
            ReferralMove.GiveFeedback => By(ReferralMove.GiveFeedback, (r, o) => r.GiveFeedback(o, Outcome())),
            ReferralMove.Reopen => By(ReferralMove.Reopen, (r, o) => r.Reopen(o)),
            ReferralMove.Withdraw => mover.WithdrawAsync(order, caller, null, cancellationToken),
            ReferralMove.ConfirmDeletion => By(ReferralMove.ConfirmDeletion, (r, o) => r.ConfirmDeletion(o)),
            ReferralMove.MarkError => By(ReferralMove.MarkError, (r, o) => r.MarkError(o, Reason(), Words("text"))),
            _ => throw new ReferralInvalidException("move", RefusalCodes.FieldRequired),
        };
    }

    /// <summary>Sends a draft as a button did it, or asks the client by code.</summary>
    /// <exception cref="RefusalException">It cannot be sent so.</exception>
    public Task<SentReferral> SendAsync(Programme programme, Guid id, ReferralMover mover, Caller caller, CancellationToken cancellationToken)
    {
        var agreement = !programme.NamesClient ? null
            : Move == ReferralMove.AskConsent ? new Agreement(programme.ConsentVersion, AgreementForm.Code, [])
            : Agreement(programme);
        return mover.SendDraftAsync(Order(id), caller, agreement, Told("pin"), cancellationToken);
    }

    private ReferralOrder Order(Guid id) =>
        new(id, int.TryParse(Words("revision"), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : 0, Words("spoken") == "yes");

    private string Words(string name) => fields[name].ToString().Trim();

    private Guid Id(string name, string code) => Guid.TryParse(Words(name), out var id) ? id : throw new ReferralInvalidException(name, code);

    private ReasonCode Reason() => PublicWords.Read<ReasonCode>(Words("reason")) ?? throw new ReferralInvalidException("reason", RefusalCodes.ReasonUnknown);

    private DateOnly Day() => DateOnly.TryParseExact(Words("day"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : throw new ReferralInvalidException("day", RefusalCodes.DateInvalid);

    private ReferralOutcome Outcome() => new(Told("joined"), null, Goal("goalBefore"), Goal("goalAfter"), Told("toSender"));

    private string? Told(string name) => Words(name) is { Length: > 0 } words ? words : null;

    private int? Goal(string name) => Words(name) is not { Length: > 0 } words ? null
        : int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var goal) ? goal : throw new ReferralInvalidException(name, RefusalCodes.OutOfScale);

    private Agreement Agreement(Programme programme) => new(
        programme.ConsentVersion,
        PublicWords.Read<AgreementForm>(Words("form")) ?? AgreementForm.SpokenPhone,
        [
            Purpose.Send, Purpose.ReceiverContacts,
            .. fields.ContainsKey("tellSender") ? [Purpose.TellSender] : Array.Empty<Purpose>(),
            .. fields.ContainsKey("feedback") ? [Purpose.FeedbackToSender] : Array.Empty<Purpose>(),
        ]);
}
