namespace ServiceTray.Referrals;

/// <summary>A referral as one reader may see it; what she may not see is not in it.</summary>
internal sealed record ReferralView
{
    public required Guid Id { get; init; }

    public required string ProgrammeKey { get; init; }

    public required ReferralReader Reader { get; init; }

    /// <summary>Null: it has ended, and the client has not agreed that this reader is told how.</summary>
    public ReferralState? State { get; init; }

    public required int Revision { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public bool IsOverdue { get; init; }

    /// <summary>Null: the client herself, or a unit that this reader is not told.</summary>
    public Guid? SenderUnit { get; init; }

    /// <summary>The account that sent it, for a colleague of hers alone; null: a program did, or it is not told.</summary>
    public Guid? Sender { get; init; }

    /// <summary>True when the client sent it herself.</summary>
    public bool IsOwn { get; init; }

    public required Guid Receiver { get; init; }

    public Guid? LinkPerson { get; init; }

    public Guid? Parent { get; init; }

    public Guid? Child { get; init; }

    public ReferralClient? Client { get; init; }

    public ReferralReason? Reason { get; init; }

    public ReferralTarget? Target { get; init; }

    public string? Survey { get; init; }

    public string? Tray { get; init; }

    public Consent? Consent { get; init; }

    /// <summary>The last day of the client's permission; null: nobody has to permit, or it is not this reader's to know.</summary>
    public DateOnly? PermissionUntil { get; init; }

    /// <summary>Whether that day is near, or past.</summary>
    public bool IsPermissionEnding { get; init; }

    public bool IsPermissionOver { get; init; }

    /// <summary>What she keeps back already, for herself when she is asked and for who asks her.</summary>
    public IReadOnlyList<ClientField> KeptBack { get; init; } = [];

    /// <summary>What staff recorded of that, for herself.</summary>
    public IReadOnlyList<ConsentChange> Wishes { get; init; } = [];

    public IReadOnlyList<ReferralNote> Notes { get; init; } = [];

    public ReferralOutcome? Outcome { get; init; }

    /// <summary>Phases of the walk; never the sender's to see.</summary>
    public IReadOnlyList<PhaseWalk> Phases { get; init; } = [];

    public IReadOnlyList<ReferralStep> Steps { get; init; } = [];
}
