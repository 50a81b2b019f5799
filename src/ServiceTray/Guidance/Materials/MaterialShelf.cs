using System.Text.Json;
using System.Text.Json.Serialization;
using ServiceTray.Themes;

namespace ServiceTray.Guidance.Materials;

/// <summary>The materials of <c>seed-data/materials/materials.json</c>, in its order.</summary>
internal sealed class MaterialShelf
{
    private static readonly string[] Languages = ["fi", "sv", "en"];

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <exception cref="ArgumentException">Two have one key, one has nothing to ask, or words that are not in all three languages.</exception>
    public MaterialShelf(IReadOnlyList<Material> all)
    {
        All = all;
        if (all.GroupBy(material => material.Key).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"{twice.Key} is there twice.", nameof(all));
        }

        if (all.FirstOrDefault(material => material.Ask.Count == 0 || material.Words.Any(words => Languages.Any(language => words.In(language) is null))) is { } lacking)
        {
            throw new ArgumentException($"{lacking.Key} has nothing to ask, or not all of its words in Finnish, Swedish and English.", nameof(all));
        }
    }

    public IReadOnlyList<Material> All { get; }

    /// <summary>Those that help to talk about a theme; about none: all.</summary>
    public IReadOnlyList<Material> About(ThemeCode? theme) => theme is { } code ? [.. All.Where(material => material.Themes.Contains(code))] : All;

    public Material? Find(string key) => All.FirstOrDefault(material => material.Key == key);

    /// <exception cref="InvalidDataException">The file is not there, or cannot be read.</exception>
    public static MaterialShelf Read(string file)
    {
        try
        {
            return new MaterialShelf(JsonSerializer.Deserialize<List<Material>>(File.ReadAllBytes(file), Options) ?? []);
        }
        catch (Exception exception) when (exception is JsonException or IOException or ArgumentException)
        {
            throw new InvalidDataException($"{file} cannot be read: {exception.Message}", exception);
        }
    }
}
