using ServiceTray.Languages;

namespace ServiceTray.Themes;

/// <summary>A theme as REST tells it.</summary>
internal sealed record ThemeAnswer
{
    /// <summary>Its lasting word.</summary>
    public required ThemeCode Code { get; init; }

    /// <summary>From 1 to 8, as printed.</summary>
    public required int Number { get; init; }

    /// <summary>What it is called.</summary>
    public required Text Name { get; init; }

    public static ThemeAnswer Of(Theme theme, Language language) => new() { Code = theme.Code, Number = theme.Number, Name = theme.Name.Pick(language) };
}
