using ServiceTray.Guidance;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Themes;

namespace ServiceTray.Surveys.Rest;

/// <summary>What comes of answering.</summary>
internal sealed record SurveyAnsweredAnswer
{
    /// <summary>Help first, when an answer calls for it; to be shown before all else.</summary>
    public required IReadOnlyList<HelpRowAnswer> Safety { get; init; }

    /// <summary>What the answers say; null: the survey is one of groups, and they were counted.</summary>
    public required SurveyResultAnswer? Result { get; init; }

    /// <summary>Whether the numbers were counted in a county's figures.</summary>
    public required bool Counted { get; init; }

    /// <summary>Why a result could not be kept; none: all went well.</summary>
    public required IReadOnlyList<Refusals.ProblemPart> Errors { get; init; }
}

/// <summary>What a survey filled in says, by wishes and not by findings; it does not diagnose.</summary>
internal sealed record SurveyResultAnswer
{
    /// <summary>The survey's id.</summary>
    public required Guid Survey { get; init; }

    /// <summary>The version that was answered.</summary>
    public required string Version { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset AnsweredAt { get; init; }

    /// <summary>Under which it is kept; whoever has it can read and delete it. Null: it is kept nowhere.</summary>
    public required string? Code { get; init; }

    /// <summary>The neutral block that stands on every print and share.</summary>
    public required IReadOnlyList<HelpRowAnswer> HelpNumbers { get; init; }

    /// <summary>Each theme that was answered or chosen, by need × importance.</summary>
    public required IReadOnlyList<ThemeNeedAnswer> Needs { get; init; }

    /// <summary>The survey's own scores, by the rules of its owner.</summary>
    public required IReadOnlyList<InstrumentScoreAnswer> Scores { get; init; }

    /// <summary>What has changed since the result of `previousCode`.</summary>
    public required IReadOnlyList<ThemeChangeAnswer> Changes { get; init; }

    /// <summary>Offerings within all of the person's limits, shared out over her needs.</summary>
    public required IReadOnlyList<SuggestionAnswer> Suggestions { get; init; }

    /// <summary>Would fit, but their record does not tell price or accessibility: ask first.</summary>
    public required IReadOnlyList<OfferingAnswer> AskFirst { get; init; }

    /// <summary>Why the offering of `whyNot` is not suggested; null: it was not asked, or there is no such offering.</summary>
    public required WhyNotAnswer? WhyNot { get; init; }

    /// <summary>More like the offering of `moreLike`; null: it was not asked, or there is no such offering.</summary>
    public required IReadOnlyList<SuggestionAnswer>? MoreLike { get; init; }
}

/// <summary>How much one hopes for in a theme.</summary>
internal sealed record ThemeNeedAnswer
{
    /// <summary>The theme.</summary>
    public required ThemeCode Theme { get; init; }

    /// <summary>The answer on 0 to 10; null: it was left out and the theme was chosen as important.</summary>
    public required double? Answer { get; init; }

    /// <summary>10 − answer; 5 when the theme was only chosen.</summary>
    public required double Need { get; init; }

    /// <summary>2 when the theme was chosen as what matters most, else 1.</summary>
    public required double Importance { get; init; }

    /// <summary>How it stands, as a wish.</summary>
    public required NeedBand Band { get; init; }
}

/// <summary>A number worked out of answers by the rule that the survey's owner has told.</summary>
internal sealed record InstrumentScoreAnswer
{
    /// <summary>What it is called.</summary>
    public required Text Name { get; init; }

    /// <summary>The number; null: too few items were answered.</summary>
    public required double? Value { get; init; }

    /// <summary>What its owner calls such a number.</summary>
    public required Text? Band { get; init; }
}

/// <summary>How a theme stood the time before and stands now.</summary>
internal sealed record ThemeChangeAnswer
{
    /// <summary>The theme.</summary>
    public required ThemeCode Theme { get; init; }

    /// <summary>The answer on 0 to 10 the time before.</summary>
    public required double Before { get; init; }

    /// <summary>The answer on 0 to 10 now.</summary>
    public required double Now { get; init; }
}
