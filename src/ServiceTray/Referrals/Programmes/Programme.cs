using ServiceTray.Languages;

namespace ServiceTray.Referrals.Programmes;

/// <summary>A kind of referral, as data: who may send and receive, under whose responsibility, with which deadlines, reasons and steps.</summary>
internal sealed record Programme
{
    public required string Key { get; init; }

    public required ProgrammeClass Class { get; init; }

    /// <summary>Whether referrals can be sent by it.</summary>
    public required bool IsOn { get; init; }

    public required LocalizedText Name { get; init; }

    public LocalizedText Introduction { get; init; } = LocalizedText.Empty;

    /// <summary>What stands beside a template that is not for everybody.</summary>
    public LocalizedText Warning { get; init; } = LocalizedText.Empty;

    /// <summary>False for a consultation: a question and an answer, without the client's identity.</summary>
    public bool NamesClient { get; init; } = true;

    /// <summary>Whether it may be left to the coordinator where the client goes.</summary>
    public bool CoordinatorDecides { get; init; } = true;

    /// <summary>Whether a client may send it herself.</summary>
    public bool IsOpenToClients { get; init; }

    /// <summary>Whether it leads to a low-threshold point with an agreement in force.</summary>
    public bool LeadsToPoints { get; init; }

    /// <summary>The county's code, whose numbers it is counted in; null: none's.</summary>
    public string? County { get; init; }

    public int MinimumAge { get; init; } = 18;

    public int ContactTries { get; init; } = 3;

    /// <summary>Who answers for the data, and who keeps them on whose behalf.</summary>
    public required ProgrammeLaw Law { get; init; }

    public required string ConsentVersion { get; init; }

    /// <summary>Whether there is a text that one can agree to; where the programme's definition is gone there is none.</summary>
    public bool HasConsentText => ConsentVersion.Length > 0;

    /// <summary>What the client agrees to, in words to be read aloud.</summary>
    public required LocalizedText ConsentText { get; init; }

    public int ConsentMonths { get; init; } = 12;

    public required IReadOnlyList<ProgrammeParty> Senders { get; init; }

    public required IReadOnlyList<ProgrammeParty> Recipients { get; init; }

    public required Deadlines Deadlines { get; init; }

    public required IReadOnlySet<ReasonCode> Reasons { get; init; }

    /// <summary>The parts of the walk while it is in progress; none: it has no such parts.</summary>
    public IReadOnlyList<Phase> Phases { get; init; } = [];

    /// <summary>How it may end besides being done: paid work, a trial, studies; none: that is not asked.</summary>
    public IReadOnlyList<ProgrammeChoice> Outcomes { get; init; } = [];

    /// <summary>Needs that may be told, by their keys, which are those of the lexicon of needs where it has them; none: only themes and words.</summary>
    public IReadOnlyList<ProgrammeChoice> Needs { get; init; } = [];

    /// <summary>To whom else the client may let it be told, each for itself: an employer, a relative, a care team; none: to nobody.</summary>
    public IReadOnlyList<ProgrammeChoice> Disclosures { get; init; } = [];

    /// <summary>The key of the survey whose summary may go along; null: none may.</summary>
    public string? Survey { get; init; }

    /// <summary>Keys of the materials that help to talk about it, shown beside the sending.</summary>
    public IReadOnlyList<string> Materials { get; init; } = [];

    /// <summary>Of a programme for those under 18: who agrees, and who may see.</summary>
    public LocalizedText Minors { get; init; } = LocalizedText.Empty;

    /// <summary>The way as drawn for the client.</summary>
    public required IReadOnlyList<PathStep> Path { get; init; }

    /// <summary>A sentence to copy into the care record after sending.</summary>
    public LocalizedText Sentence { get; init; } = LocalizedText.Empty;

    /// <summary>Statistics codes to copy beside it.</summary>
    public IReadOnlyList<string> StatisticsCodes { get; init; } = [];

    public RefusedWords Refused { get; init; } = new([]);

    public ProgrammeParty? RecipientOrNull(Guid organisation) => Recipients.FirstOrDefault(party => party.Organisation == organisation);

    public ProgrammeParty? SenderOrNull(Guid organisation) => Senders.FirstOrDefault(party => party.Organisation == organisation);
}

/// <summary>Whether a programme is open to associations too, or holds what only care may hold.</summary>
internal enum ProgrammeClass
{
    OpenWellbeing,
    Care,
}

/// <summary>A step of the way, and the states in which one stands on it.</summary>
internal sealed record PathStep(LocalizedText Name, IReadOnlySet<ReferralState> States);
