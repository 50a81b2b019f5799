using System.Text.Json;
using System.Text.Json.Serialization;
using ServiceTray.Themes;

namespace ServiceTray.Import.Ptv;

/// <summary>The rules that give services their themes, in order: the theme of the first that takes a service is its main one.</summary>
internal sealed class PtvThemeRules(int version, IReadOnlyList<PtvThemeRule> rules)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>Rises with each change of the rules.</summary>
    public int Version { get; } = version;

    public IReadOnlyList<PtvThemeRule> Rules { get; } = rules;

    /// <summary>The rules that take a service.</summary>
    public IReadOnlyList<PtvThemeRule> Taking(PtvService service) => [.. Rules.Where(rule => rule.Takes(service))];

    /// <summary>The rules of a file.</summary>
    /// <exception cref="ImportException">The file cannot be read, or a rule cannot hold.</exception>
    public static PtvThemeRules Read(string file)
    {
        try
        {
            var written = JsonSerializer.Deserialize<Written>(File.ReadAllText(file), Options) ?? throw new ImportException(ImportFailure.NothingThere, $"{file} is empty.");
            return new PtvThemeRules(written.Version, [.. written.Rules.Select(Read)]);
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException or ArgumentException or NullReferenceException)
        {
            throw new ImportException(ImportFailure.BadSetup, $"The theme rules {file} cannot be used: {exception.Message}");
        }
    }

    private static PtvThemeRule Read(WrittenRule rule)
    {
        var uris = rule.Classes.SelectMany(named => named.Uris).ToHashSet(StringComparer.Ordinal);
        var key = $"{rule.Theme} <- {Names(rule)}";
        if (uris.Count == 0 || uris.Any(uri => !Uri.IsWellFormedUriString(uri, UriKind.Absolute)) || rule.Words?.Any(word => word.Trim('*', ' ').Length == 0) == true)
        {
            throw new JsonException($"{key} names no class, or a word that is none.");
        }

        return new PtvThemeRule(key, Words.Read<ThemeCode>(rule.Theme), uris, rule.Words ?? []);
    }

    private static string Names(WrittenRule rule)
    {
        var names = rule.Classes is [var only] ? $"{only.Code} {only.Name}" : string.Join(", ", rule.Classes.Select(named => named.Code));
        return rule.Words is null ? names : $"{names}, with words";
    }

    private sealed record Written(int Version, string Changed, string About, IReadOnlyList<WrittenRule> Rules);

    private sealed record WrittenRule(string Theme, IReadOnlyList<WrittenClass> Classes, IReadOnlyList<string>? Words);

    private sealed record WrittenClass(string Code, string Name, IReadOnlyList<string> Uris);
}
