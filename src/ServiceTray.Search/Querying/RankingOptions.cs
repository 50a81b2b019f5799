namespace ServiceTray.Search.Querying;

/// <summary>
/// The weights of order by best. The score is the product text × meaning × distance × soon × freshness × overdue; a part that the query or the
/// document does not tell is 1.
/// </summary>
public sealed record RankingOptions
{
    /// <summary>BM25's k₁: how soon a word's repetition stops counting. Default: 1.2.</summary>
    public float SaturationK1 { get; init; } = 1.2f;

    /// <summary>BM25's b: how much longer documents pay for their length, 0 to 1. Default: 0.75.</summary>
    public float LengthB { get; init; } = 0.75f;

    /// <summary>The least share of a word's four-letter pieces, weighed by rarity, that a document must have to be a hit by them alone, 0 to 1. Default: 0.2.</summary>
    public float GramShare { get; init; } = 0.2f;

    /// <summary>The same for a word that the index has: pieces then only bring what is clearly near it. Default: 0.4.</summary>
    public float GramShareBesideHits { get; init; } = 0.4f;

    /// <summary>The same for a word added by an expansion. Default: 0.6.</summary>
    public float GramShareOfAdded { get; init; } = 0.6f;

    /// <summary>Weight of a word put in the place of one that hits nothing. Default: 0.8.</summary>
    public float CorrectionWeight { get; init; } = 0.8f;

    /// <summary>How much distance can take off, 0 to 1: the part falls from 1 here to 1 − this far away. Default: 0.5.</summary>
    public double DistanceWeight { get; init; } = 0.5;

    /// <summary>Metres at which half of it is taken off. Default: 10,000.</summary>
    public double DistanceHalf { get; init; } = 10_000;

    /// <summary>Metres that a document counts as away when it reaches the point by its coverage and not by a nearer place. Default: 10,000.</summary>
    public double CoverageDistance { get; init; } = 10_000;

    /// <summary>How much is added for what happens at once; the part falls to 1 for what is far ahead. Default: 0.3.</summary>
    public double SoonWeight { get; init; } = 0.3;

    /// <summary>Time ahead at which half of it is added. Default: 7 days.</summary>
    public TimeSpan SoonHalf { get; init; } = TimeSpan.FromDays(7);

    /// <summary>The part of a document whose times are all past. Default: 0.5.</summary>
    public double PastFactor { get; init; } = 0.5;

    /// <summary>How much age can take off, 0 to 1. Default: 0.1.</summary>
    public double FreshnessWeight { get; init; } = 0.1;

    /// <summary>Age at which half of it is taken off. Default: 365 days.</summary>
    public TimeSpan FreshnessHalf { get; init; } = TimeSpan.FromDays(365);

    /// <summary>What is taken off as soon as a document's <see cref="SearchQuery.DueField"/> is past, 0 to 1. Default: 0.2.</summary>
    public double OverdueAtOnce { get; init; } = 0.2;

    /// <summary>What is taken off long after, from <see cref="OverdueAtOnce"/> to 1. Default: 0.5.</summary>
    public double OverdueAtMost { get; init; } = 0.5;

    /// <summary>Time past due at which what is taken off lies half way between the two. Default: 180 days.</summary>
    public TimeSpan OverdueHalf { get; init; } = TimeSpan.FromDays(180);
}
