using System.Buffers;
using ServiceTray.Languages;
using ServiceTray.Places;
using ServiceTray.Trays;

namespace ServiceTray.Export.ICalendar;

/// <summary>The dates of a tray for its reader's own calendar, by its reading code.</summary>
internal static class TrayCalendarEndpoints
{
    public static void MapTrayCalendar(this IEndpointRouteBuilder app) => app
        .MapGet($"{TrayAddresses.Open}/{{code}}/{TrayAddresses.Calendar}", AnswerAsync)
        .ExcludeFromDescription();

    private static Task<IResult> AnswerAsync(string code, TrayKeeper keeper, Regions regions, RequestLanguage language, TimeProvider clock, HttpContext http) =>
        TrayPageEndpoints.WithTrayAsync(code, keeper, http, tray =>
        {
            var sheet = FeedSheet.Of(http.Request, Trays.Texts.In(language.Language)["Tray"], language.Language, clock.GetUtcNow());
            var written = new ArrayBufferWriter<byte>();
            var writer = new CalendarWriter(written);
            writer.BeginCalendar(sheet.Title);
            var events = new CalendarEvents(writer, sheet, regions);
            foreach (var item in tray.Items)
            {
                if (item.Placed is { } placed)
                {
                    events.Write(placed);
                }
            }

            writer.EndCalendar();
            return Results.Bytes(written.WrittenMemory.ToArray(), $"{CalendarWriter.ContentType}; charset=utf-8");
        });
}
