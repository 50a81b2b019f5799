using ServiceTray.GraphQL;
using ServiceTray.Languages;

namespace ServiceTray.Themes;

/// <summary>What a theme tells over GraphQL besides its own members.</summary>
internal static class ThemeFields
{
    public static Text Name(Theme theme, [Enclosing] Language? language, RequestLanguage request) => theme.Name.Pick(language ?? request.Language);
}
