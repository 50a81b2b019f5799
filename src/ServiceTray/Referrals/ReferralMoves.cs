using ServiceTray.Calendar;
using ServiceTray.Refusals;

namespace ServiceTray.Referrals;

// The moves, each refusing by itself what cannot be.
internal sealed partial class Referral
{
    /// <summary>The client is asked by her code.</summary>
    /// <param name="occasion">By whom and when.</param>
    /// <param name="keptBack">What she keeps from the recipient, besides what she did already.</param>
    public void AskConsent(Occasion occasion, IReadOnlyList<ClientField>? keptBack = null)
    {
        RequireClient(ReferralMove.AskConsent, occasion);
        Require(ReferralMove.AskConsent, occasion);
        Content = Content with { KeptBack = [.. Content.KeptBack.Union(keptBack ?? [])] };
        Step(ReferralMove.AskConsent, occasion);
    }

    /// <summary>Sent with the agreement that the client has given; without a client there is nothing to agree to.</summary>
    public void Send(Occasion occasion, Agreement? agreement)
    {
        Require(ReferralMove.Send, occasion);
        var consent = agreement is not null && (SenderUnit is null || agreement.Form != AgreementForm.Code) ? ConsentMaker.Make(agreement, Content.KeptBack, occasion) : null;
        if (occasion.Programme.NamesClient && consent is null)
        {
            throw MoveRefusedException.ConsentMissing(State, Possible(occasion.Actor, occasion.Programme));
        }

        Content = Content with { Consent = consent };
        Step(ReferralMove.Send, occasion);
    }

    /// <summary>The PIN that the client chooses while it is a draft.</summary>
    public void ChoosePin(string hash)
    {
        if (State == ReferralState.Draft)
        {
            Content = Content with { PinHash = hash };
        }
    }

    /// <summary>A draft is thrown away: whoever keeps it removes it.</summary>
    public void Discard(Occasion occasion) => Step(ReferralMove.Discard, occasion);

    public void Agree(Occasion occasion, Agreement agreement)
    {
        Require(ReferralMove.Agree, occasion);
        if (agreement.Form == AgreementForm.Code && occasion.Actor.Role != ReferralRole.Client)
        {
            throw MoveRefusedException.ConsentMissing(State, Possible(occasion.Actor, occasion.Programme));
        }

        var consent = ConsentMaker.Make(agreement, Content.KeptBack, occasion) ?? throw MoveRefusedException.ConsentMissing(State, Possible(occasion.Actor, occasion.Programme));
        Content = Content with { Consent = consent with { Changes = Content.Wishes } };
        Step(ReferralMove.Agree, occasion);
    }

    public void DeclineConsent(Occasion occasion, ReasonCode? reason = null) => Step(ReferralMove.DeclineConsent, occasion, reason);

    public void Expire(Occasion occasion) => Step(ReferralMove.Expire, occasion);

    public void Cancel(Occasion occasion, ReasonCode reason) => Step(ReferralMove.Cancel, occasion, reason);

    public void Receive(Occasion occasion) => Step(ReferralMove.Receive, occasion);

    public void AskInformation(Occasion occasion, string question) => Step(ReferralMove.AskInformation, occasion, note: question);

    public void GiveInformation(Occasion occasion, string answer) => Step(ReferralMove.GiveInformation, occasion, note: answer);

    /// <summary>Taken on, and a link person named who is fit for it.</summary>
    public void Accept(Occasion occasion, LinkPerson person)
    {
        RequireFit(ReferralMove.Accept, occasion, person);
        LinkPerson = person.Account;
        Step(ReferralMove.Accept, occasion);
    }

    /// <summary>Another link person goes on from where the first one is; what is due stays due.</summary>
    public void HandOver(Occasion occasion, LinkPerson person)
    {
        RequireFit(ReferralMove.HandOver, occasion, person);
        LinkPerson = person.Account;
        Stay(ReferralMove.HandOver, occasion);
    }

    /// <summary>Another professional of the unit goes on as its sender; what is due stays due.</summary>
    public void TakeOver(Occasion occasion)
    {
        Require(ReferralMove.TakeOver, occasion);
        var former = SenderAccount;
        SenderAccount = occasion.Actor.Account;
        Stay(ReferralMove.TakeOver, occasion);
        Steps = [.. Steps.SkipLast(1), Steps[^1] with { Former = former }];
    }

