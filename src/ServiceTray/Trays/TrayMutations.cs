using ServiceTray.Languages;

namespace ServiceTray.Trays;

/// <summary>Keeping trays, as asked over GraphQL.</summary>
internal static class TrayMutations
{
    public static Task<SaveTrayPayload> SaveTrayAsync(SaveTrayInput input, TrayKeeper keeper, HttpContext http, CancellationToken cancellationToken) =>
        keeper.SaveAsync(input, http.Connection.RemoteIpAddress, cancellationToken);

    public static Task<bool> DeleteTrayAsync(string code, string editKey, TrayKeeper keeper, HttpContext http, CancellationToken cancellationToken) =>
        keeper.TakeAwayAsync(code, editKey, http.Connection.RemoteIpAddress, cancellationToken);

    public static async Task<MailTrayPayload> MailTrayAsync(
        string code, string to, Language? language, TrayMailer mailer, RequestLanguage request, HttpContext http, CancellationToken cancellationToken) =>
        await mailer.SendAsync(code, to, language ?? request.Language, http.Connection.RemoteIpAddress, cancellationToken) is { } error
            ? new MailTrayPayload(false, [error])
            : new MailTrayPayload(true, []);
}

/// <summary>What comes of mailing a tray.</summary>
internal sealed record MailTrayPayload(bool Posted, IReadOnlyList<TrayError> Errors);
