namespace ServiceTray.Trays;

/// <summary>Keeping trays, as asked over GraphQL.</summary>
internal static class TrayMutations
{
    public static Task<SaveTrayPayload> SaveTrayAsync(SaveTrayInput input, TrayKeeper keeper, HttpContext http, CancellationToken cancellationToken) =>
        keeper.SaveAsync(input, http.Connection.RemoteIpAddress, cancellationToken);

    public static Task<bool> DeleteTrayAsync(string code, string editKey, TrayKeeper keeper, HttpContext http, CancellationToken cancellationToken) =>
        keeper.TakeAwayAsync(code, editKey, http.Connection.RemoteIpAddress, cancellationToken);
}
