using ServiceTray.Codes;
using ServiceTray.Languages;
using ServiceTray.Referrals.Programmes;
using ServiceTray.Trays;
using ServiceTray.Web;

namespace ServiceTray.Referrals.Pages;

/// <summary>The client's paper, made of what the page that shows her code has just told: nothing is looked up, so nothing is in the log.</summary>
internal static class PaperEndpoints
{
    public static void MapClientPaper(this IEndpointRouteBuilder app) => app.MapPost(ReferralPaths.Paper, PrintAsync).DisableAntiforgery().ExcludeFromDescription();

    private static async Task<IResult> PrintAsync(HttpContext http, ProgrammeShelf shelf, ClientPaper paper, CodeGuard guard, RequestLanguage language, ReferralSettings settings)
    {
        var fields = await PageForm.ReadAsync(http.Request, http.RequestAborted);
        if (!SecretCode.TryRead(fields["code"].ToString(), out var code) || shelf.Find(fields["programme"].ToString()) is not { IsOn: true } programme)
        {
            return ErrorEndpoints.Of(StatusCodes.Status400BadRequest);
        }

        if (!SheetFonts.AreThere)
        {
            return ErrorEndpoints.Of(StatusCodes.Status503ServiceUnavailable);
        }

        try
        {
            guard.LetMake(http.Connection.RemoteIpAddress);
        }
        catch (TooManyTriesException)
        {
            return ErrorEndpoints.Of(StatusCodes.Status429TooManyRequests);
        }

        http.Response.Headers.CacheControl = "no-store";
        var contact = Guid.TryParse(fields["receiver"], out var receiver) ? programme.RecipientOrNull(receiver) : null;
        return Results.Bytes(SheetPrinter.Print(paper.Write(code.Words, programme, contact, ReferralPaths.OwnFrom(settings, http.Request), language.Language)), "application/pdf");
    }
}
