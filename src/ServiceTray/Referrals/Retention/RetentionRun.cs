namespace ServiceTray.Referrals.Retention;

/// <summary>What was removed when its time was over: numbers alone.</summary>
internal sealed class RetentionRun
{
    public required DateTimeOffset At { get; init; }

    public int Referrals { get; set; }

    public int Notices { get; set; }

    public int Sendings { get; set; }

    /// <summary>How many entries of the log.</summary>
    public int LogEntries { get; set; }

    /// <summary>The last entry of the log that is gone; null: none went.</summary>
    public long? LogUntil { get; set; }

    /// <summary>Its hash, which the first that is left seals.</summary>
    public string? LogHash { get; set; }
}
