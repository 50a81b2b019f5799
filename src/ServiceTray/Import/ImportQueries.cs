using ServiceTray.Import.Schedule;
using ServiceTray.Languages;
using ServiceTray.Refusals;

namespace ServiceTray.Import;

/// <summary>Runs, as asked over GraphQL.</summary>
internal static class ImportQueries
{
    public static async ValueTask<IReadOnlyList<ImportRunAnswer>?> ImportRunsAsync(int first, ImportDesk desk, RequestLanguage request, CancellationToken cancellationToken) =>
        first is >= 0 and <= ImportDesk.MostAtOnce
            ? [.. (await desk.ListAsync(first, cancellationToken)).Select(run => ImportRunAnswer.Of(run).In(request.Language))]
            : throw new PageSizeInvalidException(ImportDesk.MostAtOnce);

    public static async ValueTask<IReadOnlyList<ScheduledRuns>?> ScheduledImportsAsync(ScheduleDesk desk, RequestLanguage request, CancellationToken cancellationToken) =>
        [.. (await desk.ListAsync(cancellationToken)).Select(runs => runs.In(request.Language))];

    public static async ValueTask<ImportRunAnswer?> ImportRunAsync(string id, ImportDesk desk, RequestLanguage request, CancellationToken cancellationToken) =>
        Guid.TryParse(id, out var key) && await desk.OpenAsync(key, cancellationToken) is { } run ? ImportRunAnswer.Of(run).In(request.Language) : null;
}
