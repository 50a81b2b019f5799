using System.Text.Json;
using System.Text.Json.Serialization;
using ServiceTray.Languages;

namespace ServiceTray.Guidance;

/// <summary>The rows of <c>seed-data/help/help.json</c>, in its order.</summary>
internal sealed class HelpRows(IReadOnlyList<HelpRow> all)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public IReadOnlyList<HelpRow> All { get; } = all;

    /// <summary>Those for this audience: first what answers in the language asked, else in the file's order.</summary>
    public IReadOnlyList<HelpRow> For(HelpAudience audience, Language language) =>
    [
        .. All.Where(row => row.Audiences.Contains(audience))
            .OrderByDescending(row => row.Languages.Contains(language.Tag(), StringComparer.OrdinalIgnoreCase)),
    ];

    /// <summary>
    /// The neutral block of every page, print and share, the same whoever reads and whatever was answered: numbers that answer in the
    /// reader's language, and those that answer in Finnish, for they answer most.
    /// </summary>
    public IReadOnlyList<HelpRow> Neutral(Language language) =>
        [.. All.Where(row => row.Phone is not null && (row.Languages.Contains(language.Tag()) || row.Languages.Contains(Language.Fi.Tag())))];

    /// <exception cref="InvalidDataException">The file is not there, or a row in it cannot be read.</exception>
    public static HelpRows Read(string file)
    {
        try
        {
            return new HelpRows(JsonSerializer.Deserialize<List<HelpRow>>(File.ReadAllBytes(file), Options) ?? []);
        }
        catch (Exception exception) when (exception is JsonException or IOException or ArgumentException)
        {
            throw new InvalidDataException($"{file} cannot be read: {exception.Message}", exception);
        }
    }
}
