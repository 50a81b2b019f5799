using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Places;

namespace ServiceTray.Export.Csv;

/// <summary>What a row of the table is made of; of several places the first.</summary>
internal sealed record CsvRow(PlacedOffering Placed, FeedSheet Sheet, Regions Regions)
{
    public Offering Offering => Placed.Offering;

    public Place? Place { get; } = Placed.Places.Count > 0 ? Placed.Places[0] : null;

    public Occurrence? Next { get; } = Placed.Offering.NextAfter(Sheet.Now);

    /// <summary>The words in the feed's language.</summary>
    public string? In(LocalizedText? text) => text?.TextOrNull(Sheet.Language)?.Value;
}