    // It came into its state when it did: who was told that it is late is not told again.
    private void Stay(ReferralMove move, Occasion occasion)
    {
        var since = StateAt;
        Step(move, occasion);
        StateAt = since;
    }

    private void RequireFit(ReferralMove move, Occasion occasion, LinkPerson person)
    {
        Require(move, occasion);
        RequireConsent(Purpose.Send, occasion);
        if (!person.IsFit || person.Organisation != Receiver || (move == ReferralMove.HandOver && person.Account == LinkPerson))
        {
            throw new ReferralInvalidException("linkPerson", RefusalCodes.LinkPersonUnfit);
        }
    }

    public void Decline(Occasion occasion, ReasonCode reason) => Step(ReferralMove.Decline, occasion, reason);

    /// <summary>Handed to another recipient as a referral of its own; consent is asked anew when it did not cover that one.</summary>
    /// <param name="occasion">By whom and when.</param>
    /// <param name="receiver">The organisation.</param>
    /// <param name="before">Which have had it before this one, in their order.</param>
    /// <param name="id">The new one's id.</param>
    /// <param name="codeHash">Of its code.</param>
    /// <param name="pseudonym">Its name in the log.</param>
    public Referral Forward(Occasion occasion, Guid receiver, IReadOnlyList<Guid> before, Guid id, string codeHash, Guid pseudonym)
    {
        Require(ReferralMove.Forward, occasion);
        RequireConsent(Purpose.Send, occasion);
        if (receiver == Receiver || occasion.Programme.RecipientOrNull(receiver) is null)
        {
            throw new ReferralInvalidException("receiver", RefusalCodes.RecipientUnknown);
        }

        // What was sent wrong may go back, once; then the desks talk, and the client is not passed to and fro.
        Guid[] had = [.. before, Receiver];
        if (had.Contains(receiver) && had.Distinct().Count() < had.Length)
        {
            throw new ReferralInvalidException("receiver", RefusalCodes.RecipientHadIt);
        }

        // "The coordinator decides" is permission for the programme's listed recipients, and for those alone; without a client nobody has to permit it.
        var isCovered = !occasion.Programme.NamesClient || Content.Target.Kind == TargetKind.CoordinatorDecides;
        var child = new Referral
        {
            Id = id,
            ProgrammeKey = ProgrammeKey,
            SenderUnit = SenderUnit,
            SenderAccount = SenderAccount,
            Receiver = receiver,
            Parent = Id,
            State = ReferralState.Draft,
            CreatedAt = occasion.At,
            StateAt = occasion.At,
            Pseudonym = pseudonym,
            CodeHash = codeHash,
            Content = Content with { Notes = [], Outcome = null, Phases = [], Consent = isCovered ? Content.Consent : null, Wishes = [], KeptBack = Content.Consent?.Hidden ?? [] },
        };
        var sender = occasion with { Actor = new ReferralActor(ReferralRole.Sender, occasion.Actor.Account, occasion.Actor.Unit) };
        child.Step(isCovered ? ReferralMove.Send : ReferralMove.AskConsent, sender);
        Child = id;
        Step(ReferralMove.Forward, occasion);
        return child;
    }

    public void AttemptContact(Occasion occasion, string? note = null)
    {
        Require(ReferralMove.AttemptContact, occasion);
        RequireConsent(Purpose.ReceiverContacts, occasion);
        Step(ReferralMove.AttemptContact, occasion, note: note);
    }

    /// <summary>The walk begins, and the day is set on which one asks how it goes.</summary>
    public void Begin(Occasion occasion, DateOnly followUpOn)
    {
        Require(ReferralMove.Begin, occasion);
        RequireConsent(Purpose.Send, occasion);
        RequireAhead("followUpOn", followUpOn, occasion);
        Step(ReferralMove.Begin, occasion, due: followUpOn);
    }

    public void Wait(Occasion occasion, DateOnly reviewOn)
    {
        Require(ReferralMove.Wait, occasion);
        RequireAhead("reviewOn", reviewOn, occasion);
        Step(ReferralMove.Wait, occasion, due: reviewOn);
    }

