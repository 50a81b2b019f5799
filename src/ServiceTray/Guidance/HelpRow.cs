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
    DateOnly CheckedOn)
{
    public LocalizedText Title { get; } = Title is { IsEmpty: false } ? Title : throw new ArgumentException("A help row has a title.", nameof(Title));

    public string? Phone { get; } = Phone ?? (Url is null ? throw new ArgumentException("A help row has a number or a page.", nameof(Phone)) : null);

    /// <summary>When it answers; empty: not told.</summary>
    public LocalizedText Hours { get; } = Hours ?? LocalizedText.Empty;

    /// <summary>Languages it answers in, BCP 47.</summary>
    public IReadOnlyList<string> Languages { get; } = Languages ?? [];

    public IReadOnlyList<HelpAudience> Audiences { get; } = Audiences is { Count: > 0 } ? Audiences : throw new ArgumentException("A help row is for somebody.", nameof(Audiences));
}

/// <summary>Whom a help row is for, by age.</summary>
internal enum HelpAudience
{
    Adult,
    Youth,
    Child,
}
