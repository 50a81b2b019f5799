using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using ServiceTray.Offerings;
using ServiceTray.Places;

namespace ServiceTray.Export.GeoJson;

/// <summary>Offerings as a FeatureCollection (RFC 7946); what has no place has no geometry.</summary>
internal sealed class GeoJsonFeed(Regions regions) : IFeedFormat
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string ContentType => "application/geo+json; charset=utf-8";

    public async Task WriteAsync(PipeWriter output, FeedSheet sheet, IAsyncEnumerable<PlacedOffering> offerings, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartArray("features");
        await foreach (var placed in offerings.WithCancellation(cancellationToken))
        {
            GeoJsonFeature.Write(json, placed, sheet, regions);
            json.Flush();
            await output.FlushWhenFullAsync(cancellationToken);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        await output.FlushAsync(cancellationToken);
    }
}
