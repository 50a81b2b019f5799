namespace ServiceTray.Import;

/// <summary>A report as a person reads it, no line longer than 100 characters.</summary>
internal static class ImportReportText
{
    private const int Width = 100;
    private const int ProblemsShown = 5;

    public static IEnumerable<string> Lines(ImportReport report, bool dryRun) => AllLines(report, dryRun).Select(Fit);

    private static IEnumerable<string> AllLines(ImportReport report, bool dryRun)
    {
        if (dryRun)
        {
            yield return "Dry run: no record is changed.";
        }

        yield return $"Read       {List(report.Read)}";
        yield return $"Left out   {List(report.Left)}";
        yield return Invariant($"Taken      {report.Taken}: {report.Themed} themed, {report.Unthemed} unthemed (counted, not shown)");
        yield return Invariant($"Offerings  {report.Added} added, {report.Changed} changed, {report.Unchanged} unchanged, {report.Removed} removed");
        foreach (var line in Rules(report).Concat(Problems(report)).Concat(Question(report)))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> Rules(ImportReport report)
    {
        if (report.Rules is not { } version)
        {
            yield break;
        }

        yield return Invariant($"Taken by the theme rules, version {version}:");
        foreach (var (rule, taken) in report.ByRule)
        {
            yield return Invariant($"{taken.Count,6}  {rule}");
            foreach (var line in Wrapped(Shown(taken)))
            {
                yield return $"        {line}";
            }
        }
    }

    private static IEnumerable<string> Problems(ImportReport report)
    {
        yield return Invariant($"Problems   {report.Reasons.Values.Sum()}");
        var kept = report.Problems.ToLookup(problem => problem.Reason, StringComparer.Ordinal);
        foreach (var (reason, count) in report.Reasons)
        {
            yield return Invariant($"{count,6}  {reason}: {kept[reason].FirstOrDefault()?.Message}");
            foreach (var problem in kept[reason].Take(ProblemsShown))
            {
                yield return $"        {problem.Id ?? "no id"}  {problem.Path}";
            }

            if (count > ProblemsShown)
            {
                yield return Invariant($"        and {count - ProblemsShown} more");
            }
        }
    }

    private static IEnumerable<string> Question(ImportReport report)
    {
        if (report.Asks is not { } share)
        {
            yield break;
        }

        yield return Invariant($"Asks       {share.Removed} of {share.Known} offerings would go, more than {RemovalShare.Most:P0}. Nothing is changed.");
        if (report.Run is { } run)
        {
            yield return $"           If that is right: import approve {run}";
            yield return $"           If it is not:     import refuse {run}";
        }
    }

    private static IEnumerable<string> Shown(RuleTaken taken) =>
        taken.Count > taken.Names.Count ? taken.Names.Append(Invariant($"and {taken.Count - taken.Names.Count} more")) : taken.Names;

    private static IEnumerable<string> Wrapped(IEnumerable<string> names)
    {
        var line = "";
        foreach (var name in names)
        {
            if (line.Length > 0 && line.Length + name.Length > Width - 10)
            {
                yield return line;
                line = "";
            }

            line += line.Length == 0 ? name : $"; {name}";
        }

        yield return line;
    }

    private static string List(IReadOnlyDictionary<string, int> counts) =>
        counts.Count == 0 ? "none" : string.Join(", ", counts.Select(count => Invariant($"{count.Value} {count.Key}")));

    private static string Fit(string line)
    {
        var plain = line.ReplaceLineEndings(" ");
        return plain.Length <= Width ? plain : $"{plain.AsSpan(0, Width - 1)}…";
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
