using ServiceTray.Calendar;
using ServiceTray.Referrals.Programmes;

namespace ServiceTray.Referrals;

/// <summary>Which notices a move calls for; the sender gets one only as far as the client agreed.</summary>
internal static class NoticePlan
{
    public static IEnumerable<(NoticeKind Kind, NoticeAudience Audience)> For(Referral referral, Programme programme, ReferralStep step)
    {
        var isOwn = referral.SenderUnit is null;
        bool Allows(Purpose purpose) => referral.Allows(programme, purpose, HelsinkiTime.Day(step.At));
        switch (step.Move)
        {
            case ReferralMove.AskConsent:
            case ReferralMove.Reopen when step.To == ReferralState.AwaitingConsent:
                yield return (NoticeKind.ConsentAsked, NoticeAudience.Client);
                break;
            case ReferralMove.Send or ReferralMove.Agree:
            case ReferralMove.Reopen when step.To == ReferralState.Sent:
                yield return (NoticeKind.Arrived, NoticeAudience.Desk);
                break;
            case ReferralMove.AskInformation:
                // Who asked for herself is asked herself.
                yield return (NoticeKind.InformationAsked, isOwn ? NoticeAudience.Client : NoticeAudience.Sender);
                break;
            case ReferralMove.GiveInformation:
                yield return (NoticeKind.InformationGiven, NoticeAudience.Desk);
                break;
            case ReferralMove.Accept or ReferralMove.HandOver:
            case ReferralMove.Reopen when step.To == ReferralState.Accepted && step.By != ReferralRole.LinkPerson:
                yield return (NoticeKind.GivenToLinkPerson, NoticeAudience.LinkPerson);
                break;
            case ReferralMove.Renew when !step.From.IsEnded() && step.By != (referral.LinkPerson is null ? ReferralRole.Coordinator : ReferralRole.LinkPerson):
                yield return (NoticeKind.Told, referral.LinkPerson is null ? NoticeAudience.Desk : NoticeAudience.LinkPerson);
                break;
            case ReferralMove.Complete or ReferralMove.Discontinue or ReferralMove.Wait when step.By != ReferralRole.LinkPerson:
                // She who walks beside her hears it before she calls.
                yield return (NoticeKind.Told, NoticeAudience.LinkPerson);
                break;
            case ReferralMove.Withdraw or ReferralMove.MarkError or ReferralMove.Cancel when !step.From.IsWithSender():
                yield return (NoticeKind.StopAndDelete, NoticeAudience.Desk);
                if (referral.LinkPerson is not null)
                {
                    yield return (NoticeKind.StopAndDelete, NoticeAudience.LinkPerson);
                }

                break;
            default:
                break;
        }

        if (isOwn)
        {
            // She is nobody's to be told of: that it came to nothing she hears herself.
            if (step.Move is ReferralMove.Decline or ReferralMove.GiveUp)
            {
                yield return (NoticeKind.Told, NoticeAudience.Client);
            }

            yield break;
        }

        var isToSender = step.Move switch
        {
            ReferralMove.Expire => true,
            ReferralMove.Receive or ReferralMove.Decline or ReferralMove.GiveUp => Allows(Purpose.TellSender),
            ReferralMove.Accept => step.From == ReferralState.Sent && Allows(Purpose.TellSender),
            ReferralMove.Reopen => step.From is ReferralState.Declined or ReferralState.NotReached && Allows(Purpose.TellSender),
            ReferralMove.GiveFeedback or ReferralMove.Discontinue => Allows(Purpose.FeedbackToSender),
            _ => false,
        };
        if (isToSender)
        {
            yield return (NoticeKind.Told, NoticeAudience.Sender);
        }
    }
}
