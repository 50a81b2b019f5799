using ServiceTray.Accounts;
using ServiceTray.Codes;
using ServiceTray.Referrals.Programmes;

namespace ServiceTray.Referrals;

/// <summary>Referrals, as asked over GraphQL.</summary>
internal static class ReferralQueries
{
    public static IReadOnlyList<Programme> Programmes(ProgrammeShelf shelf) => shelf.All;

    public static async Task<ReferralList?> ReferralsAsync(
        ReferralBox box, ReferralState? state, bool overdue, bool ended, int first, string? after, ReferralFinder finder, CurrentCaller current, CancellationToken cancellationToken) =>
        await finder.ListAsync(new ReferralListing(box, state, overdue, ended, first, after), current.Caller, cancellationToken);

    public static async Task<ReferralShown?> ReferralAsync(Guid? id, ReferralFinder finder, CurrentCaller current, CancellationToken cancellationToken)
    {
        current.Caller.SignedIn();
        return id is { } told ? await finder.FindAsync(told, current.Caller, cancellationToken) : null;
    }

    public static async Task<ClientSight?> ReferralByCodeAsync(string code, string? pin, ClientDesk desk, HttpContext http, CancellationToken cancellationToken)
    {
        CodeByGetException.ThrowIf(http.Request);
        return await desk.FindAsync(ClientKey.Of(http, code, pin), cancellationToken);
    }
}
