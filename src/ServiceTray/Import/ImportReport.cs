using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServiceTray.Import;

/// <summary>What one run read, took and could not take; the same in a dry run.</summary>
[JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
internal sealed class ImportReport
{
    /// <summary>Problems and names kept at most, so that a source of nothing but trouble does not fill the memory; all are counted.</summary>
    private const int MostKept = 1_000;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>How many records of each kind were read, in the source's words.</summary>
    public SortedDictionary<string, int> Read { get; } = new(StringComparer.Ordinal);

    /// <summary>What each rule took.</summary>
    public SortedDictionary<string, RuleTaken> ByRule { get; } = new(StringComparer.Ordinal);

    /// <summary>How many records were left out by rule, and why; nothing is wrong with them.</summary>
    public SortedDictionary<string, int> Left { get; } = new(StringComparer.Ordinal);

    /// <summary>How many problems there were of each kind.</summary>
    public SortedDictionary<string, int> Reasons { get; } = new(StringComparer.Ordinal);

    /// <summary>The first of the problems.</summary>
    public List<ImportProblem> Problems { get; } = [];

    /// <summary>The run that it tells of; null: a dry run.</summary>
    public Guid? Run { get; set; }

    /// <summary>What the run asks before it goes on; null: it did not have to ask.</summary>
    public RemovalShare? Asks { get; set; }

    /// <summary>Version of the rules that gave the themes; null: the source names the themes itself.</summary>
    public int? Rules { get; set; }

    /// <summary>Offerings that could be read.</summary>
    [JsonIgnore]
    public int Taken => Themed + Unthemed;

    [JsonInclude]
    public int Themed { get; private set; }

    [JsonInclude]
    public int Unthemed { get; private set; }

    public int Added { get; set; }

    public int Changed { get; set; }

    public int Unchanged { get; set; }

    public int Removed { get; set; }

    public static ImportReport FromJson(string json) => JsonSerializer.Deserialize<ImportReport>(json, Options)!;

    /// <summary>As it is kept with the run.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options);

    public void Saw(string kind) => Read[kind] = Read.GetValueOrDefault(kind) + 1;

    public void Leave(string reason) => Left[reason] = Left.GetValueOrDefault(reason) + 1;

    public void Add(ImportProblem problem)
    {
        Reasons[problem.Reason] = Reasons.GetValueOrDefault(problem.Reason) + 1;
        if (Problems.Count < MostKept)
        {
            Problems.Add(problem);
        }
    }

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
            if (!ByRule.TryGetValue(rule, out var taken))
            {
                ByRule[rule] = taken = new RuleTaken();
            }

            taken.Add(incoming.Offering.Name.Pick(Languages.Language.Fi).Value);
        }
    }
}
