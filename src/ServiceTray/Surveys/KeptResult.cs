namespace ServiceTray.Surveys;

/// <summary>Answers as they are stored on request.</summary>
internal sealed class KeptResult
{
    public required Guid Id { get; init; }

    public required string CodeHash { get; init; }

    /// <summary>A <see cref="KeptAnswers"/>, sealed.</summary>
    public required string Contents { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
