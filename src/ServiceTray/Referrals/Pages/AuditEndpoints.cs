using System.Globalization;
using ServiceTray.Accounts;
using ServiceTray.Web;

namespace ServiceTray.Referrals.Pages;

/// <summary>The log as a page of auditors.</summary>
internal static class AuditEndpoints
{
    public const string BeforeField = "ennen";
    public const string CheckField = "tarkistus";

    private const int Rows = 100;

    public static void MapAudit(this IEndpointRouteBuilder app) => app.MapGet(ReferralPaths.Audit, ShowAsync).ExcludeFromDescription();

    private static async Task<IResult> ShowAsync(HttpContext context, AuditReader reader, CurrentCaller current)
    {
        var before = int.TryParse(context.Request.Query[BeforeField], NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? told : (int?)null;
        context.Response.Headers.CacheControl = "no-store";
        var page = await reader.ListAsync(new AuditListing(Rows, before), current.Caller, context.RequestAborted);
        var isChecked = context.Request.Query.ContainsKey(CheckField);
        return PageAnswer.Of<AuditLogPage, AuditShown>(new(page, isChecked, isChecked ? await reader.FirstBrokenAsync(current.Caller, context.RequestAborted) : null));
    }
}

/// <summary>A piece of the log; when it was asked whether all is whole, the first entry that is not.</summary>
internal sealed record AuditShown(AuditPage Page, bool IsChecked, long? FirstBroken);
