using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using ServiceTray.Export.GeoJson;
using ServiceTray.Offerings;
using ServiceTray.Places;

namespace ServiceTray.Export.Ogc;

/// <summary>Writes a page of a collection as a FeatureCollection with its counts and links, or one feature with its own.</summary>
internal sealed class OgcItemsWriter(HttpContext http, OgcSite site, FeedSheet sheet, Regions regions)
{
    private const string ContentType = $"{OgcSite.GeoJson}; charset=utf-8";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task WriteAsync(OgcItemsPage page, IAsyncEnumerable<PlacedOffering> offerings)
    {
        http.Response.ContentType = ContentType;
        var output = http.Response.BodyWriter;
        await using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteNumber("numberMatched", page.Total);
        json.WriteString("timeStamp", sheet.Now.UtcDateTime);
        WriteLinks(json, Links(page.Next));
        json.WriteStartArray("features");
        var returned = 0;
        await foreach (var placed in offerings)
        {
            GeoJsonFeature.Write(json, placed, sheet, regions);
            returned++;
            json.Flush();
            await output.FlushWhenFullAsync(http.RequestAborted);
        }

        json.WriteEndArray();

        // What was taken away between the search and the reading is not among them.
        json.WriteNumber("numberReturned", returned);
        json.WriteEndObject();
        json.Flush();
        await output.FlushAsync(http.RequestAborted);
    }

    public async Task WriteAsync(PlacedOffering placed)
    {
        http.Response.ContentType = ContentType;
        await using var json = new Utf8JsonWriter(http.Response.BodyWriter, Options);
        GeoJsonFeature.Write(json, placed, sheet, regions, () => WriteLinks(
            json,
            [
                site.Link($"{OgcSite.Items}/{placed.Offering.Id}", "self", OgcSite.GeoJson),
                site.Link($"{OgcSite.Root}/collections/{OgcSite.Collection}", "collection", "application/json"),
                new OgcLink(sheet.PageOf(placed.Offering.Id), "alternate", "text/html"),
            ]));
        json.Flush();
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }

    private List<OgcLink> Links(string? next)
    {
        List<OgcLink> links = [new(sheet.Self, "self", OgcSite.GeoJson), site.Link($"{OgcSite.Root}/collections/{OgcSite.Collection}", "collection", "application/json")];
        if (next is not null)
        {
            var kept = http.Request.Query.Where(asked => asked.Key != "after").SelectMany(asked => asked.Value.Select(value => KeyValuePair.Create(asked.Key, value))).Append(new("after", next));
            links.Add(new(QueryHelpers.AddQueryString(sheet.Home + OgcSite.Items, kept), "next", OgcSite.GeoJson));
        }

        return links;
    }

    private static void WriteLinks(Utf8JsonWriter json, IReadOnlyList<OgcLink> links)
    {
        json.WriteStartArray("links");
        foreach (var link in links)
        {
            json.WriteStartObject();
            json.WriteString("href", link.Href);
            json.WriteString("rel", link.Rel);
            json.WriteString("type", link.Type);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

/// <summary>Ids of a page, how many there are over all pages, and the cursor that goes on; null: it is the last.</summary>
internal sealed record OgcItemsPage(IReadOnlyList<Guid> Ids, int Total, string? Next);
