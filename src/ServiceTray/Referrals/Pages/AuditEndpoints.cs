using System.Globalization;
using ServiceTray.Accounts;
using ServiceTray.Web;

namespace ServiceTray.Referrals.Pages;

/// <summary>The log as a page of auditors.</summary>
internal static class AuditEndpoints
{
    public const string BeforeField = "ennen";

    private const int Rows = 100;

    public static void MapAudit(this IEndpointRouteBuilder app) => app.MapGet(ReferralPaths.Audit, ShowAsync).ExcludeFromDescription();

    private static async Task<IResult> ShowAsync(HttpContext context, AuditReader reader, CurrentCaller current)
    {
        var before = int.TryParse(context.Request.Query[BeforeField], NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? told : (int?)null;
        context.Response.Headers.CacheControl = "no-store";
        return PageAnswer.Of<AuditLogPage, AuditPage>(await reader.ListAsync(new AuditListing(Rows, before), current.Caller, context.RequestAborted));
    }
}
