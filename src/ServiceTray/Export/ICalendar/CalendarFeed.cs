using System.IO.Pipelines;
using ServiceTray.Offerings;
using ServiceTray.Places;

namespace ServiceTray.Export.ICalendar;

/// <summary>Offerings as a calendar to subscribe to; those without dates have nothing to show in one.</summary>
internal sealed class CalendarFeed(Regions regions) : IFeedFormat
{
    public string ContentType => $"{CalendarWriter.ContentType}; charset=utf-8";

    public async Task WriteAsync(PipeWriter output, FeedSheet sheet, IAsyncEnumerable<PlacedOffering> offerings, CancellationToken cancellationToken)
    {
        var writer = new CalendarWriter(output);
        writer.BeginCalendar(sheet.Title);
        var events = new CalendarEvents(writer, sheet, regions);
        await foreach (var placed in offerings.WithCancellation(cancellationToken))
        {
            events.Write(placed);
            await output.FlushWhenFullAsync(cancellationToken);
        }

        writer.EndCalendar();
        await output.FlushAsync(cancellationToken);
    }
}
