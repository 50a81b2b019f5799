using ServiceTray.Languages;
using ServiceTray.Refusals;
using ServiceTray.Referrals;
using Xunit;
using static ServiceTray.Tests.Referrals.TestProgramme;

namespace ServiceTray.Tests.Referrals;

public sealed class Moving
{
    [Fact]
    public void What_was_sent_wrong_goes_back_once_and_is_not_passed_to_and_fro()
    {
        Assert.Null(Refusal(OtherDesk));
        Assert.Null(Refusal(OtherDesk, OtherDesk));
        Assert.Equal(RefusalCodes.RecipientHadIt, Refusal(OtherDesk, Desk, OtherDesk));
        Assert.Null(Refusal(OtherDesk, Desk));

        static string? Refusal(Guid receiver, params Guid[] before)
        {
            try
            {
                Sent().Forward(By(As(ReferralRole.Coordinator)), receiver, before, Walker, "code", Nurse);
                return null;
            }
            catch (ReferralInvalidException refused)
            {
                return refused.Code;
            }
        }
    }

    [Fact]
    public void Refuses_to_send_without_consent()
    {
        var referral = Drafted();
        foreach (var agreement in new Agreement?[] { null, new("1", AgreementForm.Code, [Purpose.Send]), new("1", AgreementForm.Paper, [Purpose.ReceiverContacts]) })
        {
            var refused = Assert.Throws<MoveRefusedException>(() => referral.Send(By(As(ReferralRole.Sender)), agreement));
            Assert.Equal((RefusalCodes.ConsentMissing, ReferralState.Draft), (refused.Code, refused.State));
        }

        Assert.Equal(ReferralState.Draft, referral.State);
    }

    [Fact]
    public void Is_due_after_two_working_days_at_the_desk()
    {
        // Sent on a Monday: the desk has until Wednesday is over in Finland.
        Assert.Equal(new DateTimeOffset(2026, 11, 26, 0, 0, 0, TimeSpan.FromHours(2)), Sent().DueAt);
    }

    [Fact]
    public void A_link_person_without_training_promise_or_record_check_gets_no_case()
    {
        foreach (var unfit in new Action<LinkPerson>[] { p => p.TrainedOn = null, p => p.ConfidentialityOn = null, p => p.RecordCheckOn = null })
        {
            var (referral, person) = (Sent(), Fit());
            unfit(person);
            Assert.Equal(RefusalCodes.LinkPersonUnfit, Assert.Throws<ReferralInvalidException>(() => referral.Accept(By(As(ReferralRole.Coordinator)), person)).Code);
            Assert.Equal((ReferralState.Sent, (Guid?)null), (referral.State, referral.LinkPerson));
        }
    }

    [Fact]
    public void Nobody_is_given_up_before_three_tries_on_three_days()
    {
        var referral = Sent(Purpose.ReceiverContacts);
        referral.Accept(By(As(ReferralRole.Coordinator)), Fit());
        var link = As(ReferralRole.LinkPerson);
        foreach (var hours in new[] { 1, 2, 25 })
        {
            referral.AttemptContact(By(link, Monday.AddHours(hours)));
        }

        Assert.Equal(RefusalCodes.TooEarly, Assert.Throws<MoveRefusedException>(() => referral.GiveUp(By(link, Monday.AddHours(26)), ReasonCode.NotReached)).Code);
        referral.AttemptContact(By(link, Monday.AddDays(2)));
        referral.GiveUp(By(link, Monday.AddDays(2)), ReasonCode.NotReached);
        Assert.Equal(ReferralState.NotReached, referral.State);
    }

    [Fact]
    public void Nobody_is_contacted_against_her_wish()
    {
        var referral = Sent();
        referral.Accept(By(As(ReferralRole.Coordinator)), Fit());
        Assert.Equal(RefusalCodes.ConsentMissing, Assert.Throws<MoveRefusedException>(() => referral.AttemptContact(By(As(ReferralRole.LinkPerson)))).Code);
        referral.Switch(By(ReferralActor.Client), Purpose.ReceiverContacts, on: true);
        referral.AttemptContact(By(As(ReferralRole.LinkPerson)));
        Assert.Equal(ReferralState.ContactAttempted, referral.State);
    }

