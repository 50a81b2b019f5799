using ServiceTray.Codes;
using ServiceTray.Languages;
using ServiceTray.Web;

namespace ServiceTray.Trays;

/// <summary>A tray's link by mail, from its page.</summary>
internal static class TrayMailEndpoints
{
    public const string Mail = "posti";
    public const string ToField = "to";

    public static void MapTrayMail(this IEndpointRouteBuilder app) =>
        app.MapPost($"{TrayAddresses.Open}/{{code}}/{Mail}", SendAsync).DisableAntiforgery().ExcludeFromDescription();

    private static async Task<IResult> SendAsync(string code, TrayMailer mailer, TrayKeeper keeper, RequestLanguage language, TimeProvider clock, HttpContext http)
    {
        var to = $"{(await PageForm.ReadAsync(http.Request, http.RequestAborted))[ToField]}";
        try
        {
            var error = await mailer.SendAsync(code, to, language.Language, http.Connection.RemoteIpAddress, http.RequestAborted);
            return await TrayPageEndpoints.WithTrayAsync(code, keeper, http, tray => TrayPageEndpoints.Show(http, tray, clock, error is null
                ? new TrayMailed(null, "")
                : new TrayMailed(error, to)));
        }
        catch (TooManyTriesException)
        {
            return ErrorEndpoints.Of(StatusCodes.Status429TooManyRequests);
        }
    }
}

/// <summary>What came of mailing a tray from its page: an error with what was written, or none.</summary>
internal sealed record TrayMailed(TrayError? Error, string To);
