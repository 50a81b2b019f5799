using ServiceTray.Accounts;

namespace ServiceTray.Referrals;

/// <summary>The log, as an auditor asks for it over GraphQL.</summary>
internal static class AuditQueries
{
    public static async Task<AuditPage?> ReferralAuditAsync(
        int first, int? before, Guid? account, Guid? unit, Guid? subject, AuditReader reader, CurrentCaller current, CancellationToken cancellationToken) =>
        await reader.ListAsync(new AuditListing(first, before, account, unit, subject), current.Caller, cancellationToken);
}

/// <summary>What a piece of the log tells of the whole.</summary>
internal static class AuditPageFields
{
    public static async Task<bool> IsWholeAsync(AuditPage page, AuditReader reader, CurrentCaller current, CancellationToken cancellationToken) =>
        await reader.FirstBrokenAsync(current.Caller, cancellationToken) is null;
}

/// <summary>What an entry of the log tells.</summary>
internal static class AuditEntryFields
{
    public static int Number(AuditEntry entry) => (int)entry.Seq;
}