    [Fact]
    public void Forwarding_to_one_whom_the_consent_did_not_name_asks_anew()
    {
        var named = Drafted(Draft(target: TargetKind.Organisation));
        named.Send(By(As(ReferralRole.Sender)), Agreed());
        var asked = named.Forward(By(As(ReferralRole.Coordinator)), OtherDesk, [], Walker, "code", Nurse);
        Assert.Equal((ReferralState.Forwarded, ReferralState.AwaitingConsent), (named.State, asked.State));
        Assert.Null(asked.Content.Consent);

        var open = Sent();
        var sent = open.Forward(By(As(ReferralRole.Coordinator)), OtherDesk, [], Walker, "code", Nurse);
        Assert.Equal((ReferralState.Sent, open.Id, OtherDesk), (sent.State, sent.Parent, sent.Receiver));
        Assert.Equal(sent.Id, open.Child);
    }

    [Fact]
    public void A_question_without_a_client_goes_on_to_another_desk_and_nobody_is_asked()
    {
        var programme = TestProgramme.Open with { NamesClient = false };
        Occasion By(ReferralRole role) => TestProgramme.By(TestProgramme.As(role)) with { Programme = programme };
        var draft = new ReferralDraft { Receiver = TestProgramme.Desk, Reason = new ReferralReason { OwnWords = "Mihin ohjaan?" }, Target = new ReferralTarget(TargetKind.Organisation, TestProgramme.Desk) };
        var referral = Referral.Draft(TestProgramme.Nurse, draft, "hash", null, TestProgramme.Nurse, By(ReferralRole.Sender));
        referral.Send(By(ReferralRole.Sender), null);
        var child = referral.Forward(By(ReferralRole.Coordinator), TestProgramme.OtherDesk, [], TestProgramme.Walker, "other", TestProgramme.Nurse);
        Assert.Equal(ReferralState.Sent, child.State);
    }

    [Fact]
    public void How_long_it_is_kept_counts_from_the_clients_no_and_not_from_when_the_desk_confirmed()
    {
        var referral = TestProgramme.Sent();
        referral.Withdraw(TestProgramme.By(TestProgramme.As(ReferralRole.Client)));
        referral.ConfirmDeletion(TestProgramme.By(TestProgramme.As(ReferralRole.Coordinator), TestProgramme.Monday.AddDays(40)));
        Assert.Equal((TestProgramme.Monday, null), (referral.StateAt, referral.DueAt));
    }

    [Fact]
    public void Goes_only_to_recipients_of_the_programme() =>
        Assert.Equal(RefusalCodes.RecipientUnknown, Assert.Throws<ReferralInvalidException>(() => Sent().Forward(By(As(ReferralRole.Coordinator)), Nurse, [], Walker, "code", Nurse)).Code);

    [Fact]
    public void Consent_holds_no_longer_than_it_was_given_for()
    {
        var referral = Sent(Purpose.ReceiverContacts);
        referral.Accept(By(As(ReferralRole.Coordinator)), Fit());
        var later = Monday.AddMonths(12).AddDays(1);
        Assert.Null(ReferralViewer.Of(referral, Open, ReferralReader.Coordinator, later).Client);
        Assert.Equal(RefusalCodes.ConsentMissing, Assert.Throws<MoveRefusedException>(() => referral.AttemptContact(By(As(ReferralRole.LinkPerson), later))).Code);
    }

    [Fact]
    public void Withdrawing_leaves_nothing_of_the_person_but_that_she_agreed_once()
    {
        var referral = Sent(Purpose.ReceiverContacts);
        referral.SwitchOff(By(As(ReferralRole.Coordinator, spoken: true)), ConsentSwitch.Of(Purpose.ReceiverContacts, null, null), "MARK-why");
        referral.Withdraw(By(As(ReferralRole.Coordinator, spoken: true)));
        Assert.Equal((ReferralState.Withdrawn, Monday), (referral.State, referral.Content.Consent!.WithdrawnAt));
        Assert.DoesNotContain("MARK", System.Text.Json.JsonSerializer.Serialize(referral.Content), StringComparison.Ordinal);
        Assert.Equal([ReferralMove.ConfirmDeletion], referral.Possible(As(ReferralRole.Coordinator), Open));
    }

