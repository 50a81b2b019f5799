using ServiceTray.Accounts;

namespace ServiceTray.Publishing;

/// <summary>Drafts, as asked over GraphQL.</summary>
internal static class PublishingQueries
{
    public static async ValueTask<IReadOnlyList<Draft>> OfferingDraftsAsync(string organisation, CurrentCaller current, DraftReader reader, CancellationToken cancellationToken) =>
        Guid.TryParse(organisation, out var id) && await reader.ListAsync(current.Caller, id, cancellationToken) is { } own
            ? [.. own.Select(offering => offering.Draft).OfType<Draft>()]
            : throw new DraftUnknownException();

    public static async ValueTask<Draft?> OfferingDraftAsync(string id, CurrentCaller current, DraftReader reader, CancellationToken cancellationToken) =>
        Guid.TryParse(id, out var key) ? await reader.OpenAsync(current.Caller, key, cancellationToken) : null;
}
