namespace ServiceTray.Import;

/// <summary>One run of a source and its report.</summary>
internal sealed class ImportRun
{
    public required Guid Id { get; init; }

    public required string Source { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>The report as JSON.</summary>
    public required string Report { get; init; }
}
