using ServiceTray.Languages;
using ServiceTray.Places;
using ServiceTray.Refusals;

namespace ServiceTray.Offerings.Duplicates;

/// <summary>Pairs that look like one, as asked over GraphQL.</summary>
internal static class DuplicateQueries
{
    public static async ValueTask<IReadOnlyList<DuplicateAnswer>?> DuplicatesAsync(
        PairState state, int first, DuplicateDesk desk, Regions regions, RequestLanguage request, CancellationToken cancellationToken) =>
        first is >= 0 and <= DuplicateDesk.MostAtOnce
            ? [.. (await desk.ListAsync(state, first, cancellationToken)).Select(pair => DuplicateAnswer.Of(pair, regions, request.Language))]
            : throw new PageSizeInvalidException(DuplicateDesk.MostAtOnce);
}
