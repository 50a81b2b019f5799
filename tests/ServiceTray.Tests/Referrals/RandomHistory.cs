using ServiceTray.Referrals;

namespace ServiceTray.Tests.Referrals;

/// <summary>A referral, a clock and dice.</summary>
internal sealed class RandomHistory
{
    private static readonly ReferralMove[] Moves = Enum.GetValues<ReferralMove>();
    private static readonly ReferralRole[] Roles = Enum.GetValues<ReferralRole>();
    private static readonly Purpose[] Purposes = Enum.GetValues<Purpose>();
    private static readonly ReasonCode[] Reasons = Enum.GetValues<ReasonCode>();

    private readonly Random random;

    public RandomHistory(Random random)
    {
        this.random = random;
        Referral = TestProgramme.Drafted(TestProgramme.Draft(random.Next(3) == 0, random.Next(2) == 0 ? TargetKind.CoordinatorDecides : TargetKind.Organisation));
    }

    public Referral Referral { get; }

    public DateTimeOffset Now { get; private set; } = TestProgramme.Monday;

    /// <summary>Mostly something that is possible, so that histories get far; else anything.</summary>
    public (ReferralMove Move, ReferralActor Actor) Choose()
    {
        Now += TimeSpan.FromHours(random.Next(60));
        var any = (Move: Moves[random.Next(Moves.Length)], Actor: TestProgramme.As(Roles[random.Next(Roles.Length)], random.Next(3) == 0));
        if (random.Next(4) == 0)
        {
            return any;
        }

        var link = TestProgramme.As(ReferralRole.LinkPerson);
        if (Referral.State == ReferralState.ContactAttempted && random.Next(3) > 0)
        {
            return (random.Next(2) == 0 ? ReferralMove.GiveUp : ReferralMove.AttemptContact, link);
        }

        var ends = random.Next(8) == 0;
        var possible = (from role in Roles
                        from spoken in new[] { false, true }
                        let actor = TestProgramme.As(role, spoken)
                        from move in Moves
                        where PaperTable.To(Referral.State, move, actor) is { } to && (ends || !to.HidesPerson())
                        select (move, actor)).ToList();
        return possible.Count == 0 ? any : possible[random.Next(possible.Count)];
    }

    public void Make(ReferralMove move, ReferralActor actor)
    {
        var by = TestProgramme.By(actor, Now);
        var day = DateOnly.FromDateTime(Now.UtcDateTime).AddDays(random.Next(-1, 40));
        var reason = Reasons.Where(code => random.Next(6) == 0 || code.Fits(move)).Concat(Reasons).First();
        switch (move)
        {
            case ReferralMove.AskConsent: Referral.AskConsent(by); break;
            case ReferralMove.Send: Referral.Send(by, random.Next(8) == 0 ? null : Agreement()); break;
            case ReferralMove.Discard: Referral.Discard(by); break;
            case ReferralMove.Agree: Referral.Agree(by, Agreement()); break;
            case ReferralMove.DeclineConsent: Referral.DeclineConsent(by); break;
            case ReferralMove.Expire: Referral.Expire(by); break;
            case ReferralMove.Cancel: Referral.Cancel(by, reason); break;
            case ReferralMove.Receive: Referral.Receive(by); break;
            case ReferralMove.AskInformation: Referral.AskInformation(by, "MARK-question"); break;
            case ReferralMove.GiveInformation: Referral.GiveInformation(by, random.Next(8) == 0 ? "131052-308T" : actor.Role == ReferralRole.Sender ? "MARK-answer" : "MARK-told"); break;
            case ReferralMove.Accept: Referral.Accept(by, TestProgramme.Fit()); break;
            case ReferralMove.HandOver: Referral.HandOver(by, TestProgramme.Fit(Referral.LinkPerson == TestProgramme.Walker ? TestProgramme.Nurse : null)); break;
            case ReferralMove.TakeOver: Referral.TakeOver(by); break;
            case ReferralMove.Decline: Referral.Decline(by, reason); break;
            case ReferralMove.Forward: Referral.Forward(by, TestProgramme.OtherDesk, [], TestProgramme.Walker, "other", TestProgramme.Nurse); break;
            case ReferralMove.AttemptContact: Referral.AttemptContact(by, "MARK-attempt"); break;
            case ReferralMove.Begin: Referral.Begin(by, day); break;
            case ReferralMove.Wait: Referral.Wait(by, day); break;
            case ReferralMove.GiveUp: Referral.GiveUp(by, reason); break;
            case ReferralMove.SetPhases: Referral.SetPhases(by, [.. TestProgramme.Open.Phases.Select(phase => phase.Key).Where(_ => random.Next(3) == 0)], day); break;
            case ReferralMove.Complete: Referral.Complete(by); break;
            case ReferralMove.Discontinue: Referral.Discontinue(by, reason); break;
            case ReferralMove.GiveFeedback: Referral.GiveFeedback(by, new ReferralOutcome("MARK-joined", null, 3, random.Next(13), "MARK-feedback", random.Next(4) == 0 ? "muu" : "tyo")); break;
            case ReferralMove.Reopen: Referral.Reopen(by); break;
            case ReferralMove.Renew: Referral.Renew(by, new("1", actor.Role == ReferralRole.Client ? AgreementForm.Code : AgreementForm.SpokenPhone, [], Until: random.Next(4) == 0 ? day : null)); break;
            case ReferralMove.Withdraw: Referral.Withdraw(by); break;
            case ReferralMove.ConfirmDeletion: Referral.ConfirmDeletion(by); break;
            default: Referral.MarkError(by, reason, "MARK-note"); break;
        }
    }

    private Agreement Agreement() => new(
        "1",
        random.Next(12) == 0 ? AgreementForm.Code : AgreementForm.SpokenPresent,
        [.. Purposes.Where(_ => random.Next(4) > 0)],
        [.. Enum.GetValues<ClientField>().Where(_ => random.Next(4) == 0)]);
}
