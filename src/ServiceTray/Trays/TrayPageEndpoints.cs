using ServiceTray.Codes;
using ServiceTray.Languages;
using ServiceTray.Web;

namespace ServiceTray.Trays;

/// <summary>The pages of a tray: read by its link, or by its code posted; all that the reading code opens.</summary>
internal static class TrayPageEndpoints
{
    public static void MapTrayPages(this IEndpointRouteBuilder app)
    {
        app.MapGet(TrayAddresses.Open, () => Asked(isMissing: false)).ExcludeFromDescription();
        app.MapPost(TrayAddresses.Open, OpenAsync).DisableAntiforgery().ExcludeFromDescription();
        app.MapGet($"{TrayAddresses.Open}/{{code}}", (string code, TrayKeeper keeper, TimeProvider clock, HttpContext http) =>
            WithTrayAsync(code, keeper, http, tray => Show(http, tray, clock))).ExcludeFromDescription();
        app.MapGet($"{TrayAddresses.Open}/{{code}}/{TrayAddresses.Print}", (string code, TrayKeeper keeper, TimeProvider clock, HttpContext http) =>
            WithTrayAsync(code, keeper, http, tray => PageAnswer.Of<TrayPrintPage, TrayShown>(new(tray, TrayAddresses.InFull(http.Request, tray.Code), clock.GetUtcNow()))))
            .ExcludeFromDescription();
        app.MapGet($"{TrayAddresses.Open}/{{code}}/qr.svg", (string code, TrayKeeper keeper, HttpContext http) =>
            WithTrayAsync(code, keeper, http, tray => Results.Text(QrPicture.Of(TrayAddresses.InFull(http.Request, tray.Code)).ToSvg(), "image/svg+xml")))
            .ExcludeFromDescription();
        app.MapGet($"{TrayAddresses.Open}/{{code}}/lista.pdf", (string code, TrayKeeper keeper, SheetWriter writer, RequestLanguage language, HttpContext http) =>
            WithTrayAsync(code, keeper, http, tray => SheetFonts.AreThere
                ? Results.Bytes(SheetPrinter.Print(writer.Write(tray, TrayAddresses.InFull(http.Request, tray.Code), language.Language)), "application/pdf")
                : ErrorEndpoints.Of(StatusCodes.Status503ServiceUnavailable))).ExcludeFromDescription();
        app.MapPost($"{TrayAddresses.Open}/{{code}}/kopio", CopyAsync).DisableAntiforgery().ExcludeFromDescription();
    }

    /// <summary>The page of a tray, with what came of mailing it.</summary>
    public static IResult Show(HttpContext http, Tray tray, TimeProvider clock, TrayMailed? mailed = null) => PageAnswer.Of<TrayPage, TrayShown>(
        new(tray, TrayAddresses.InFull(http.Request, tray.Code), clock.GetUtcNow()) { Mailed = mailed },
        mailed?.Error is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    /// <summary>The page that there is no such tray: the same for a wrong code as for one that is over.</summary>
    public static IResult Missing() => Asked(isMissing: true);

    /// <summary>Keeps an answer with a code out of caches and search engines.</summary>
    public static void KeepNowhere(HttpContext http)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
    }

    /// <summary>What is answered of a tray, once it is read; too many wrong codes from one network are told so.</summary>
    public static async Task<IResult> WithTrayAsync(string code, TrayKeeper keeper, HttpContext http, Func<Tray, IResult> answer)
    {
        KeepNowhere(http);
        try
        {
            return await keeper.ReadAsync(code, http.Connection.RemoteIpAddress, http.RequestAborted) is { } tray ? answer(tray) : Missing();
        }
        catch (TooManyTriesException)
        {
            return ErrorEndpoints.Of(StatusCodes.Status429TooManyRequests);
        }
    }

    private static async Task<IResult> OpenAsync(HttpContext http, TrayKeeper keeper, RequestLanguage language)
    {
        var fields = await PageForm.ReadAsync(http.Request, http.RequestAborted);
        return await WithTrayAsync($"{fields[TrayForm.CodeField]}", keeper, http, tray => SeeOther(language.Link(TrayAddresses.Of(tray.Code))));
    }

    private static Task<IResult> CopyAsync(string code, TrayKeeper keeper, PickCookie cookie, RequestLanguage language, HttpContext http) =>
        WithTrayAsync(code, keeper, http, tray =>
        {
            cookie.Write(http, cookie.Read(http.Request).With(tray.Items.Where(item => item.Offering is not null).Select(item => item.Id)));
            return SeeOther(language.Link(TrayAddresses.Picks));
        });

    private static IResult Asked(bool isMissing) =>
        PageAnswer.Of<TrayAskedPage, TrayAskedShown>(new(isMissing), isMissing ? StatusCodes.Status404NotFound : StatusCodes.Status200OK);

    private static IResult SeeOther(string address) => Results.Redirect(address, permanent: false, preserveMethod: false);
}
