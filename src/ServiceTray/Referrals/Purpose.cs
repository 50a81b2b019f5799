namespace ServiceTray.Referrals;

/// <summary>What the client says yes or no to, each for itself.</summary>
internal enum Purpose
{
    /// <summary>The referral is sent to its recipient.</summary>
    Send,

    /// <summary>The recipient may contact her.</summary>
    ReceiverContacts,

    /// <summary>The recipient sees the summary of her survey.</summary>
    ShareSurvey,

    /// <summary>The recipient sees her tray.</summary>
    ShareTray,

    /// <summary>The sender is told that it arrived, had no room, or that nobody was reached.</summary>
    TellSender,

    /// <summary>The sender is told how it went.</summary>
    FeedbackToSender,

    /// <summary>She may be counted, without name, when the service is followed up.</summary>
    AnonymousFollowUp,
}

/// <summary>What she can keep from the recipient, field by field.</summary>
internal enum ClientField
{
    Municipality,
    AgeBand,
    Language,
    Themes,
    Needs,
    OwnWords,
    Goal,
    WhatHelps,
    MustBeKnown,
}

/// <summary>How she agreed.</summary>
internal enum AgreementForm
{
    SpokenPresent,
    SpokenPhone,
    Paper,
    Code,
}
