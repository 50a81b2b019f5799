namespace ServiceTray.Referrals.Retention;

/// <summary>What was removed when its time was over: numbers alone.</summary>
internal sealed class RetentionRun
{
    public required DateTimeOffset At { get; init; }

    public int Referrals { get; set; }

    public int Notices { get; set; }

    public int Sendings { get; set; }
}
