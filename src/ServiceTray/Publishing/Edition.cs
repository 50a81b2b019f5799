namespace ServiceTray.Publishing;

/// <summary>One entry of an offering's history: who did what, with the content as it then was.</summary>
internal sealed class Edition
{
    /// <summary>Its number in the order in which things were done.</summary>
    public long Seq { get; init; }

    public required Guid Id { get; init; }

    public required Guid DraftId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Her account; empty: the holder of a link.</summary>
    public required Guid By { get; init; }

    public required string ByName { get; init; }

    public required EditionKind Kind { get; init; }

    /// <summary>What was told, as <c>Full</c>; null: the content says it.</summary>
    public string? Told { get; init; }

    public required DraftContent Content { get; init; }
}

/// <summary>What was done.</summary>
internal enum EditionKind
{
    Saved,
    Published,
    Unpublished,
    Restored,
    CapacityTold,

    /// <summary>By the link of a reminder, whose holder nobody knows.</summary>
    Confirmed,

    /// <summary>Likewise.</summary>
    BreakTold,

    /// <summary>A second person was asked for.</summary>
    Asked,

    /// <summary>She gave it back.</summary>
    Returned,
}
