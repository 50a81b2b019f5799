using ServiceTray.Languages;
using ServiceTray.Surveys.Groups;
using ServiceTray.Themes;

namespace ServiceTray.Surveys.Rest;

/// <summary>What the people of a county answered in a quarter, as REST tells it.</summary>
internal sealed record GroupResultAnswer
{
    /// <summary>The survey's id.</summary>
    public required Guid Survey { get; init; }

    /// <summary>The version that was answered; versions are never put together.</summary>
    public required string Version { get; init; }

    /// <summary>The county's code.</summary>
    public required string County { get; init; }

    /// <summary>The quarter's first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Its last day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>How many answered: five or more.</summary>
    public required int Count { get; init; }

    /// <summary>Themes that five or more answered, by number.</summary>
    public required IReadOnlyList<GroupThemeAnswer> Themes { get; init; }

    /// <summary>The survey's own scores that five or more have.</summary>
    public required IReadOnlyList<GroupScoreAnswer> Scores { get; init; }

    public static GroupResultAnswer Of(GroupResult result, Language language) => new()
    {
        Survey = result.Survey.Id,
        Version = $"{result.Survey.Version}",
        County = result.County.Code,
        From = result.Quarter.First,
        To = result.Quarter.Last,
        Count = result.Count,
        Themes = [.. result.Themes.Select(theme => new GroupThemeAnswer { Theme = theme.Code, Count = theme.Count, Mean = theme.Mean, Bands = Bands(theme.Bands, language) })],
        Scores = [.. result.Scores.Select(score => new GroupScoreAnswer
        {
            Name = score.Score.Name.Pick(language), Count = score.Count, Mean = score.Mean, Bands = Bands(score.Bands, language), Recommendation = score.Recommendation,
        })],
    };

    private static IReadOnlyList<GroupBandAnswer> Bands(IReadOnlyList<GroupBand> bands, Language language) =>
        [.. bands.Select(band => new GroupBandAnswer { Name = band.Name.Pick(language), Count = band.Count })];
}

/// <summary>How a theme stands in a group.</summary>
internal sealed record GroupThemeAnswer
{
    /// <summary>The theme.</summary>
    public required ThemeCode Theme { get; init; }

    /// <summary>How many answered.</summary>
    public required int Count { get; init; }

    /// <summary>The mean answer on 0 to 10.</summary>
    public required double Mean { get; init; }

    /// <summary>How many fall into each band.</summary>
    public required IReadOnlyList<GroupBandAnswer> Bands { get; init; }
}

/// <summary>How a score stands in a group.</summary>
internal sealed record GroupScoreAnswer
{
    /// <summary>What it is called.</summary>
    public required Text Name { get; init; }

    /// <summary>How many have it.</summary>
    public required int Count { get; init; }

    /// <summary>The mean.</summary>
    public required double Mean { get; init; }

    /// <summary>How many fall into each band.</summary>
    public required IReadOnlyList<GroupBandAnswer> Bands { get; init; }

    /// <summary>For the recommendation question: the share of 9 and 10 less the share of 0 to 6, −100 to 100. Null: it is none, or it would tell of fewer than five.</summary>
    public required double? Recommendation { get; init; }
}

/// <summary>How many fall into a band.</summary>
internal sealed record GroupBandAnswer
{
    /// <summary>What the band is called.</summary>
    public required Text Name { get; init; }

    /// <summary>How many; null: fewer than five, or it would tell of another band that has fewer.</summary>
    public required int? Count { get; init; }
}
