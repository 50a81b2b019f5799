namespace ServiceTray.Publishing.Reviews;

/// <summary>What came by a connected address, is new to residents, and waits for a second person or was decided by her.</summary>
internal sealed class HeldOffering
{
    /// <summary>The offering's id, which it has once residents see it.</summary>
    public required Guid Id { get; init; }

    public required Guid ConnectionId { get; init; }

    public required Guid OrganisationId { get; init; }

    /// <summary>Who connected the address, and so wrote it.</summary>
    public required Guid WrittenBy { get; init; }

    /// <summary>The county that wants her.</summary>
    public required string County { get; set; }

    /// <summary>Tells these words from others; another time of the same is the same.</summary>
    public required string Print { get; set; }

    public required HeldRecord Record { get; set; }

    public required HeldState State { get; set; }

    public required DateTimeOffset AskedAt { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public Guid? DecidedBy { get; set; }

    /// <summary>Why she gave it back; null: she did not.</summary>
    public string? Words { get; set; }
}

/// <summary>How far it is.</summary>
internal enum HeldState
{
    Waiting,

    /// <summary>The next reading shows it to residents.</summary>
    LetThrough,

    /// <summary>It was given on to residents.</summary>
    Shown,

    /// <summary>Until its words change.</summary>
    GivenBack,
}
