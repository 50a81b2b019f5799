using ServiceTray.Places;
using ServiceTray.Search.Querying;

namespace ServiceTray.Offerings;

/// <summary>A page of what was found, as REST tells it.</summary>
internal sealed record OfferingListAnswer
{
    /// <summary>What was found.</summary>
    public required IReadOnlyList<OfferingAnswer> Items { get; init; }

    /// <summary>How many there are over all pages.</summary>
    public required int TotalCount { get; init; }

    /// <summary>Whether more stands before and after, with the cursors to go on from.</summary>
    public required PageInfo PageInfo { get; init; }

    /// <summary>Counts for each filter as if that one filter were not set.</summary>
    public required FacetsAnswer Facets { get; init; }

    /// <summary>Up to five that would fit, but their record does not tell (price, accessibility): ask first. Never in items, totalCount or facets.</summary>
    public required IReadOnlyList<OfferingAnswer> NotTold { get; init; }

    /// <summary>How many of these there are.</summary>
    public required int NotToldCount { get; init; }

    /// <summary>Filters as understood, those read from the words included, to be shown and taken away.</summary>
    public required IReadOnlyList<AppliedFilter> Applied { get; init; }

    /// <summary>Needs that the words say, and what was sought beside the words for their sake.</summary>
    public required IReadOnlyList<NeedAnswer> Needs { get; init; }

    /// <summary>The words with misspelt ones corrected, when some word is found nowhere and the corrected ones are.</summary>
    public required IReadOnlyList<Completion> DidYouMean { get; init; }

    /// <summary>When fewer than five are found: which one filter to drop, and how many that would find.</summary>
    public required IReadOnlyList<Relaxation> Relaxations { get; init; }

    /// <summary>How the spot was understood; null: none was asked.</summary>
    public required SpotAnswer? Centre { get; init; }
}
