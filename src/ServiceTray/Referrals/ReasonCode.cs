namespace ServiceTray.Referrals;

/// <summary>Why a referral ended or was turned away; a programme names those it uses.</summary>
internal enum ReasonCode
{
    NotInterested,
    HelpedOtherwise,
    MovedAway,
    Health,
    WrongTime,
    Costs,
    Transport,
    Trust,
    NoRoom,
    NotEligible,
    OutOfArea,
    WrongKind,
    Ended,
    NotReached,
    WrongContact,
    Duplicate,
    SentByMistake,
}

/// <summary>Whose reason it is: reasons stay on their side.</summary>
internal enum ReasonSide
{
    Client,
    Receiver,
    Process,
}

/// <summary>The sides of the reasons.</summary>
internal static class ReasonCodes
{
    public static ReasonSide Side(this ReasonCode reason) => reason switch
    {
        <= ReasonCode.Trust => ReasonSide.Client,
        <= ReasonCode.Ended => ReasonSide.Receiver,
        _ => ReasonSide.Process,
    };

    /// <summary>Whether a move may be explained by this reason: a desk turns away for its own reasons, a client stops for hers.</summary>
    public static bool Fits(this ReasonCode reason, ReferralMove move) => move switch
    {
        ReferralMove.Decline => reason.Side() == ReasonSide.Receiver || reason is ReasonCode.Duplicate or ReasonCode.WrongContact,
        ReferralMove.Discontinue => reason.Side() == ReasonSide.Client || reason is ReasonCode.Ended,
        ReferralMove.DeclineConsent or ReferralMove.Withdraw => reason.Side() == ReasonSide.Client,
        ReferralMove.Cancel => reason.Side() == ReasonSide.Client || reason is ReasonCode.Duplicate or ReasonCode.SentByMistake,
        ReferralMove.GiveUp => reason is ReasonCode.NotReached or ReasonCode.WrongContact,
        ReferralMove.MarkError => reason is ReasonCode.Duplicate or ReasonCode.SentByMistake or ReasonCode.WrongContact,
        _ => false,
    };
}
