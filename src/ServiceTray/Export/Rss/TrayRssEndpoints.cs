using System.IO.Pipelines;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Trays;

namespace ServiceTray.Export.Rss;

/// <summary>A tray for its reader's own feed reader, by its reading code.</summary>
internal static class TrayRssEndpoints
{
    public static void MapTrayRss(this IEndpointRouteBuilder app) => app
        .MapGet($"{TrayAddresses.Open}/{{code}}/{TrayAddresses.Feed}", AnswerAsync)
        .ExcludeFromDescription();

    private static Task<IResult> AnswerAsync(string code, TrayKeeper keeper, RequestLanguage language, TimeProvider clock, HttpContext http) =>
        TrayPageEndpoints.WithTrayAsync(code, keeper, http, tray =>
        {
            var sheet = FeedSheet.Of(http.Request, Trays.Texts.In(language.Language)["Tray"], language.Language, clock.GetUtcNow());
            var rss = http.RequestServices.GetRequiredKeyedService<IFeedFormat>("rss");
            var placed = tray.Items.Select(item => item.Placed).OfType<PlacedOffering>().ToAsyncEnumerable();
            return Results.Stream(
                async stream =>
                {
                    var output = PipeWriter.Create(stream);
                    await rss.WriteAsync(output, sheet, placed, http.RequestAborted);
                    await output.CompleteAsync();
                },
                rss.ContentType);
        });
}
