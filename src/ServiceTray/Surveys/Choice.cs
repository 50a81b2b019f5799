using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Themes;

namespace ServiceTray.Surveys;

/// <summary>One of the answers to choose from, and what choosing it asks of suggestions.</summary>
internal sealed record Choice
{
    /// <summary>Lasting within the question, as <c>wheelchair</c>.</summary>
    public required string Id { get; init; }

    public required LocalizedText Text { get; init; }

    /// <summary>The theme that then matters most.</summary>
    public ThemeCode? Theme { get; init; }

    /// <summary>What must then be told as YES.</summary>
    public IReadOnlyList<AccessibilityAspect> Accessibility { get; init; } = [];

    /// <summary>A language that then suits, BCP 47.</summary>
    public string? Language { get; init; }

    /// <summary>Ways to take part that then suit.</summary>
    public IReadOnlyList<AttendanceMode> Modes { get; init; } = [];

    /// <summary>Whether only what is told to be free then suits.</summary>
    public bool Free { get; init; }
}
