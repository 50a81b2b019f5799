using ServiceTray.Accounts;
using ServiceTray.GraphQL;
using ServiceTray.Languages;
using ServiceTray.Organisations;

namespace ServiceTray.Publishing;

/// <summary>What a draft tells over GraphQL besides its own members.</summary>
internal static class DraftFields
{
    public static ValueTask<Organisation?> OrganisationAsync(Draft draft, OrganisationLoader organisations) => organisations.LoadAsync(draft.OrganisationId);

    public static Text? Name(Draft draft, [Enclosing] Language? language, RequestLanguage request) => draft.Content.Name.TextOrNull(language ?? request.Language);

    public static Text? Summary(Draft draft, [Enclosing] Language? language, RequestLanguage request) => draft.Content.Summary.TextOrNull(language ?? request.Language);

    public static int Completeness(Draft draft) => Publishing.Completeness.Of(draft.Content).Score;

    public static string? MendFirst(Draft draft) => Publishing.Completeness.Of(draft.Content).MendFirst;

    public static async ValueTask<IReadOnlyList<string>> KeptFieldsAsync(Draft draft, DraftReader reader, CancellationToken cancellationToken) =>
        await reader.KeptAsync(draft.Id, cancellationToken);

    public static async ValueTask<IReadOnlyList<Edition>> HistoryAsync(Draft draft, CurrentCaller current, DraftReader reader, CancellationToken cancellationToken) =>
        await reader.HistoryAsync(current.Caller, draft.Id, cancellationToken) ?? [];
}
