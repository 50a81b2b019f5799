namespace ServiceTray.Accounts.Agreements;

/// <summary>Agreeing with helpers, as asked over GraphQL; a refusal stands in the payload.</summary>
internal static class HelperMutations
{
    public static Task<HelperAgreementPayload> AgreeWithHelperAsync(string organisation, string helper, CurrentCaller current, HelperDesk desk, CancellationToken cancellationToken) =>
        TellAsync(() => desk.AgreeAsync(current.Caller, IdOf(organisation), IdOf(helper), cancellationToken));

    public static Task<HelperAgreementPayload> EndHelperAgreementAsync(string id, CurrentCaller current, HelperDesk desk, CancellationToken cancellationToken) =>
        TellAsync(() => desk.EndAsync(current.Caller, IdOf(id), cancellationToken));

    private static Guid IdOf(string id) => Guid.TryParse(id, out var key) ? key : Guid.Empty;

    private static async Task<HelperAgreementPayload> TellAsync(Func<Task<AgreedHelp>> act)
    {
        try
        {
            return new HelperAgreementPayload(await act(), []);
        }
        catch (HelperUnknownException refused)
        {
            return new HelperAgreementPayload(null, [new HelperAgreementError(refused.Code, refused.Message)]);
        }
    }
}

/// <summary>What came of a mutation.</summary>
internal sealed record HelperAgreementPayload(AgreedHelp? Agreement, IReadOnlyList<HelperAgreementError> Errors);

/// <summary>Why an agreement was refused.</summary>
internal sealed record HelperAgreementError(string Code, string Text);
