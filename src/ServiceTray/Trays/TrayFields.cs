using ServiceTray.GraphQL;
using ServiceTray.Languages;

namespace ServiceTray.Trays;

/// <summary>What an item of a tray tells over GraphQL besides its own members.</summary>
internal static class TrayItemFields
{
    public static IReadOnlyList<Text> Changes(TrayItem item, [Enclosing] Language? language, RequestLanguage request) =>
        [.. item.Changed.Select(change => change.Pick(language ?? request.Language))];
}

/// <summary>An error in words.</summary>
internal static class TrayErrorFields
{
    public static Text Message(TrayError error, [Enclosing] Language? language, RequestLanguage request)
    {
        var words = error.Message.Pick(language ?? request.Language);
        return error.Item is { } item ? new Text($"{item + 1}. {words.Value}", words.Language) : words;
    }
}
