using ServiceTray.GraphQL;
using ServiceTray.Languages;
using ServiceTray.Themes;

namespace ServiceTray.Guidance.Materials;

/// <summary>What a material tells over GraphQL besides its own members.</summary>
internal static class MaterialFields
{
    public static IReadOnlyList<Theme> Themes(Material material) => [.. material.Themes.Select(Theme.Of)];

    public static Text Title(Material material, [Enclosing] Language? language, RequestLanguage request) => material.Title.Pick(language ?? request.Language);

    public static Text Lead(Material material, [Enclosing] Language? language, RequestLanguage request) => material.Lead.Pick(language ?? request.Language);

    public static IReadOnlyList<Text> Ask(Material material, [Enclosing] Language? language, RequestLanguage request) => In(material.Ask, language ?? request.Language);

    public static IReadOnlyList<Text> Listen(Material material, [Enclosing] Language? language, RequestLanguage request) => In(material.Listen, language ?? request.Language);

    public static IReadOnlyList<Text> Next(Material material, [Enclosing] Language? language, RequestLanguage request) => In(material.Next, language ?? request.Language);

    private static List<Text> In(IReadOnlyList<LocalizedText> words, Language language) => [.. words.Select(sentence => sentence.Pick(language))];
}
