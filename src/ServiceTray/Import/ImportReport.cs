using System.Text.Encodings.Web;
using System.Text.Json;

namespace ServiceTray.Import;

/// <summary>What one run read, took and could not take; the same in a dry run.</summary>
internal sealed class ImportReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SortedDictionary<string, int> read = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, List<string>> takenBy = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> left = new(StringComparer.Ordinal);
    private readonly List<ImportProblem> problems = [];

    /// <summary>How many records of each kind were read, in the source's words.</summary>
    public IReadOnlyDictionary<string, int> Read => read;

    /// <summary>The names of what each rule took.</summary>
    public IReadOnlyDictionary<string, List<string>> TakenBy => takenBy;

    /// <summary>How many records were left out by rule, and why; nothing is wrong with them.</summary>
    public IReadOnlyDictionary<string, int> Left => left;

    public IReadOnlyList<ImportProblem> Problems => problems;

    /// <summary>Version of the rules that gave the themes; null: the source names the themes itself.</summary>
    public int? Rules { get; set; }

    /// <summary>Offerings that could be read.</summary>
    public int Taken => Themed + Unthemed;

    public int Themed { get; private set; }

    public int Unthemed { get; private set; }

    public int Added { get; set; }

    public int Changed { get; set; }

    public int Unchanged { get; set; }

    public int Removed { get; set; }

    /// <summary>As it is kept with the run.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options);

    public void Saw(string kind) => read[kind] = read.GetValueOrDefault(kind) + 1;

    public void Leave(string reason) => left[reason] = left.GetValueOrDefault(reason) + 1;

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
