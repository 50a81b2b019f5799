namespace ServiceTray.Referrals;

/// <summary>In what capacity a referral is read.</summary>
internal enum ReferralReader
{
    Sender,

    /// <summary>Of the sender's unit: sees that it is and how far the sender is told, and nothing about the person.</summary>
    Colleague,
    Coordinator,
    LinkPerson,

    /// <summary>The client, by code and PIN.</summary>
    Client,

    /// <summary>Whoever has the code alone.</summary>
    CodeHolder,

    /// <summary>Sees that it is, and nothing about the person.</summary>
    Administrator,
}
