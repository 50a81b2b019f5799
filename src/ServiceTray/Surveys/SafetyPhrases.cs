using System.Text.Json;

namespace ServiceTray.Surveys;

/// <summary>The phrases of <c>safety-phrases.json</c>: those that put help first, and those that keep an offering from a child's suggestions.</summary>
internal sealed record SafetyPhrases(PhraseSet CallForHelp, PhraseSet NotForChildren)
{
    private const string Adults = "NOT_FOR_CHILDREN";

    private static readonly string[] Classes = ["DESPAIR", "VIOLENCE", Adults];
    private static readonly string[] Languages = ["fi", "sv", "en"];

    /// <exception cref="InvalidDataException">The file is missing, unreadable or empty of some class or language: without it the tray does not start.</exception>
    public static SafetyPhrases Read(string file)
    {
        try
        {
            var lists = JsonSerializer.Deserialize<PhraseFile>(File.ReadAllBytes(file), JsonSerializerOptions.Web)?.Phrases ?? [];
            var missing = string.Join(", ", Missing(lists));
            return missing.Length == 0
                ? new SafetyPhrases(SetOf(lists.Where(list => list.Class != Adults)), SetOf(lists.Where(list => list.Class == Adults)))
                : throw new InvalidDataException($"{file} lacks {missing}.");
        }
        catch (Exception refused) when (refused is JsonException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InvalidDataException($"{file} cannot be read: {refused.Message}", refused);
        }
    }

    private static IEnumerable<string> Missing(IReadOnlyList<PhraseList> lists) =>
        from kind in Classes
        from language in Languages
        where !lists.Any(list => list.Class == kind && list.Language == language && list.Words.Count > 0)
        select $"{kind} in {language}";

    private static PhraseSet SetOf(IEnumerable<PhraseList> lists) => new(lists.SelectMany(list => list.Words));

    private sealed record PhraseFile(IReadOnlyList<PhraseList> Phrases);

    private sealed record PhraseList(string Class, string Language, IReadOnlyList<string> Words);
}
