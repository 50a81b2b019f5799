using ServiceTray.Languages;

namespace ServiceTray.Guidance;

/// <summary>Somebody to talk to, as REST tells it.</summary>
internal sealed record HelpRowAnswer
{
    /// <summary>Who it is.</summary>
    public required Text Title { get; init; }

    /// <summary>The number to call.</summary>
    public required string? Phone { get; init; }

    /// <summary>The page.</summary>
    public required string? Url { get; init; }

    /// <summary>When it answers.</summary>
    public required Text? Hours { get; init; }

    /// <summary>Languages it answers in, BCP 47.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>How one comes to talk there.</summary>
    public required HelpChannel Channel { get; init; }

    /// <summary>Codes of the municipalities and counties it is for; none: the whole country.</summary>
    public required IReadOnlyList<string> Areas { get; init; }

    /// <summary>Whether it answers now; null: not told.</summary>
    public required bool? OpenNow { get; init; }

    /// <summary>When somebody last checked that it is so.</summary>
    public required DateOnly CheckedOn { get; init; }

    public static HelpRowAnswer Of(HelpRow row, Language language, DateTimeOffset at) => new()
    {
        Title = row.Title.Pick(language),
        Phone = row.Phone,
        Url = row.Url,
        Hours = row.Hours.TextOrNull(language),
        Languages = row.Languages,
        Channel = row.Channel,
        Areas = row.Areas,
        OpenNow = row.IsOpenAt(at),
        CheckedOn = row.CheckedOn,
    };
}
