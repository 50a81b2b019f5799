using System.Text.Json;
using ServiceTray.Offerings;
using ServiceTray.Themes;

namespace ServiceTray.Import;

/// <summary>The rules that give themes and audiences by a source's subject terms, in order: the theme of the first that takes an offering is its main one.</summary>
internal sealed class TermRules
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly char[] Between = [.. " \t\n,.;:/()[]\"'!?–&"];

    private readonly IReadOnlyList<(string Key, ThemeCode Theme, IReadOnlyList<WrittenCode> Codes, WordList Words)> themes;
    private readonly IReadOnlyList<(AudienceCode Audience, WordList Words)> audiences;

    private TermRules(Written written)
    {
        Version = written.Version;
        themes = [.. written.Rules.Select(rule => (rule.Theme, Words.Read<ThemeCode>(rule.Theme), rule.Codes ?? [], new WordList(rule.Words)))];
        audiences = [.. written.Audiences.Select(rule => (Words.Read<AudienceCode>(rule.Audience), new WordList(rule.Words)))];
    }

    /// <summary>Rises with each change of the rules.</summary>
    public int Version { get; }

    /// <summary>The rules of a file.</summary>
    /// <exception cref="ImportException">The file cannot be read, or a rule cannot hold.</exception>
    public static TermRules Read(string file)
    {
        try
        {
            return new TermRules(JsonSerializer.Deserialize<Written>(File.ReadAllText(file), Options) ?? throw new ImportException(ImportFailure.NothingThere, $"{file} is empty."));
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException or ArgumentException or NullReferenceException)
        {
            throw new ImportException(ImportFailure.BadSetup, $"The term rules {file} cannot be used: {exception.Message}");
        }
    }

    /// <summary>The themes of what has these terms and names, each with the rule that gave it.</summary>
    public IReadOnlyList<(ThemeCode Theme, string Rule)> Themes(IReadOnlyCollection<Term> terms, IEnumerable<string> names)
    {
        var said = Said(terms.SelectMany(term => term.Names).Concat(names));
        return [.. themes.Where(rule => rule.Words.HasAny(said) || terms.Any(term => rule.Codes.Any(code => code.Takes(term)))).Select(rule => (rule.Theme, rule.Key))];
    }

    /// <summary>The audiences that terms name.</summary>
    public IReadOnlyList<AudienceCode> Audiences(IReadOnlyCollection<Term> terms)
    {
        var said = Said(terms.SelectMany(term => term.Names));
        return [.. audiences.Where(rule => rule.Words.HasAny(said)).Select(rule => rule.Audience).Distinct()];
    }

    private static List<string> Said(IEnumerable<string> texts) =>
        [.. texts.SelectMany(text => text.Split(Between, StringSplitOptions.RemoveEmptyEntries)).Select(word => word.ToLowerInvariant()).Distinct()];

    /// <summary>Words of which one must be said; a star at the end stands for any ending.</summary>
    private sealed class WordList(IReadOnlyList<string>? written)
    {
        private readonly HashSet<string> whole = [.. (written ?? []).Where(word => !word.EndsWith('*'))];
        private readonly string[] beginnings = [.. (written ?? []).Where(word => word.EndsWith('*')).Select(word => word[..^1])];

        public bool HasAny(List<string> said) =>
            said.Exists(word => whole.Contains(word) || Array.Exists(beginnings, beginning => word.StartsWith(beginning, StringComparison.Ordinal)));
    }

    private sealed record Written(int Version, string Changed, string About, IReadOnlyList<WrittenRule> Rules, IReadOnlyList<WrittenAudience> Audiences);

    private sealed record WrittenRule(string Theme, IReadOnlyList<WrittenCode>? Codes, IReadOnlyList<string>? Words);

    private sealed record WrittenAudience(string Audience, IReadOnlyList<string> Words);

    private sealed record WrittenCode(string Vocabulary, IReadOnlyList<string> Begins)
    {
        public bool Takes(Term term) =>
            term.Vocabulary?.Contains(Vocabulary, StringComparison.OrdinalIgnoreCase) == true && Begins.Any(code => term.Id.StartsWith(code, StringComparison.Ordinal));
    }
}
