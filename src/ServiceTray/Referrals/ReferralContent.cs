namespace ServiceTray.Referrals;

/// <summary>Everything of a referral that is about the person; stored only encrypted, and gone when its key is.</summary>
internal sealed record ReferralContent
{
    /// <summary>Null in a consultation, and after the client has said no.</summary>
    public ReferralClient? Client { get; init; }

    public ReferralReason Reason { get; init; } = new();

    public ReferralTarget Target { get; init; } = ReferralTarget.CoordinatorDecides;

    /// <summary>A summary of her survey, as she chose to share it.</summary>
    public string? Survey { get; init; }

    /// <summary>The reading code of her tray.</summary>
    public string? Tray { get; init; }

    public Consent? Consent { get; init; }

    /// <summary>Fields that she keeps from the recipient, told before she has agreed, or to what this was forwarded from; they hold once she agrees.</summary>
    public IReadOnlyList<ClientField> KeptBack { get; init; } = [];

    /// <summary>What staff recorded of that, with her words, before she has agreed.</summary>
    public IReadOnlyList<ConsentChange> Wishes { get; init; } = [];

    /// <summary>The hash of the PIN that she chose; null: none.</summary>
    public string? PinHash { get; init; }

    public IReadOnlyList<ReferralNote> Notes { get; init; } = [];

    public ReferralOutcome? Outcome { get; init; }

    public IReadOnlyList<PhaseWalk> Phases { get; init; } = [];

    /// <summary>What stays when nobody is to see the person any more: that she once agreed and, only if it is she who took it back, when.</summary>
    public ReferralContent WithoutPerson(ReferralState to, DateTimeOffset at) =>
        new() { Consent = to == ReferralState.Withdrawn ? Consent?.Withdrawn(at) : Consent?.WithoutWords(), PinHash = PinHash };
}

/// <summary>Words written on the way: a question, an answer, a message; by whom, and at which step.</summary>
internal sealed record ReferralNote(int Step, DateTimeOffset At, ReferralRole By, string Text)
{
    public const int LongestText = 2000;
}

/// <summary>How it went: what she joined, how often, her own measure of the goal before and after, and words for the sender; and which of the programme's outcomes it is.</summary>
internal sealed record ReferralOutcome(string? Joined, string? HowOften, int? GoalBefore, int? GoalAfter, string? ToSender, string? Result = null);
