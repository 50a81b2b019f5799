namespace ServiceTray.Referrals;

/// <summary>What can be done with a referral; each is a method of <see cref="Referral"/>.</summary>
internal enum ReferralMove
{
    AskConsent,
    Send,
    Discard,
    Agree,
    DeclineConsent,
    Expire,
    Cancel,
    Receive,
    AskInformation,
    GiveInformation,
    Accept,
    Decline,
    Forward,
    AttemptContact,
    Begin,
    Wait,
    GiveUp,
    SetPhases,
    HandOver,
    TakeOver,
    Complete,
    Discontinue,
    GiveFeedback,
    Reopen,
    Renew,
    Withdraw,
    ConfirmDeletion,
    MarkError,
}
