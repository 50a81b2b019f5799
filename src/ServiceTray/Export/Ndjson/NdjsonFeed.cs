using System.IO.Pipelines;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using ServiceTray.Offerings;

namespace ServiceTray.Export.Ndjson;

/// <summary>Offerings as REST tells them, one a line.</summary>
internal sealed class NdjsonFeed(OfferingTeller teller, IOptions<JsonOptions> json) : IFeedFormat
{
    public string ContentType => "application/x-ndjson; charset=utf-8";

    public async Task WriteAsync(PipeWriter output, FeedSheet sheet, IAsyncEnumerable<PlacedOffering> offerings, CancellationToken cancellationToken)
    {
        await foreach (var placed in offerings.WithCancellation(cancellationToken))
        {
            await JsonSerializer.SerializeAsync(output, teller.Tell(placed), json.Value.SerializerOptions, cancellationToken);
            await output.WriteAsync("\n"u8.ToArray(), cancellationToken);
        }

        await output.FlushAsync(cancellationToken);
    }
}
