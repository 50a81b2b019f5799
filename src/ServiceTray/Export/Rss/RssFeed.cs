using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Xml;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Places;
using ServiceTray.Themes;

namespace ServiceTray.Export.Rss;

/// <summary>Offerings as RSS 2.0, the next date and the place in each item's words.</summary>
internal sealed class RssFeed(Regions regions) : IFeedFormat
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    public string ContentType => "application/rss+xml; charset=utf-8";

    public async Task WriteAsync(PipeWriter output, FeedSheet sheet, IAsyncEnumerable<PlacedOffering> offerings, CancellationToken cancellationToken)
    {
        var settings = new XmlWriterSettings { Async = true, Encoding = new UTF8Encoding(false), CloseOutput = false };
        await using var xml = XmlWriter.Create(output.AsStream(leaveOpen: true), settings);
        await BeginAsync(xml, sheet);
        await foreach (var placed in offerings.WithCancellation(cancellationToken))
        {
            await WriteAsync(xml, sheet, placed);
        }

        await xml.WriteEndDocumentAsync();
        await xml.FlushAsync();
    }

    private static async Task BeginAsync(XmlWriter xml, FeedSheet sheet)
    {
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, "rss", null);
        await xml.WriteAttributeStringAsync(null, "version", null, "2.0");
        await xml.WriteAttributeStringAsync("xmlns", "atom", null, Atom);
        await xml.WriteStartElementAsync(null, "channel", null);
        await TextAsync(xml, "title", sheet.Title);
        await TextAsync(xml, "link", sheet.Home + "/");
        await TextAsync(xml, "description", sheet.Title);
        await TextAsync(xml, "language", sheet.Language.Tag());
        await TextAsync(xml, "lastBuildDate", Date(sheet.Now));
        await TextAsync(xml, "ttl", "360");
        await xml.WriteStartElementAsync("atom", "link", Atom);
        await xml.WriteAttributeStringAsync(null, "href", null, sheet.Self);
        await xml.WriteAttributeStringAsync(null, "rel", null, "self");
        await xml.WriteAttributeStringAsync(null, "type", null, "application/rss+xml");
        await xml.WriteEndElementAsync();
    }

    private async Task WriteAsync(XmlWriter xml, FeedSheet sheet, PlacedOffering placed)
    {
        var offering = placed.Offering;
        await xml.WriteStartElementAsync(null, "item", null);
        await TextAsync(xml, "title", offering.Name.Pick(sheet.Language).Value);
        await TextAsync(xml, "link", sheet.PageOf(offering.Id));
        await xml.WriteStartElementAsync(null, "guid", null);
        await xml.WriteAttributeStringAsync(null, "isPermaLink", null, "false");
        await xml.WriteStringAsync($"urn:uuid:{offering.Id}");
        await xml.WriteEndElementAsync();
        await TextAsync(xml, "description", Description(placed, sheet));
        foreach (var theme in offering.Themes)
        {
            await TextAsync(xml, "category", Theme.Of(theme).Name.Pick(sheet.Language).Value);
        }

        await TextAsync(xml, "pubDate", Date(offering.UpdatedAt));
        await xml.WriteEndElementAsync();
    }

    private string Description(PlacedOffering placed, FeedSheet sheet) => string.Join("\n", new[]
    {
        placed.Offering.Summary.TextOrNull(sheet.Language)?.Value,
        FeedWords.Series(placed.Offering, sheet),
        placed.Offering is Event { Status: not (EventStatus.Scheduled or EventStatus.Moved) } off ? Texts.In(sheet.Language).Of(off.Status) : When(placed.Offering, sheet),
        placed.Places.Select(place => PlaceLine.Of(place, regions, sheet.Language)).FirstOrDefault(line => line.Length > 0),
        placed.Organisation.Name.Pick(sheet.Language).Value,
    }.Where(line => !string.IsNullOrEmpty(line)));

    // The next date and, should one before it not take place, that one.
    private static string? When(Offering offering, FeedSheet sheet)
    {
        var (words, next) = (Texts.In(sheet.Language), offering.NextAfter(sheet.Now));
        return string.Join("\n", new[] { NextDates.CalledOffBefore(offering, next, sheet.Now), next }.OfType<Occurrence>().Select(date => WhenWords.WithStatus(date, words)));
    }

    private static async Task TextAsync(XmlWriter xml, string name, string text) => await xml.WriteElementStringAsync(null, name, null, FeedWords.ForXml(text));

    private static string Date(DateTimeOffset at) => at.ToString("r", CultureInfo.InvariantCulture);
}
