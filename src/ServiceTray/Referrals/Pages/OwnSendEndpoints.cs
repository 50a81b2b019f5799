using Microsoft.AspNetCore.Antiforgery;
using ServiceTray.Codes;
using ServiceTray.Refusals;
using ServiceTray.Referrals.Programmes;
using ServiceTray.Web;

namespace ServiceTray.Referrals.Pages;

/// <summary>A client asks for a link person herself, without signing in.</summary>
internal static class OwnSendEndpoints
{
    public static void MapOwnSending(this IEndpointRouteBuilder app)
    {
        app.MapGet(ReferralPaths.OwnSend, (HttpContext context, ProgrammeShelf shelf, TimeProvider clock) =>
            Page(context, shelf, new SendForm(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues>()), SendForm.NewKey(clock), [], StatusCodes.Status200OK)).ExcludeFromDescription();
        app.MapPost(ReferralPaths.OwnSend, SendAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> SendAsync(HttpContext context, IAntiforgery tokens, ProgrammeShelf shelf, ReferralDesk desk, CodeGuard guard, TimeProvider clock)
    {
        var fields = await PageForm.ReadAsync(context.Request, context.RequestAborted);
        var form = new SendForm(fields.ToDictionary(field => field.Key, field => field.Value));
        if (!await tokens.IsRequestValidAsync(context))
        {
            return Page(context, shelf, form, form.Key, [new("Problem.Stale", null, null, [])], StatusCodes.Status400BadRequest);
        }

        try
        {
            guard.LetMake(context.Connection.RemoteIpAddress);
            var programme = Open(shelf) ?? throw ReferralRefusedException.ProgrammeOff;
            var sent = await desk.SendOwnAsync(form.Read(programme), form.Key, context.RequestAborted);
            context.Response.Headers.CacheControl = "no-store";
            return PageAnswer.Of<OwnSentPage, SentReferral>(sent);
        }
        catch (TooManyTriesException)
        {
            return ErrorEndpoints.Of(StatusCodes.Status429TooManyRequests);
        }
        catch (RefusalException refusal)
        {
            return Page(context, shelf, form, form.KeyAfter(refusal, clock), ReferralError.Of(refusal), StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static IResult Page(HttpContext context, ProgrammeShelf shelf, SendForm form, string key, IReadOnlyList<ReferralError> errors, int status) => Open(shelf) is { } programme
        ? FormPage.Of<OwnSendPage, OwnSendShown>(context, token => new(form, programme, key, errors, token), status)
        : ErrorEndpoints.Of(StatusCodes.Status404NotFound);

    private static Programme? Open(ProgrammeShelf shelf) => shelf.All.FirstOrDefault(programme => programme is { IsOn: true, IsOpenToClients: true });
}

/// <summary>The client's own form as the page shows it.</summary>
internal sealed record OwnSendShown(SendForm Form, Programme Programme, string Key, IReadOnlyList<ReferralError> Errors, AntiforgeryTokenSet Token);
