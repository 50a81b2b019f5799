using System.IO.Pipelines;
using ServiceTray.Offerings;

namespace ServiceTray.Export;

/// <summary>A way to write many offerings, one after another as they are read.</summary>
internal interface IFeedFormat
{
    /// <summary>The media type, with its charset.</summary>
    string ContentType { get; }

    Task WriteAsync(PipeWriter output, FeedSheet sheet, IAsyncEnumerable<PlacedOffering> offerings, CancellationToken cancellationToken);
}
