using ServiceTray.Codes;

namespace ServiceTray.Trays;

/// <summary>Trays, as asked over GraphQL.</summary>
internal static class TrayQueries
{
    public static Task<Tray?> TrayAsync(string code, TrayKeeper keeper, HttpContext http, CancellationToken cancellationToken)
    {
        CodeByGetException.ThrowIf(http.Request);
        return keeper.ReadAsync(code, http.Connection.RemoteIpAddress, cancellationToken);
    }
}
