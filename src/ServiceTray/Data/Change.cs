namespace ServiceTray.Data;

/// <summary>Something that residents can see was added, changed or taken away; numbered in commit order.</summary>
internal sealed class Change
{
    public long Seq { get; init; }

    public required ChangeKind Kind { get; init; }

    public required Guid EntityId { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>What a change is of.</summary>
internal enum ChangeKind
{
    Organisation,
    Place,
    Offering,

    /// <summary>A person who may be reached, shown on a page alone; told only when she is taken away.</summary>
    PersonContact,
}
