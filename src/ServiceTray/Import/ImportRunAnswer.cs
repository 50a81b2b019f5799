using ServiceTray.Languages;

namespace ServiceTray.Import;

/// <summary>A run and its report, as every edge tells it.</summary>
internal sealed record ImportRunAnswer
{
    private const int ExamplesShown = 50;

    /// <summary>The run's id, by which one that asks is answered.</summary>
    public required Guid Id { get; init; }

    /// <summary>The source, as `ptv`.</summary>
    public required string Source { get; init; }

    /// <summary>The file, folder or address that was read; null: not told.</summary>
    public required string? Origin { get; init; }

    /// <summary>How far it is.</summary>
    public required ImportRunState State { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Since when it read what changed; null: it read all that its source has.</summary>
    public required DateTimeOffset? Since { get; init; }

    /// <summary>When it ended; null: it has not.</summary>
    public required DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why it ended without being applied, in the request's language; null: it was, or may still be.</summary>
    public required string? Failure { get; init; }

    /// <summary>What exactly, in English, where the failure says it in another way; null: the failure is all.</summary>
    public string? FailureDetail { get; init; }

    internal ImportFailure? FailureKind { get; init; }

    /// <summary>How many records of each kind were read, in the source's words.</summary>
    public required IReadOnlyList<ImportCount> Read { get; init; }

    /// <summary>How many records were left out by rule, and why; nothing is wrong with them.</summary>
    public required IReadOnlyList<ImportCount> LeftOut { get; init; }

    /// <summary>Offerings that have a theme, and so are shown.</summary>
    public required int Themed { get; init; }

    /// <summary>Offerings that no rule gave a theme: counted, not shown.</summary>
    public required int Unthemed { get; init; }

    /// <summary>Offerings that are new.</summary>
    public required int Added { get; init; }

    /// <summary>Offerings that differ from before.</summary>
    public required int Changed { get; init; }

    /// <summary>Offerings that are as they were.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Offerings that are gone.</summary>
    public required int Removed { get; init; }

    /// <summary>How many of the source's offerings it would take away, while it asks; null: it does not ask.</summary>
    public required int? WouldRemove { get; init; }

    /// <summary>How many offerings the source had on the tray when it asked; null: it does not ask.</summary>
    public required int? OfKnown { get; init; }

    /// <summary>How many problems of each kind there were.</summary>
    public required IReadOnlyList<ImportCount> Problems { get; init; }

    /// <summary>The first of the problems.</summary>
    public required IReadOnlyList<ImportProblem> Examples { get; init; }

    public static ImportRunAnswer Of(ImportRun run)
    {
        var report = ImportReport.FromJson(run.Report);
        var asks = run.State == ImportRunState.Asking ? report.Asks : null;
        return new()
        {
            Id = run.Id,
            Source = run.Source,
            Origin = run.Origin,
            State = run.State,
            StartedAt = run.StartedAt,
            Since = run.Since,
            EndedAt = run.EndedAt,
            Failure = run.Failure,
            FailureKind = run.FailureKind,
            Read = Counts(report.Read),
            LeftOut = Counts(report.Left),
            Themed = report.Themed,
            Unthemed = report.Unthemed,
            Added = run.Added,
            Changed = run.Changed,
            Unchanged = run.Unchanged,
            Removed = run.Removed,
            WouldRemove = asks?.Removed,
            OfKnown = asks?.Known,
            Problems = Counts(report.Reasons),
            Examples = [.. report.Problems.Take(ExamplesShown)],
        };
    }

    /// <summary>What a dry run told, in the shape of a run; nothing is left of it but this.</summary>
    public static ImportRunAnswer OfTry(string source, string origin, DateTimeOffset at, ImportReport report) => Of(new ImportRun
    {
        Id = Guid.Empty,
        Source = source,
        Origin = origin,
        StartedAt = at,
        EndedAt = at,
        State = report.Asks is null ? ImportRunState.Done : ImportRunState.Asking,
        Added = report.Added,
        Changed = report.Changed,
        Unchanged = report.Unchanged,
        Removed = report.Removed,
        Report = report.ToJson(),
    });

    /// <summary>The same, with its failure and its problems in a language.</summary>
    public ImportRunAnswer In(Language language) => this with
    {
        Failure = FailureKind is { } kind ? Texts.In(language).Of(kind) : Failure,
        FailureDetail = FailureKind is null ? FailureDetail : Failure,
        FailureKind = null,
        Examples = [.. Examples.Select(problem => problem.In(language))],
    };

    private static ImportCount[] Counts(IReadOnlyDictionary<string, int> counts) => [.. counts.Select(count => new ImportCount(count.Key, count.Value))];
}

/// <summary>How many of what.</summary>
internal sealed record ImportCount(string Name, int Count);
