using ServiceTray.Languages;
using ServiceTray.Needs;
using ServiceTray.Themes;

namespace ServiceTray.Offerings;

/// <summary>A need that the words of a search say, as REST tells it.</summary>
internal sealed record NeedAnswer
{
    /// <summary>Its lasting name in the lexicon.</summary>
    public required string Key { get; init; }

    /// <summary>The themes it belongs to.</summary>
    public required IReadOnlyList<ThemeCode> Themes { get; init; }

    /// <summary>Why these words lead there.</summary>
    public required string Reason { get; init; }

    /// <summary>Words of services that were sought beside the words said.</summary>
    public required IReadOnlyList<string> Sought { get; init; }

    public static NeedAnswer Of(NeedEntry need, Language language) => new()
    {
        Key = need.Key,
        Themes = need.Themes,
        Reason = need.Reason,
        Sought = need.Seek.GetValueOrDefault(language) ?? [],
    };
}
