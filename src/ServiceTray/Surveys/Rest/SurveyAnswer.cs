using ServiceTray.Languages;
using ServiceTray.Themes;

namespace ServiceTray.Surveys.Rest;

/// <summary>A version of a set of questions, as REST tells it.</summary>
internal sealed record SurveyAnswer
{
    /// <summary>A UUID, the same for every version.</summary>
    public required Guid Id { get; init; }

    /// <summary>As `1.0`.</summary>
    public required string Version { get; init; }

    /// <summary>What it is called.</summary>
    public required Text Title { get; init; }

    /// <summary>What it is for, before one begins.</summary>
    public required Text? Introduction { get; init; }

    /// <summary>Whose it is.</summary>
    public required string? Owner { get; init; }

    /// <summary>How it may be used.</summary>
    public required string? Licence { get; init; }

    /// <summary>What its owner asks to be told where it is shown.</summary>
    public required string? Attribution { get; init; }

    /// <summary>What answers may be used for: only those of INDIVIDUAL drive a person's suggestions.</summary>
    public required SurveyUse Use { get; init; }

    /// <summary>Its questions, in their order.</summary>
    public required IReadOnlyList<QuestionAnswer> Questions { get; init; }
}

/// <summary>A question, as REST tells it.</summary>
internal sealed record QuestionAnswer
{
    /// <summary>Lasting within the survey; answers name it.</summary>
    public required string Id { get; init; }

    /// <summary>How it is answered.</summary>
    public required QuestionKind Kind { get; init; }

    /// <summary>What is asked.</summary>
    public required Text Text { get; init; }

    /// <summary>In one line, why it is asked.</summary>
    public required Text? Why { get; init; }

    /// <summary>Whether the survey needs an answer.</summary>
    public required bool Required { get; init; }

    /// <summary>The ends of a SCALE or the limits of a NUMBER.</summary>
    public required ScaleAnswer? Scale { get; init; }

    /// <summary>What to choose from; none when nothing is chosen.</summary>
    public required IReadOnlyList<ChoiceAnswer> Choices { get; init; }

    /// <summary>The theme whose need the answer tells.</summary>
    public required ThemeCode? Theme { get; init; }

    /// <summary>When it is asked; null: always.</summary>
    public required ShownWhen? ShownWhen { get; init; }
}

/// <summary>The ends of a scale, both included.</summary>
internal sealed record ScaleAnswer
{
    /// <summary>Least.</summary>
    public required int Min { get; init; }

    /// <summary>Greatest.</summary>
    public required int Max { get; init; }

    /// <summary>What the least means.</summary>
    public required Text? MinLabel { get; init; }

    /// <summary>What the greatest means.</summary>
    public required Text? MaxLabel { get; init; }
}

/// <summary>One of those to choose from.</summary>
internal sealed record ChoiceAnswer
{
    /// <summary>Lasting within the question; answers name it.</summary>
    public required string Id { get; init; }

    /// <summary>What it says.</summary>
    public required Text Text { get; init; }
}
