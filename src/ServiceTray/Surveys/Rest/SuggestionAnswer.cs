using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Themes;

namespace ServiceTray.Surveys.Rest;

/// <summary>An offering with the reasons to suggest it.</summary>
internal sealed record SuggestionAnswer
{
    /// <summary>What is suggested.</summary>
    public required OfferingAnswer Offering { get; init; }

    /// <summary>The theme it answers.</summary>
    public required ThemeCode Theme { get; init; }

    /// <summary>Kilometres to its nearest place; null: no place was told or it has none.</summary>
    public required double? DistanceKm { get; init; }

    /// <summary>When it takes place next, or began if it is on; null: it has no dates.</summary>
    public required DateTimeOffset? NextAt { get; init; }

    /// <summary>At least one.</summary>
    public required IReadOnlyList<ReasonAnswer> Reasons { get; init; }
}

/// <summary>A reason; it can be recomputed from what the caller can read.</summary>
internal sealed record ReasonAnswer
{
    /// <summary>Which.</summary>
    public required ReasonKind Kind { get; init; }

    /// <summary>In words.</summary>
    public required Text Text { get; init; }
}

/// <summary>What keeps an offering out of the suggestions.</summary>
internal sealed record WhyNotAnswer
{
    /// <summary>What was asked about.</summary>
    public required Guid Offering { get; init; }

    /// <summary>Its place among the usual twelve suggestions from 1 on; null: it is not among them.</summary>
    public required int? Place { get; init; }

    /// <summary>All that keeps it out; none when it is suggested.</summary>
    public required IReadOnlyList<BarrierAnswer> Barriers { get; init; }
}

/// <summary>One thing that keeps an offering out.</summary>
internal sealed record BarrierAnswer
{
    /// <summary>Which.</summary>
    public required BarrierKind Kind { get; init; }

    /// <summary>In words.</summary>
    public required Text Text { get; init; }
}
