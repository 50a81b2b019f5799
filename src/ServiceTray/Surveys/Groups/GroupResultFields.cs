using ServiceTray.GraphQL;
using ServiceTray.Languages;

namespace ServiceTray.Surveys.Groups;

/// <summary>What a county's figures tell over GraphQL besides their own members.</summary>
internal static class GroupResultFields
{
    public static DateOnly From(GroupResult result) => result.Quarter.First;

    public static DateOnly To(GroupResult result) => result.Quarter.Last;
}

/// <summary>What a score of a group tells.</summary>
internal static class GroupScoreFields
{
    public static Text Name(GroupScore score, [Enclosing] Language? language, RequestLanguage request) => score.Score.Name.Pick(language ?? request.Language);
}

/// <summary>What a band of a group tells.</summary>
internal static class GroupBandFields
{
    public static Text Name(GroupBand band, [Enclosing] Language? language, RequestLanguage request) => band.Name.Pick(language ?? request.Language);
}
