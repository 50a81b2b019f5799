using System.Text.Json;
using System.Text.Json.Serialization;
using ServiceTray.Languages;
using ServiceTray.Themes;

namespace ServiceTray.Needs;

/// <summary>Reads <c>seed-data/needs</c>: what holds for all in one file, and the needs in the others.</summary>
internal static class NeedLexiconReader
{
    private const string CommonFile = "lexicon.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter<ThemeCode>(JsonNamingPolicy.SnakeCaseUpper), new JsonStringEnumConverter<Language>(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    /// <exception cref="InvalidDataException">Something in it is not as it must be; all of it is told.</exception>
    public static NeedLexicon Read(string folder)
    {
        var problems = new List<string>();
        var common = File<NeedLexiconCommon>(Path.Combine(folder, CommonFile), problems);
        var entries = Files(folder).SelectMany(file => File<List<NeedEntry>>(file, problems) ?? []).ToList();
        var phrases = common is null ? [] : new NeedLexiconCheck(common, problems).Check(entries);
        return problems.Count == 0
            ? new NeedLexicon(common!, entries, phrases)
            : throw new InvalidDataException($"{folder}: {string.Join(' ', problems)}");
    }

    private static IEnumerable<string> Files(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.json").Where(file => Path.GetFileName(file) != CommonFile).Order(StringComparer.Ordinal)
        : [];

    private static T? File<T>(string file, List<string> problems)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(System.IO.File.ReadAllBytes(file), Options) ?? throw new JsonException("it is null");
        }
        catch (Exception refused) when (refused is JsonException or IOException or UnauthorizedAccessException)
        {
            problems.Add($"{Path.GetFileName(file)}: {refused.Message}");
            return null;
        }
    }
}

/// <summary>What holds for all needs: version, words that deny and classes of words by language, and what the keys of sources mean.</summary>
internal sealed record NeedLexiconCommon(
    string Version,
    IReadOnlyDictionary<Language, IReadOnlyList<string>> Negations,
    IReadOnlyDictionary<Language, IReadOnlyDictionary<string, string>> Classes,
    IReadOnlyDictionary<string, string> Sources)
{
    /// <summary>The phrase with its classes, as <c>@kin</c>, written out; a class that there is none of stays as it is.</summary>
    public string WrittenOut(string phrase, Language language) => Classes.GetValueOrDefault(language) is { } classes && phrase.Contains('@')
        ? string.Join(' ', phrase.Split(' ').Select(part => string.Join('|', part.Split('|').Select(way => way.StartsWith('@') ? classes.GetValueOrDefault(way[1..], way) : way))))
        : phrase;
}
