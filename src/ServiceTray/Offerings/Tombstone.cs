namespace ServiceTray.Offerings;

/// <summary>What is left of an offering that its source took back: that it was, and when it went.</summary>
internal sealed class Tombstone
{
    public required Guid Id { get; init; }

    public required string Source { get; init; }

    public required string SourceId { get; init; }

    public required DateTimeOffset RemovedAt { get; init; }
}
