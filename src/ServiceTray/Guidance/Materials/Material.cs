using ServiceTray.Languages;
using ServiceTray.Themes;

namespace ServiceTray.Guidance.Materials;

/// <summary>A short guide that a professional opens when wellbeing comes up: what to ask, what to listen for, what to do next.</summary>
internal sealed record Material
{
    /// <summary>Names it in addresses.</summary>
    public required string Key { get; init; }

    /// <summary>What it helps to talk about; none: about wellbeing at all.</summary>
    public required IReadOnlyList<ThemeCode> Themes { get; init; }

    public required LocalizedText Title { get; init; }

    public required LocalizedText Lead { get; init; }

    public required IReadOnlyList<LocalizedText> Ask { get; init; }

    public required IReadOnlyList<LocalizedText> Listen { get; init; }

    public required IReadOnlyList<LocalizedText> Next { get; init; }

    /// <summary>When somebody last looked whether it still holds.</summary>
    public required DateOnly CheckedOn { get; init; }

    /// <summary>All its words.</summary>
    public IEnumerable<LocalizedText> Words => [Title, Lead, .. Ask, .. Listen, .. Next];
}
