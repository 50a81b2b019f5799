namespace ServiceTray.Accounts.Agreements;

/// <summary>Helpers and agreements with them, as asked over GraphQL.</summary>
internal static class HelperQueries
{
    public static async ValueTask<IReadOnlyList<HelperPerson>> HelpersAsync(HelperDesk desk, CancellationToken cancellationToken) => await desk.HelpersAsync(cancellationToken);

    public static async ValueTask<IReadOnlyList<AgreedHelp>> HelperAgreementsAsync(CurrentCaller current, HelperDesk desk, CancellationToken cancellationToken) =>
        await desk.ListAsync(current.Caller, cancellationToken);
}
