using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceTray.Import.Schedule;
using ServiceTray.Languages;
using ServiceTray.Web.Rest;

namespace ServiceTray.Import;

/// <summary>Runs over REST.</summary>
internal static class ImportEndpoints
{
    public static RouteGroupBuilder MapImportEndpoints(this RouteGroupBuilder api)
    {
        api.MapGet("/imports", ListAsync).WithName("listImports").WithTags("Imports")
            .WithSummary("The latest runs of sources")
            .WithDescription("The hundred latest runs of the sources that records come from, each with its report, latest first. For administrators.");
        api.MapGet("/imports/schedule", ScheduleAsync).WithName("listScheduledImports").WithTags("Imports")
            .WithSummary("The sources that are read by themselves")
            .WithDescription("Each with its latest run, how often it failed in a row, and when it is read next. For administrators.");
        api.MapGet("/imports/{id}", GetAsync).WithName("getImport").WithTags("Imports")
            .WithSummary("One run of a source").WithDescription("How far it is, what it read and did, and what it could not take. For administrators.");
        return api;
    }

    private static async Task<Ok<IReadOnlyList<ImportRunAnswer>>> ListAsync(ImportDesk desk, RequestLanguage request, CancellationToken cancellationToken) =>
        TypedResults.Ok<IReadOnlyList<ImportRunAnswer>>([.. (await desk.ListAsync(ImportDesk.MostAtOnce, cancellationToken)).Select(run => ImportRunAnswer.Of(run).In(request.Language))]);

    private static async Task<Ok<IReadOnlyList<ScheduledRuns>>> ScheduleAsync(ScheduleDesk desk, RequestLanguage request, CancellationToken cancellationToken) =>
        TypedResults.Ok<IReadOnlyList<ScheduledRuns>>([.. (await desk.ListAsync(cancellationToken)).Select(runs => runs.In(request.Language))]);

    private static async Task<Results<Ok<ImportRunAnswer>, Unknown>> GetAsync(
        [Description("A UUID that the list gave.")] string id, ImportDesk desk, RequestLanguage request, CancellationToken cancellationToken) =>
        Guid.TryParseExact(id, "D", out var key) && await desk.OpenAsync(key, cancellationToken) is { } run
            ? TypedResults.Ok(ImportRunAnswer.Of(run).In(request.Language))
            : new Unknown();
}
