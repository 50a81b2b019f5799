using ServiceTray.Languages;

namespace ServiceTray.Surveys;

/// <summary>A number worked out of answers, by a rule that its owner has told.</summary>
internal sealed record Score
{
    public required string Id { get; init; }

    public required LocalizedText Name { get; init; }

    public required ScoreRule Rule { get; init; }

    public required IReadOnlyList<ScoreItem> Items { get; init; }

    /// <summary>Fewest items that must be answered; with fewer there is no score.</summary>
    public required int Fewest { get; init; }

    /// <summary>For TABLE: what each sum is worth, from the least on.</summary>
    public IReadOnlyList<ScoreStep> Table { get; init; } = [];

    /// <summary>From the least, without gaps of whole numbers; none: the number alone.</summary>
    public IReadOnlyList<ScoreBand> Bands { get; init; } = [];
}

/// <summary>A question that counts; reversed, the greatest answer counts as the least.</summary>
internal sealed record ScoreItem(string Question, bool Reversed);

/// <summary>A sum of items and what its owner's table makes of it.</summary>
internal sealed record ScoreStep(double Sum, double Value);

/// <summary>What a score from this number on is called, until the next band.</summary>
internal sealed record ScoreBand(double From, LocalizedText Name);

/// <summary>How items become a number.</summary>
internal enum ScoreRule
{
    /// <summary>The one item's own.</summary>
    Value,
    Sum,
    Mean,
    Maximum,

    /// <summary>Of the way from the least sum possible to the greatest, over the items answered.</summary>
    Percent,

    /// <summary>The sum, looked up in the owner's table; all items must be answered.</summary>
    Table,
}
