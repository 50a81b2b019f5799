namespace ServiceTray.Import.Schedule;

/// <summary>A source that is read again and again, made anew for each run.</summary>
internal sealed record ScheduledSource(TimeSpan Every, ImportChoices Choices, Func<IServiceProvider, ISource> Make)
{
    /// <summary>How often all is read of a source that can tell what changed; the runs between read only that.</summary>
    public TimeSpan WholeEvery { get; init; } = TimeSpan.FromDays(7);

    /// <summary>More often than this, one run would hardly be over when the next begins.</summary>
    public static readonly TimeSpan ShortestPause = TimeSpan.FromMinutes(5);

    /// <summary>A source that fails is asked again at least once a day, or as often as it was meant to be when that is rarer.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    /// <summary>How long it rests after a run: twice as long for each time that it failed in a row.</summary>
    public TimeSpan PauseAfter(int failures)
    {
        var longest = Every > LongestPause ? Every : LongestPause;
        return failures > 20 || Every * (1 << failures) > longest ? longest : Every * (1 << failures);
    }
}

/// <summary>All sources that are read by themselves, one for each line of set-up.</summary>
internal sealed record SourceSchedule(IReadOnlyList<ScheduledSource> Sources)
{
    public static readonly SourceSchedule None = new([]);
}