    /// <summary>Nobody was reached, on as many different days as the programme asks to try.</summary>
    public void GiveUp(Occasion occasion, ReasonCode reason)
    {
        Require(ReferralMove.GiveUp, occasion);
        var since = Steps.Where(step => step.Move == ReferralMove.Accept || step.Move == ReferralMove.Reopen).Max(step => step.Number);
        var days = Steps.Where(step => step.Number > since && step.Move == ReferralMove.AttemptContact).Select(step => HelsinkiTime.Day(step.At)).Distinct().Count();
        if (days < occasion.Programme.ContactTries)
        {
            throw MoveRefusedException.TooEarly(State, Possible(occasion.Actor, occasion.Programme));
        }

        Step(ReferralMove.GiveUp, occasion, reason);
    }

    /// <summary>Which phases of the programme she walks from today on, and when one asks how it goes: within the shortest span of them.</summary>
    public void SetPhases(Occasion occasion, IReadOnlyList<string> keys, DateOnly followUpOn)
    {
        Require(ReferralMove.SetPhases, occasion);
        RequireConsent(Purpose.Send, occasion);
        var phases = occasion.Programme.Phases.Where(phase => keys.Contains(phase.Key)).ToList();
        if (phases.Count == 0 || phases.Count != keys.Distinct().Count() || (phases.Count > 1 && !phases.TrueForAll(phase => phase.BesideOthers)))
        {
            throw new ReferralInvalidException("phases", RefusalCodes.ChoiceUnknown);
        }

        RequireAhead("followUpOn", followUpOn, occasion);
        if (followUpOn > occasion.Today.AddMonths(phases.Min(phase => phase.FollowUpMonths)))
        {
            throw new ReferralInvalidException("followUpOn", RefusalCodes.DateInvalid);
        }

        Step(ReferralMove.SetPhases, occasion, due: followUpOn);
        EndPhases(occasion, keys);
        var walked = Content.Phases.Where(walk => walk.Until is null).Select(walk => walk.Key);
        Content = Content with { Phases = [.. Content.Phases, .. phases.ExceptBy(walked, phase => phase.Key).Select(phase => new PhaseWalk(phase.Key, occasion.Today))] };
    }

    public void Complete(Occasion occasion)
    {
        Step(ReferralMove.Complete, occasion);
        EndPhases(occasion, []);
    }

    public void Discontinue(Occasion occasion, ReasonCode reason)
    {
        Step(ReferralMove.Discontinue, occasion, reason);
        EndPhases(occasion, []);
    }

    private void EndPhases(Occasion occasion, IReadOnlyList<string> but) =>
        Content = Content with { Phases = [.. Content.Phases.Select(walk => walk.Until is null && !but.Contains(walk.Key) ? walk with { Until = occasion.Today } : walk)] };

    public void GiveFeedback(Occasion occasion, ReferralOutcome outcome)
    {
        Require(ReferralMove.GiveFeedback, occasion);
        OutcomeCheck.Require(outcome, occasion.Programme);
        Content = Content with { Outcome = outcome };
        Step(ReferralMove.GiveFeedback, occasion);
    }

    public void Reopen(Occasion occasion)
    {
        Require(ReferralMove.Reopen, occasion);
        if (State != ReferralState.Expired)
        {
            RequireConsent(Purpose.Send, occasion);
        }

        Step(ReferralMove.Reopen, occasion);

        // Back at the desk it is nobody's yet.
        LinkPerson = State == ReferralState.Received ? null : LinkPerson;
    }

    /// <summary>The client says no: at once nobody sees the person, and what was written of her is gone.</summary>
    public void Withdraw(Occasion occasion, ReasonCode? reason = null) => Step(ReferralMove.Withdraw, occasion, reason);

    /// <summary>A desk says that it has deleted its own notes; the link person only for herself, and the desk still answers for the rest.</summary>
    public void ConfirmDeletion(Occasion occasion)
    {
        // It ended when the client said no: how long it is kept counts from there.
        var (due, ended) = (DueAt, StateAt);
        Step(ReferralMove.ConfirmDeletion, occasion);
        (DueAt, StateAt) = (occasion.Actor.Role == ReferralRole.LinkPerson ? due : null, ended);
    }

    public void MarkError(Occasion occasion, ReasonCode reason, string note)
    {
        if (string.IsNullOrWhiteSpace(note))
        {
            throw new ReferralInvalidException("note", RefusalCodes.FieldRequired);
        }

        Step(ReferralMove.MarkError, occasion, reason, note);
    }
}
