using System.Text.Json.Serialization;

namespace ServiceTray.Import;

/// <summary>How many offerings a rule gave their theme, and the first of their names by letter: enough to see what it takes.</summary>
[JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
internal sealed class RuleTaken
{
    private const int NamesKept = 12;

    [JsonInclude]
    public int Count { get; private set; }

    [JsonInclude]
    public List<string> Names { get; private set; } = [];

    public void Add(string name)
    {
        Count++;
        var at = Names.BinarySearch(name, StringComparer.Ordinal);
        Names.Insert(at < 0 ? ~at : at, name);
        if (Names.Count > NamesKept)
        {
            Names.RemoveAt(NamesKept);
        }
    }
}
