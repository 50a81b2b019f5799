using ServiceTray.Calendar;
using ServiceTray.Referrals.Programmes;

namespace ServiceTray.Referrals;

/// <summary>Which notices a move calls for; the sender gets one only as far as the client agreed.</summary>
internal static class NoticePlan
{
    public static IEnumerable<(NoticeKind Kind, NoticeAudience Audience)> For(Referral referral, Programme programme, ReferralStep step)
    {
        bool Allows(Purpose purpose) => referral.Allows(programme, purpose, HelsinkiTime.Day(step.At));
        switch (step.Move)
        {
            case ReferralMove.AskConsent:
                yield return (NoticeKind.ConsentAsked, NoticeAudience.Client);
                break;
            case ReferralMove.Send or ReferralMove.Agree:
                yield return (NoticeKind.Arrived, NoticeAudience.Desk);
                break;
            case ReferralMove.AskInformation:
                yield return (NoticeKind.InformationAsked, NoticeAudience.Sender);
                break;
            case ReferralMove.GiveInformation:
                yield return (NoticeKind.InformationGiven, NoticeAudience.Desk);
                break;
            case ReferralMove.Accept:
                yield return (NoticeKind.GivenToLinkPerson, NoticeAudience.LinkPerson);
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

        var isToSender = step.Move switch
        {
            ReferralMove.Receive or ReferralMove.Decline or ReferralMove.GiveUp => Allows(Purpose.TellSender),
            ReferralMove.GiveFeedback or ReferralMove.Discontinue => Allows(Purpose.FeedbackToSender),
            _ => false,
        };
        if (isToSender)
        {
            yield return (NoticeKind.Told, NoticeAudience.Sender);
        }
    }
}
