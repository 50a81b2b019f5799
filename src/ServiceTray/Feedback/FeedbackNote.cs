using ServiceTray.Languages;

namespace ServiceTray.Feedback;

/// <summary>What somebody said about the service, in her own words.</summary>
internal sealed class FeedbackNote
{
    public const int LongestMessage = 4000;
    public const int LongestLine = 300;

    public required Guid Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The language of the page it was written on.</summary>
    public required Language Language { get; init; }

    public required string Message { get; init; }

    /// <summary>Which page it is about; null: not told.</summary>
    public string? Page { get; init; }

    /// <summary>Where an answer is hoped for; null: nowhere.</summary>
    public string? ReplyTo { get; init; }
}
