namespace ServiceTray.Referrals;

/// <summary>In what capacity somebody moves or reads a referral.</summary>
internal enum ReferralRole
{
    /// <summary>A professional of the sending unit, or the client herself who sends.</summary>
    Sender,

    /// <summary>Another professional of the unit that sends, who takes it over.</summary>
    Colleague,

    /// <summary>The one it is about, by her code.</summary>
    Client,

    /// <summary>Receives for the desk it is addressed to.</summary>
    Coordinator,

    /// <summary>The one named to walk beside the client.</summary>
    LinkPerson,

    /// <summary>Puts right what was entered in error.</summary>
    Administrator,

    /// <summary>Time, by which drafts and unanswered wishes lapse.</summary>
    Clock,
}

/// <summary>Who acts: capacity, pseudonymous account and unit, and whether it is the client's spoken wish that is recorded.</summary>
internal sealed record ReferralActor(ReferralRole Role, Guid? Account = null, Guid? Unit = null, bool SpokenWish = false)
{
    public static ReferralActor Clock { get; } = new(ReferralRole.Clock);

    /// <summary>The client herself, by her code and her PIN.</summary>
    public static ReferralActor Client { get; } = new(ReferralRole.Client) { MayUnhide = true };

    /// <summary>Whoever has the client's code, where no PIN was chosen: she answers as the client, and sees nothing of what is kept back.</summary>
    public static ReferralActor CodeHolder { get; } = new(ReferralRole.Client);

    /// <summary>Whether what was kept back is hers to show.</summary>
    public bool MayUnhide { get; private init; }

    /// <summary>Staff who record what the client said move as she would.</summary>
    public bool SpeaksForClient => Role == ReferralRole.Client || (SpokenWish && Role is ReferralRole.Sender or ReferralRole.Coordinator or ReferralRole.LinkPerson);
}
