using System.Text.Json;
using System.Text.RegularExpressions;
using ServiceTray.Languages;

namespace ServiceTray.Surveys;

/// <summary>An object of a definition with its path; reading never throws, each thing wrong becomes a problem.</summary>
internal sealed partial class DefinitionPart(JsonElement element, string path, ICollection<DefinitionProblem> problems)
{
    private static readonly JsonElement Nothing = JsonDocument.Parse("{}").RootElement;

    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    private JsonElement Element { get; } = element.ValueKind == JsonValueKind.Object ? element : Nothing;

    public bool Has(string name) => Element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;

    public void Refuse(string? name, string message) => problems.Add(new DefinitionProblem(PathOf(name), message));

    public string? WordsOrNull(string name) => Read(name, JsonValueKind.String, "a string") is { } value ? value.GetString() : null;

    public string Words(string name) => WordsOrNull(name) ?? Missing(name, "");

    /// <summary>A lasting id: lower-case letters, digits and hyphens.</summary>
    public string Id(string name)
    {
        var id = Words(name);
        if (id.Length > 0 && !IsId().IsMatch(id))
        {
            Refuse(name, "An id is lower-case letters, digits and hyphens, from a letter on.");
        }

        return id;
    }

    public double? NumberOrNull(string name) => Read(name, JsonValueKind.Number, "a number") is { } value ? value.GetDouble() : null;

    public int? WholeOrNull(string name)
    {
        if (Read(name, JsonValueKind.Number, "a number") is not { } value)
        {
            return null;
        }

        if (value.TryGetInt32(out var whole))
        {
            return whole;
        }

        Refuse(name, "This is a whole number.");
        return null;
    }

    public int Whole(string name) => WholeOrNull(name) ?? Missing(name, 0);

    public bool Flag(string name)
    {
        var told = Has(name);
        if (told && Element.GetProperty(name).ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            Refuse(name, "This is true or false.");
            told = false;
        }

        asked.Add(name);
        return told && Element.GetProperty(name).GetBoolean();
    }

    /// <summary>A public word of an enum, as <c>STEP_FREE</c>.</summary>
    public T? WordOrNull<T>(string name)
        where T : struct, Enum => WordsOrNull(name) is { } word ? Read<T>(word, name) : null;

    public T Word<T>(string name)
        where T : struct, Enum => Has(name) ? WordOrNull<T>(name) ?? default : Missing(name, default(T));

    public IReadOnlyList<T> WordsOf<T>(string name)
        where T : struct, Enum => [.. Strings(name).Select(word => Read<T>(word, name)).OfType<T>()];

    public IReadOnlyList<string> Strings(string name) =>
    [
        .. Items(name).Where(item => item.Element.ValueKind == JsonValueKind.String || Wrong(item.Path, "This is a string.")).Select(item => item.Element.GetString()!),
    ];

    /// <summary>Words in each of the languages the definition is in.</summary>
    public LocalizedText Texts(string name, IReadOnlyList<string> languages, bool needed)
    {
        if (!Has(name))
        {
            asked.Add(name);
            return needed ? Missing(name, LocalizedText.Empty) : LocalizedText.Empty;
        }

        LocalizedText texts;
        try
        {
            texts = Element.GetProperty(name).Deserialize<LocalizedText>() ?? LocalizedText.Empty;
        }
        catch (JsonException refused)
        {
            Refuse(name, refused.Message);
            texts = LocalizedText.Empty;
        }

        asked.Add(name);
        foreach (var language in languages.Where(language => texts.In(language) is null))
        {
            Refuse($"{name}.{language}", "The definition says it is in this language, and the text is not.");
        }

        return texts;
    }

    public IReadOnlyList<DefinitionPart> Parts(string name) =>
        [.. Items(name).Select(item => item.Element.ValueKind == JsonValueKind.Object || Wrong(item.Path, "This is an object.") ? new DefinitionPart(item.Element, item.Path, problems) : null).OfType<DefinitionPart>()];

    public DefinitionPart? PartOrNull(string name) => Read(name, JsonValueKind.Object, "an object") is { } value ? new DefinitionPart(value, PathOf(name), problems) : null;

    /// <summary>Tells members that nobody asked for: a misspelt one must not be lost silently.</summary>
    public void TellUnknown()
    {
        foreach (var member in Element.EnumerateObject().Where(member => !asked.Contains(member.Name)))
        {
            Refuse(member.Name, "A definition has no such member here.");
        }
    }

    private string PathOf(string? name) => name is null ? path : path.Length == 0 ? name : $"{path}.{name}";

    private JsonElement? Read(string name, JsonValueKind kind, string what)
    {
        asked.Add(name);
        if (!Has(name))
        {
            return null;
        }

        var value = Element.GetProperty(name);
        if (value.ValueKind == kind)
        {
            return value;
        }

        Refuse(name, $"This is {what}.");
        return null;
    }

    private T? Read<T>(string word, string name)
        where T : struct, Enum
    {
        if (PublicWords.Read<T>(word) is { } value)
        {
            return value;
        }

        Refuse(name, $"{word} is no {typeof(T).Name}.");
        return null;
    }

    private List<(JsonElement Element, string Path)> Items(string name) => Read(name, JsonValueKind.Array, "a list") is { } list
        ? [.. list.EnumerateArray().Select((item, i) => (item, $"{PathOf(name)}[{i}]"))]
        : [];

    private bool Wrong(string where, string message)
    {
        problems.Add(new DefinitionProblem(where, message));
        return false;
    }

    private T Missing<T>(string name, T instead)
    {
        if (!Has(name))
        {
            Refuse(name, "This is missing.");
        }

        return instead;
    }

    [GeneratedRegex("^[a-z][a-z0-9-]*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IsId();
}
