using ServiceTray.Calendar;
using ServiceTray.Languages;
using ServiceTray.Places;
using ServiceTray.Themes;

namespace ServiceTray.Surveys.Groups;

/// <summary>What the people of a county answered in a quarter that is over; five or more of them.</summary>
internal sealed record GroupResult(Survey Survey, Region County, Quarter Quarter, int Count, IReadOnlyList<GroupTheme> Themes, IReadOnlyList<GroupScore> Scores);

/// <summary>How a theme stands in a group that five or more answered.</summary>
internal sealed record GroupTheme(ThemeCode Code, int Count, double Mean, IReadOnlyList<GroupBand> Bands)
{
    public Theme Theme => Theme.Of(Code);
}

/// <summary>How a score stands in a group of five or more.</summary>
/// <param name="Score">The score.</param>
/// <param name="Count">How many have it.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Bands">How many fall into each band.</param>
/// <param name="Recommendation">For the recommendation question: the share of 9 and 10 less the share of 0 to 6, −100 to 100.</param>
internal sealed record GroupScore(Score Score, int Count, double Mean, IReadOnlyList<GroupBand> Bands, double? Recommendation);

/// <summary>How many fall into a band; null: so few that it is not told, or that it would tell of another.</summary>
internal sealed record GroupBand(LocalizedText Name, int? Count);
