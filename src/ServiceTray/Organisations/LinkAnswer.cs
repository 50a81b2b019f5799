using ServiceTray.Languages;

namespace ServiceTray.Organisations;

/// <summary>A page elsewhere, as REST tells it.</summary>
internal sealed record LinkAnswer
{
    /// <summary>Its address.</summary>
    public required string Url { get; init; }

    /// <summary>What it is.</summary>
    public required Text? Title { get; init; }

    public static LinkAnswer Of(Link link, Language language) => new() { Url = link.Url, Title = link.Title.TextOrNull(language) };
}
