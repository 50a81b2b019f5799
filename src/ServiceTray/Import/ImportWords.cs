using ServiceTray.Calendar;
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

    public static string Result(ImportRunAnswer run, Wording words) => words["Result", run.Added, run.Changed, run.Unchanged, run.Removed];

    public static string List(IReadOnlyList<ImportCount> counts, Wording words) =>
        counts.Count == 0 ? words["Report.None"] : string.Join(", ", counts.Select(count => $"{count.Name} {count.Count}"));
}
