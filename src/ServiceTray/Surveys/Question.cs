using ServiceTray.Languages;
using ServiceTray.Themes;

namespace ServiceTray.Surveys;

/// <summary>A question of a survey.</summary>
internal sealed record Question
{
    public const int UsualLongest = 1000;

    /// <summary>Lasting within the survey, as <c>mind</c>.</summary>
    public required string Id { get; init; }

    public required QuestionKind Kind { get; init; }

    public required LocalizedText Text { get; init; }

    /// <summary>In one line, why it is asked.</summary>
    public LocalizedText Why { get; init; } = LocalizedText.Empty;

    public bool Required { get; init; }

    /// <summary>The ends of a scale, or the limits of a number.</summary>
    public Scale? Scale { get; init; }

    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>The theme whose need a scale tells; the greater the answer, the smaller the need.</summary>
    public ThemeCode? Theme { get; init; }

    /// <summary>Whether a number is the person's age in years.</summary>
    public bool IsAge { get; init; }

    /// <summary>Most characters of a text.</summary>
    public int Longest { get; init; } = UsualLongest;

    /// <summary>When it is asked; null: always.</summary>
    public ShownWhen? ShownWhen { get; init; }
}

/// <summary>How a question is answered.</summary>
internal enum QuestionKind
{
    Scale,
    Choice,
    Choices,
    Number,
    Text,
    Date,
}
