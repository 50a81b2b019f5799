using ServiceTray.Offerings;

namespace ServiceTray.Export.OpenReferral;

/// <summary>What one asks of a list: a page, and which of its rows.</summary>
internal sealed record HsdsQuery
{
    public required int Page { get; init; }

    public required int PerPage { get; init; }

    public required bool Lines { get; init; }

    public required bool Minimal { get; init; }

    /// <summary>What the one search is asked; null: nothing, the whole feed is meant.</summary>
    public required OfferingFilter? Filter { get; init; }

    public DateTimeOffset? ModifiedAfter { get; init; }

    public Guid? TaxonomyTerm { get; init; }

    public Guid? Taxonomy { get; init; }

    public int? MinimumAge { get; init; }

    public int? MaximumAge { get; init; }

    public DayOfWeek? Day { get; init; }

    public TimeOnly? From { get; init; }

    public TimeOnly? To { get; init; }
}
