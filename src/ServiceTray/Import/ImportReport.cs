namespace ServiceTray.Import;

/// <summary>What one run read, took and could not take; the same in a dry run.</summary>
internal sealed class ImportReport
{
    private readonly SortedDictionary<string, int> read = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, List<string>> takenBy = new(StringComparer.Ordinal);
    private readonly List<ImportProblem> problems = [];

    /// <summary>How many records of each kind were read, in the source's words.</summary>
    public IReadOnlyDictionary<string, int> Read => read;

    /// <summary>The names of what each rule took.</summary>
    public IReadOnlyDictionary<string, List<string>> TakenBy => takenBy;

    public IReadOnlyList<ImportProblem> Problems => problems;

    /// <summary>Offerings that could be read.</summary>
    public int Taken => Themed + Unthemed;

    public int Themed { get; private set; }

    public int Unthemed { get; private set; }

    public int Added { get; set; }

    public int Changed { get; set; }

    public int Unchanged { get; set; }

    public int Removed { get; set; }

    public void Saw(string kind) => read[kind] = read.GetValueOrDefault(kind) + 1;

    public void Add(ImportProblem problem) => problems.Add(problem);

    public void Took(IncomingOffering incoming)
    {
        if (incoming.Offering.Themes.Count == 0)
        {
            Unthemed++;
            return;
        }

        Themed++;
        foreach (var rule in incoming.TakenBy)
        {
            if (!takenBy.TryGetValue(rule, out var names))
            {
                takenBy[rule] = names = [];
            }

            names.Add(incoming.Offering.Name.Pick(Languages.Language.Fi).Value);
        }
    }
}
