using ServiceTray.Languages;

namespace ServiceTray.Organisations;

/// <summary>How to reach somebody, as REST tells it.</summary>
internal sealed record ContactAnswer
{
    /// <summary>The way.</summary>
    public required ContactKind Kind { get; init; }

    /// <summary>The number or address.</summary>
    public required string Value { get; init; }

    /// <summary>What it is for.</summary>
    public required Text? Label { get; init; }

    /// <summary>When it answers.</summary>
    public required Text? Hours { get; init; }

    public static ContactAnswer Of(Contact contact, Language language) => new()
    {
        Kind = contact.Kind,
        Value = contact.Value,
        Label = contact.Label.TextOrNull(language),
        Hours = contact.Hours.TextOrNull(language),
    };
}
