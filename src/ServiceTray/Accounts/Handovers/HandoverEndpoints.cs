using Microsoft.AspNetCore.Antiforgery;
using ServiceTray.Accounts.Own;
using ServiceTray.Languages;
using ServiceTray.Web;

namespace ServiceTray.Accounts.Handovers;

/// <summary>Handing one's account over by a code, and taking one over, as pages.</summary>
internal static class HandoverEndpoints
{
    public const string MakePath = $"{AccountEndpoints.Path}/luovutus";

    public const string TakePath = "/kirjaudu/luovutus";

    public static void MapHandovers(this IEndpointRouteBuilder app)
    {
        app.MapPost(MakePath, MakeAsync).LimitFailures().ExcludeFromDescription();
        app.MapGet(TakePath, (HttpContext context) => Page(context, new TakenForm("", ""), null, StatusCodes.Status200OK)).ExcludeFromDescription();
        app.MapPost(TakePath, TakeAsync).LimitFailures().ExcludeFromDescription();
    }

    // Whoever sits at an open browser must not take the account along.
    private static async Task<IResult> MakeAsync(HttpContext context, CurrentCaller current, HandoverDesk desk, OwnAccountDesk own)
    {
        var fields = await FormPage.ReadAsync(context);
        if (await own.ConfirmAsync(current.Caller, fields["password"].ToString(), context.RequestAborted) is { } problem)
        {
            return await AccountEndpoints.ShowAsync(context, told: new(null, null, Handover: $"{nameof(OwnAccountProblem)}.{problem}"), status: StatusCodes.Status422UnprocessableEntity);
        }

        return await AccountEndpoints.ShowAsync(context, await desk.MakeAsync(current.Caller, context.RequestAborted));
    }

    private static async Task<IResult> TakeAsync(HttpContext context, IAntiforgery tokens, HandoverDesk desk, SignInDesk sessions, RequestLanguage language)
    {
        var fields = await PageForm.ReadAsync(context.Request, context.RequestAborted);
        var form = new TakenForm(fields["code"].ToString(), fields["displayName"].ToString());
        if (!await tokens.IsRequestValidAsync(context))
        {
            return Page(context, form, "Problem.Stale", StatusCodes.Status400BadRequest);
        }

        try
        {
            var account = await desk.TakeAsync(form.Code, form.DisplayName, fields["password"].ToString(), context.RequestAborted);
            await SessionCookie.GiveAsync(context, await sessions.StartAsync(account.Id, context.RequestAborted));
            return Results.Redirect(language.Link(ReturnPath.Usual));
        }
        catch (InvitationUnknownException)
        {
            return Page(context, form, "Problem.Code", StatusCodes.Status422UnprocessableEntity);
        }
        catch (AccountRefusedException refused)
        {
            return Page(context, form, $"{nameof(AccountProblem)}.{refused.Problem}", StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static IResult Page(HttpContext context, TakenForm form, string? problem, int status) =>
        FormPage.Of<HandoverPage, HandoverShown>(context, token => new(form, problem, token), status);
}

/// <summary>What was typed, without the password.</summary>
internal sealed record TakenForm(string Code, string DisplayName);

/// <summary>The form of who takes an account over; the problem is a key of the room's texts.</summary>
internal sealed record HandoverShown(TakenForm Form, string? Problem, AntiforgeryTokenSet Token);
