namespace ServiceTray.Referrals;

/// <summary>Something to be told, saved with the move that calls for it; where to is looked up only when it is told.</summary>
internal sealed class ReferralNotice
{
    public required Guid Id { get; init; }

    public required Guid Referral { get; init; }

    public required NoticeKind Kind { get; init; }

    public required NoticeAudience Audience { get; init; }

    /// <summary>The account it is for, of several in the audience; null: the only one.</summary>
    public Guid? Account { get; init; }

    public required DateTimeOffset At { get; init; }

    public int Attempts { get; set; }

    /// <summary>When it is tried next; null: it is told, or given up.</summary>
    public DateTimeOffset? NextAt { get; set; }

    /// <summary>Since when it waits on paper for somebody to print and post it; null: it goes another way.</summary>
    public DateTimeOffset? ToPrintSince { get; set; }

    /// <summary>Since when it waits for somebody to tell it herself, as by telephone; null: it goes another way.</summary>
    public DateTimeOffset? ToTellSince { get; set; }

    /// <summary>The account that told it; null: no person did.</summary>
    public Guid? ToldBy { get; set; }

    public DateTimeOffset? DeliveredAt { get; set; }

    public DateTimeOffset? DeadAt { get; set; }

    /// <summary>Those that ask for what has an answer once the client has said yes or no.</summary>
    public static NoticeKind[] OfConsent { get; } = [NoticeKind.ConsentAsked, NoticeKind.ConsentReminder];
}

/// <summary>What a notice is about; its words are neutral whatever it is.</summary>
internal enum NoticeKind
{
    ConsentAsked,
    ConsentReminder,

    /// <summary>The client's permission is about to end.</summary>
    ConsentEnding,
    Arrived,
    GivenToLinkPerson,
    InformationAsked,
    InformationGiven,
    Told,
    StopAndDelete,
    Overdue,

    /// <summary>It is late still, though whoever is late was reminded.</summary>
    Escalated,
}

/// <summary>Whom it is for.</summary>
internal enum NoticeAudience
{
    Client,

    /// <summary>The client's helper who receives the messages.</summary>
    Aide,
    Sender,
    Desk,
    LinkPerson,

    /// <summary>A program of the desk.</summary>
    Program,

    /// <summary>The administrators of the programme's county.</summary>
    County,
}
