using System.IO.Pipelines;
using CsvHelper;
using ServiceTray.Offerings;
using ServiceTray.Places;

namespace ServiceTray.Export.Csv;

/// <summary>Offerings as a table (RFC 4180); a value that a spreadsheet would take for a formula is written so that it does not.</summary>
internal sealed class CsvFeed(Regions regions) : IFeedFormat
{
    private static readonly CsvWriterOptions Options = new() { Injection = CsvInjection.Escape };

    public string ContentType => "text/csv; charset=utf-8; header=present";

    public async Task WriteAsync(PipeWriter output, FeedSheet sheet, IAsyncEnumerable<PlacedOffering> offerings, CancellationToken cancellationToken)
    {
        await using var csv = CsvWriter.Create(output.AsStream(leaveOpen: true), Options, leaveOpen: true);
        csv.WriteHeader([.. CsvColumn.All.Select(column => column.Name)]);
        await foreach (var placed in offerings.WithCancellation(cancellationToken))
        {
            var row = new CsvRow(placed, sheet, regions);
            await csv.WriteRecordAsync([.. CsvColumn.All.Select(column => column.Value(row) ?? "")], cancellationToken);
        }

        await csv.FlushAsync(cancellationToken);
    }
}
