namespace ServiceTray.Import.Schedule;

/// <summary>Up to when all of a source's changes are on the tray, by the runs that came to their end.</summary>
internal static class ChangeMark
{
    /// <summary>Registers answer from copies that lag behind (the national one up to an hour and a half), and clocks differ: so much is asked for twice.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromHours(3);

    /// <summary>The start of the last run of an unbroken row: one that read all, and then each that read at least from where the one before it began; null: none read all.</summary>
    public static DateTimeOffset? After(ImportRun? whole, IEnumerable<ImportRun> later)
    {
        var mark = whole?.StartedAt;
        foreach (var run in later.OrderBy(run => run.StartedAt))
        {
            if (run.StartedAt > mark && run.Since <= mark)
            {
                mark = run.StartedAt;
            }
        }

        return mark;
    }
}
