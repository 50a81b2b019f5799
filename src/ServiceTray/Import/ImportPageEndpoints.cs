using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using ServiceTray.Import.Csv;
using ServiceTray.Import.Schedule;
using ServiceTray.Languages;
using ServiceTray.Web;

namespace ServiceTray.Import;

/// <summary>The runs of sources as pages, where an administrator answers one that asks.</summary>
internal static class ImportPageEndpoints
{
    public const string Path = "/oma/tuonnit";

    public const string TemplatePath = $"{Path}/{CsvTemplate.FileName}";

    private const int Shown = 50;

    public static void MapImportPages(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, ListAsync).ExcludeFromDescription();
        app.MapGet(TemplatePath, () => Results.File(Encoding.UTF8.GetBytes(CsvTemplate.Text), "text/csv; charset=utf-8", CsvTemplate.FileName)).ExcludeFromDescription();
        app.MapGet($"{Path}/{{id}}", OpenAsync).ExcludeFromDescription();
        app.MapPost($"{Path}/{{id}}", AnswerAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> ListAsync(HttpContext context, ImportDesk desk, ScheduleDesk schedule)
    {
        var runs = await desk.ListAsync(Shown, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        return PageAnswer.Of<ImportRunsPage, ImportRunsShown>(new([.. runs.Select(ImportRunAnswer.Of)], await schedule.ListAsync(context.RequestAborted)));
    }

    private static async Task<IResult> OpenAsync(string id, HttpContext context, ImportDesk desk) =>
        Guid.TryParseExact(id, "D", out var key) && await desk.OpenAsync(key, context.RequestAborted) is { } run
            ? FormPage.Of<ImportRunPage, ImportRunShown>(context, token => new(ImportRunAnswer.Of(run), token))
            : ErrorEndpoints.Of(StatusCodes.Status404NotFound);

    private static async Task<IResult> AnswerAsync(string id, HttpContext context, ImportDesk desk, ImportClock clock, RequestLanguage language)
    {
        var fields = await FormPage.ReadAsync(context);
        if (!Guid.TryParseExact(id, "D", out var key) || await desk.OpenAsync(key, context.RequestAborted) is null)
        {
            return ErrorEndpoints.Of(StatusCodes.Status404NotFound);
        }

        // Answered by another meanwhile: the page shows what became of it.
        await desk.AnswerAsync(key, fields["answer"] == "yes", context.RequestAborted);
        clock.Wake();
        return Results.Redirect(language.Link($"{Path}/{key}"));
    }
}

/// <summary>The latest runs, and the sources that are read by themselves.</summary>
internal sealed record ImportRunsShown(IReadOnlyList<ImportRunAnswer> Runs, IReadOnlyList<ScheduledRuns> Schedule);

/// <summary>One run, and what its form carries.</summary>
internal sealed record ImportRunShown(ImportRunAnswer Run, AntiforgeryTokenSet Token);