    [Fact]
    public void Nobody_under_age_is_sent_by_a_programme_for_adults()
    {
        var draft = Draft();
        draft = draft with { Client = draft.Client! with { AgeBand = AgeBand.Under18 } };
        Assert.Equal([new("client.ageBand", RefusalCodes.AgeNotServed)], Assert.Throws<ReferralInvalidException>(() => Drafted(draft)).Problems);
    }

    [Theory]
    [InlineData("", "SENT", null)]
    [InlineData("TellSender", "RECEIVED", null)]
    [InlineData("FeedbackToSender", "SENT", "COMPLETED")]
    public void The_sender_is_told_how_it_went_only_as_far_as_the_client_agreed(string purpose, string meanwhile, string? told)
    {
        var referral = purpose.Length == 0 ? Sent() : Sent(Enum.Parse<Purpose>(purpose));
        referral.Accept(By(As(ReferralRole.Coordinator)), Fit());
        referral.Begin(By(As(ReferralRole.LinkPerson)), new DateOnly(2026, 12, 15));
        Assert.Equal(PublicWords.Read<ReferralState>(meanwhile), ReferralViewer.Of(referral, Open, ReferralReader.Sender, Monday).State);
        referral.Complete(By(As(ReferralRole.LinkPerson)));
        Assert.Equal(told is null ? null : PublicWords.Read<ReferralState>(told), ReferralViewer.Of(referral, Open, ReferralReader.Sender, Monday).State);
    }

    [Fact]
    public void An_association_sees_no_unit_that_sent()
    {
        var child = Sent().Forward(By(As(ReferralRole.Coordinator)), OtherDesk, [], Walker, "code", Nurse);
        Assert.Null(ReferralViewer.Of(child, Open, ReferralReader.Coordinator, Monday).SenderUnit);
        Assert.Equal(Sender, ReferralViewer.Of(Sent(), Open, ReferralReader.Coordinator, Monday).SenderUnit);
    }

    [Fact]
    public void Phases_are_the_programmes_run_beside_each_other_only_where_it_says_and_end_with_the_walk()
    {
        var referral = Sent();
        referral.Accept(By(As(ReferralRole.Coordinator)), Fit());
        var walker = By(As(ReferralRole.LinkPerson));
        referral.Begin(walker, new(2026, 12, 7));
        foreach (var wrong in new[] { [], ["muu"], ["haku", "muu"], new[] { "alku", "haku" } })
        {
            Assert.Equal(RefusalCodes.ChoiceUnknown, Assert.Throws<ReferralInvalidException>(() => referral.SetPhases(walker, wrong, new(2026, 12, 7))).Code);
        }

        // On Monday 23 November: a month on is 23 December, and the shortest span holds.
        referral.SetPhases(walker, ["alku"], new(2026, 12, 23));
        Assert.Equal(RefusalCodes.DateInvalid, Assert.Throws<ReferralInvalidException>(() => referral.SetPhases(walker, ["haku", "tuki"], new(2026, 12, 24))).Code);
        referral.SetPhases(By(As(ReferralRole.LinkPerson), Monday.AddDays(7)), ["haku", "tuki"], new(2026, 12, 20));
        referral.SetPhases(By(As(ReferralRole.LinkPerson), Monday.AddDays(14)), ["tuki"], new(2027, 6, 7));
        referral.Complete(By(As(ReferralRole.LinkPerson), Monday.AddDays(21)));
        Assert.Equal(
            [new("alku", new(2026, 11, 23), new(2026, 11, 30)), new("haku", new(2026, 11, 30), new(2026, 12, 7)), new PhaseWalk("tuki", new(2026, 11, 30), new(2026, 12, 14))],
            referral.Content.Phases);
        Assert.DoesNotContain(ReferralMove.SetPhases, referral.Possible(As(ReferralRole.LinkPerson), Open with { Phases = [] }));
        Assert.Empty(ReferralViewer.Of(referral, Open, ReferralReader.Sender, Monday).Phases);
        Assert.Equal(3, ReferralViewer.Of(referral, Open, ReferralReader.Client, Monday).Phases.Count);
    }
}
