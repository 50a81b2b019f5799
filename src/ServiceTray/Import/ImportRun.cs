namespace ServiceTray.Import;

/// <summary>One run of a source: how far it is, and its report.</summary>
internal sealed class ImportRun
{
    public required Guid Id { get; init; }

    public required string Source { get; init; }

    /// <summary>The file, folder or address that it reads.</summary>
    public required string? Origin { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Since when it reads what changed; null: it reads all that its source has.</summary>
    public DateTimeOffset? Since { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    public ImportRunState State { get; set; } = ImportRunState.Reading;

    /// <summary>The position of the last staged record that is applied.</summary>
    public long Applied { get; set; } = -1;

    public int Added { get; set; }

    public int Changed { get; set; }

    public int Unchanged { get; set; }

    public int Removed { get; set; }

    /// <summary>Why it was not applied, by its kind; null: it was, or it is a run from before kinds were told.</summary>
    public ImportFailure? FailureKind { get; set; }

    /// <summary>What exactly, in English; null: it did not fail.</summary>
    public string? Failure { get; set; }

    /// <summary>The report as JSON.</summary>
    public string Report { get; set; } = new ImportReport().ToJson();
}

/// <summary>How far a run is.</summary>
internal enum ImportRunState
{
    /// <summary>It reads its source; nothing on the tray is touched.</summary>
    Reading,

    /// <summary>It would take away more than runs may by themselves, and waits for a person's word.</summary>
    Asking,

    /// <summary>All is read, and what differs is being laid over; one that was cut here goes on.</summary>
    Applying,

    /// <summary>It came to its end.</summary>
    Done,

    /// <summary>A person said no, or a later run took its place.</summary>
    Refused,

    /// <summary>Its source could not be read to the end; nothing of it is on the tray.</summary>
    Failed,
}
