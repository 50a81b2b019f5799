using ServiceTray.Calendar;
using ServiceTray.Import.Schedule;
using ServiceTray.Languages;

namespace ServiceTray.Import;

/// <summary>A run in a reader's words.</summary>
internal static class ImportWords
{
    public static string Title(ImportRunAnswer run, Wording words)
    {
        var began = HelsinkiTime.Local(run.StartedAt).DateTime;
        return $"{run.Source} {words.Date(DateOnly.FromDateTime(began))} {words.Time(TimeOnly.FromDateTime(began))}";
    }

    public static string Every(ScheduledRuns scheduled, Wording words) => scheduled.EveryMinutes switch
    {
        60 => words["Schedule.EveryHour"],
        1440 => words["Schedule.EveryDay"],
        var minutes when minutes % 1440 == 0 => words["Schedule.EveryDays", minutes / 1440],
        var minutes when minutes % 60 == 0 => words["Schedule.EveryHours", minutes / 60],
        var minutes => words["Schedule.EveryMinutes", minutes],
    };

    /// <summary>How often all is read; empty: each time.</summary>
    public static string Whole(ScheduledRuns scheduled, Wording words) =>
        scheduled.WholeEveryMinutes is { } minutes ? words["Schedule.Whole", Math.Max(1, (int)Math.Round(minutes / 1440.0))] : "";

    public static string Since(DateTimeOffset since, Wording words)
    {
        var local = HelsinkiTime.Local(since).DateTime;
        return $"{words.Date(DateOnly.FromDateTime(local))} {words.Time(TimeOnly.FromDateTime(local))}";
    }

    public static string Next(ScheduledRuns scheduled, Wording words)
    {
        var next = HelsinkiTime.Local(scheduled.NextAt).DateTime;
        return words["Schedule.Next", $"{words.Date(DateOnly.FromDateTime(next))} {words.Time(TimeOnly.FromDateTime(next))}"];
    }

    public static string Result(ImportRunAnswer run, Wording words) => words["Result", run.Added, run.Changed, run.Unchanged, run.Removed];

    public static string Tried(ImportRunAnswer run, Wording words) => words["Try.Result", run.Added, run.Changed, run.Unchanged, run.Removed];

    /// <summary>Each kind of problem in words, with how many there were.</summary>
    public static string Problems(IReadOnlyList<ImportCount> counts, Language language, Wording words) =>
        counts.Count == 0 ? words["Report.None"] : string.Join(' ', counts.Select(count => $"{Texts.OfProblem(count.Name, "", language)?.TrimEnd('.') ?? count.Name} ({count.Count})."));

    /// <summary>Kinds of records (<c>Kind</c>), or reasons (<c>Left</c>), each with how many there were.</summary>
    public static string List(string key, IReadOnlyList<ImportCount> counts, Language language, Wording words) =>
        counts.Count == 0 ? words["Report.None"] : string.Join(", ", counts.Select(count => $"{Texts.Known(key, count.Name, language)} {count.Count}"));
}
