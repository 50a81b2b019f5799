using ServiceTray.Offerings;

namespace ServiceTray.Surveys.Rest;

/// <summary>A survey filled in, as it comes over REST.</summary>
/// <param name="Answers">One for each question answered; what is left out is not answered.</param>
/// <param name="Version">The version that was shown; null: the newest.</param>
/// <param name="Near">Where suggestions should be in reach; null: anywhere.</param>
/// <param name="Keep">true: kept, encrypted, for 400 days under the code that comes back. Texts are not kept, and nothing is of a child under 13.</param>
/// <param name="PreviousCode">The code of a kept result of the same survey, to be compared with.</param>
/// <param name="First">How many suggestions, 0 to 50.</param>
/// <param name="WhyNot">An offering's id: why it is not suggested.</param>
/// <param name="MoreLike">An offering's id: more like it.</param>
/// <param name="Count">true: the numbers count in the figures of the county where `near` is, and nothing else. A survey of groups is answered so alone.</param>
internal sealed record SurveyBody(
    IReadOnlyList<AnswerInput> Answers,
    string? Version = null,
    NearInput? Near = null,
    bool Keep = false,
    string? PreviousCode = null,
    int First = SuggestionFinder.UsualSuggestions,
    Guid? WhyNot = null,
    Guid? MoreLike = null,
    bool Count = false);

/// <summary>The code of a kept result, as it comes over REST.</summary>
/// <param name="Code">As `7KQ2-M0XA-9VTB-H3WE`, in any case, with or without hyphens.</param>
/// <param name="First">How many suggestions, 0 to 50.</param>
/// <param name="WhyNot">An offering's id: why it is not suggested.</param>
/// <param name="MoreLike">An offering's id: more like it.</param>
internal sealed record SurveyCodeBody(string Code, int First = SuggestionFinder.UsualSuggestions, Guid? WhyNot = null, Guid? MoreLike = null);
