using ServiceTray.Languages;

namespace ServiceTray.Import.Schedule;

/// <summary>How it stands with a source that is read by itself.</summary>
internal sealed record ScheduledRuns
{
    /// <summary>The source, as `ptv`.</summary>
    public required string Source { get; init; }

    /// <summary>The file, folder or address that is read.</summary>
    public required string Origin { get; init; }

    /// <summary>Minutes from one run to the next, when none fails.</summary>
    public required int EveryMinutes { get; init; }

    /// <summary>Minutes from one run that reads all to the next, where those between read only what changed; null: each reads all.</summary>
    public required int? WholeEveryMinutes { get; init; }

    /// <summary>How many runs in a row have failed; each lets it rest twice as long.</summary>
    public required int Failures { get; init; }

    /// <summary>When it is read next.</summary>
    public required DateTimeOffset NextAt { get; init; }

    /// <summary>Its latest run; null: there was none.</summary>
    public required ImportRunAnswer? LastRun { get; init; }

    /// <summary>The same, with the problems of its latest run in a language.</summary>
    public ScheduledRuns In(Language language) => this with { LastRun = LastRun?.In(language) };
}
