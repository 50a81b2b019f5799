using System.Text;
using Microsoft.AspNetCore.Mvc;
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

    /// <summary>The largest table that may be sent, in megabytes; it waits on disk, not in memory.</summary>
    public const int LargestMegabytes = 20;

    private const int Shown = 50;

    private const int LargestForm = (LargestMegabytes * 1024 * 1024) + (64 * 1024);

    public static void MapImportPages(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, ListAsync).ExcludeFromDescription();
        app.MapPost(Path, SendAsync).WithMetadata(new RequestSizeLimitAttribute(LargestForm)).ExcludeFromDescription();
        app.MapGet(TemplatePath, () => Results.File(Encoding.UTF8.GetBytes(CsvTemplate.Text), "text/csv; charset=utf-8", CsvTemplate.FileName)).ExcludeFromDescription();
        app.MapGet($"{Path}/{{id}}", OpenAsync).ExcludeFromDescription();
        app.MapPost($"{Path}/{{id}}", AnswerAsync).ExcludeFromDescription();
    }

    private static Task<IResult> ListAsync(HttpContext context, ImportDesk desk, ScheduleDesk schedule) =>
        ShowAsync(context, desk, schedule, new SentTable(null, CsvTemplate.SourceName, false));

    private static async Task<IResult> ShowAsync(HttpContext context, ImportDesk desk, ScheduleDesk schedule, SentTable sent)
    {
        var runs = await desk.ListAsync(Shown, context.RequestAborted);
        var read = await schedule.ListAsync(context.RequestAborted);
        return FormPage.Of<ImportRunsPage, ImportRunsShown>(
            context, token => new([.. runs.Select(ImportRunAnswer.Of)], read, sent, token), sent.Wrong is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Tries a table or takes it in; what is wrong with it as a whole is told where it was sent.</summary>
    private static async Task<IResult> SendAsync(HttpContext context, ImportDesk desk, ScheduleDesk schedule, CsvDesk tables, RequestLanguage language, TimeProvider clock)
    {
        var fields = await FormPage.ReadAsync(context);
        var (name, isWhole, isTry) = ($"{fields["source"]}".Trim(), fields["whole"] == "yes", fields["act"] != "take");
        var words = Texts.In(language.Language);
        if (fields.Files["table"] is not { Length: > 0 } file || !SourceName.IsGood(name))
        {
            return await ShowAsync(context, desk, schedule, new SentTable(SourceName.IsGood(name) ? words["Send.NoFile"] : words["Send.NoName"], name, isWhole));
        }

        await using var table = file.OpenReadStream();
        try
        {
            var report = await tables.RunAsync(new CsvWish(System.IO.Path.GetFileName(file.FileName), null, isWhole, name, null, table), isTry, context.RequestAborted);
            return report.Run is { } run
                ? Results.Redirect(language.Link($"{Path}/{run}"))
                : FormPage.Of<ImportRunPage, ImportRunShown>(context, token => new(ImportRunAnswer.OfTry(name, file.FileName, clock.GetUtcNow(), report), token, IsTry: true));
        }
        catch (ImportException refused)
        {
            return await ShowAsync(context, desk, schedule, new SentTable(words.Of(refused.Kind), name, isWhole, refused.Message));
        }
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

/// <summary>The latest runs, the sources that are read by themselves, and the table that was sent just now.</summary>
internal sealed record ImportRunsShown(IReadOnlyList<ImportRunAnswer> Runs, IReadOnlyList<ScheduledRuns> Schedule, SentTable Sent, AntiforgeryTokenSet Token);

/// <summary>What is wrong with a table that was sent as a whole, in the reader's language and exactly in English, and what was said of it.</summary>
internal sealed record SentTable(string? Wrong, string Source, bool IsWhole, string? Exactly = null);

/// <summary>One run, what its form carries, and whether it only tried.</summary>
internal sealed record ImportRunShown(ImportRunAnswer Run, AntiforgeryTokenSet Token, bool IsTry = false);
