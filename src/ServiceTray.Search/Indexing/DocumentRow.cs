using ServiceTray.Search.Geography;

namespace ServiceTray.Search.Indexing;

/// <summary>All of a document but its words, on its way into a segment.</summary>
internal sealed class DocumentRow
{
    public required Guid Key { get; init; }

    /// <summary>Values by keyword field, in the schema's order.</summary>
    public required string[][] Keywords { get; init; }

    public required string[] Coverage { get; init; }

    /// <summary>Numbers by field, in the schema's order; NaN where not told.</summary>
    public required double[] Numbers { get; init; }

    public required GeoPoint[] Points { get; init; }

    public required TimeSlot[] Times { get; init; }

    /// <summary>Collation key of the sort name.</summary>
    public required byte[] NameKey { get; init; }

    /// <summary>UTC ticks.</summary>
    public required long UpdatedAt { get; init; }

    /// <summary>Weighted count of words by language.</summary>
    public required float[] Lengths { get; init; }

    /// <summary>Where the document stands in its segment: along the curve by its first cell, those without a place last.</summary>
    public ulong Home => Points.Length == 0 ? ulong.MaxValue : Points.Min(HilbertCurve.Code);
}
