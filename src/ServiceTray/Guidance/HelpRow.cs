using ServiceTray.Languages;

namespace ServiceTray.Guidance;

/// <summary>Somebody to talk to now; it has a number, a page or both.</summary>
internal sealed record HelpRow(
    string Key,
    LocalizedText Title,
    string? Phone,
    string? Url,
    LocalizedText Hours,
    IReadOnlyList<string> Languages,
    IReadOnlyList<HelpAudience> Audiences,
    HelpChannel Channel,
    DateOnly CheckedOn,
    IReadOnlyList<string>? Areas = null,
    IReadOnlyList<HelpHours>? Open = null,
    string? NextBest = null)
{
    public LocalizedText Title { get; } = Title is { IsEmpty: false } ? Title : throw new ArgumentException("A help row has a title.", nameof(Title));

    public string? Phone { get; } = Phone ?? (Url is null ? throw new ArgumentException("A help row has a number or a page.", nameof(Phone)) : null);

    /// <summary>When it answers, in words; empty: not told.</summary>
    public LocalizedText Hours { get; } = Hours ?? LocalizedText.Empty;

    /// <summary>Municipalities and counties it is for, by code; empty: the whole country.</summary>
    public IReadOnlyList<string> Areas { get; } = Areas ?? [];

    /// <summary>When it answers, for the order of rows; empty: not told.</summary>
    public IReadOnlyList<HelpHours> Open { get; } = Open ?? [];

    public HelpChannel Channel { get; } = Channel is HelpChannel.Phone && Phone is null ? throw new ArgumentException("What is called has a number.", nameof(Channel)) : Channel;

    /// <summary>Languages it answers in, BCP 47.</summary>
    public IReadOnlyList<string> Languages { get; } = Languages ?? [];

    public IReadOnlyList<HelpAudience> Audiences { get; } = Audiences is { Count: > 0 } ? Audiences : throw new ArgumentException("A help row is for somebody.", nameof(Audiences));

    /// <summary>Whether it answers at a moment; null: it is not told.</summary>
    public bool? IsOpenAt(DateTimeOffset at) =>
        Open.Count == 0 || Open.Any(hours => hours.IsOpenAt(at) is null) ? null : Open.Any(hours => hours.IsOpenAt(at) == true);

    /// <summary>Whether it is for somebody in these municipalities or counties.</summary>
    public bool IsIn(IReadOnlyList<string> areas) => Areas.Count == 0 || Areas.Intersect(areas).Any();
}
