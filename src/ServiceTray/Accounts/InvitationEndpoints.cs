using Microsoft.AspNetCore.Antiforgery;
using ServiceTray.Languages;
using ServiceTray.Web;

namespace ServiceTray.Accounts;

/// <summary>Taking an invitation's code, as a page: a new account, or one more role for the one signed in.</summary>
internal static class InvitationEndpoints
{
    public const string Path = "/kutsu";

    public static void MapInvitations(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (HttpContext context, CurrentCaller current) => Page(context, current, InvitedForm.Empty, null, StatusCodes.Status200OK)).ExcludeFromDescription();
        app.MapPost(Path, AcceptAsync).LimitFailures().ExcludeFromDescription();
    }

    private static async Task<IResult> AcceptAsync(HttpContext context, IAntiforgery tokens, CurrentCaller current, InvitationDesk desk, SignInDesk sessions, RequestLanguage language)
    {
        var fields = await PageForm.ReadAsync(context.Request, context.RequestAborted);
        var form = new InvitedForm(fields["code"].ToString(), fields["name"].ToString(), fields["displayName"].ToString());
        if (!await tokens.IsRequestValidAsync(context))
        {
            return Page(context, current, form, "Problem.Stale", StatusCodes.Status400BadRequest);
        }

        try
        {
            if (current.Caller is { IsSignedIn: true, Scopes: null } caller)
            {
                await desk.AcceptAsync(form.Code, caller.SignedIn(), context.RequestAborted);
            }
            else
            {
                var account = await desk.AcceptAsync(form.Code, new NewAccount(form.Name, form.DisplayName, fields["password"].ToString()), context.RequestAborted);
                await SessionCookie.GiveAsync(context, await sessions.StartAsync(account.Id, context.RequestAborted));
            }

            return Results.Redirect(language.Link(ReturnPath.Usual));
        }
        catch (InvitationUnknownException)
        {
            return Page(context, current, form, "Problem.Code", StatusCodes.Status422UnprocessableEntity);
        }
        catch (AccountRefusedException refused)
        {
            return Page(context, current, form, $"{nameof(AccountProblem)}.{refused.Problem}", StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static IResult Page(HttpContext context, CurrentCaller current, InvitedForm form, string? problem, int status) =>
        FormPage.Of<InvitationPage, InvitedShown>(context, token => new(form, problem, current.Caller is { IsSignedIn: true } caller ? caller.DisplayName : null, token), status);
}

/// <summary>What was typed, without the password.</summary>
internal sealed record InvitedForm(string Code, string Name, string DisplayName)
{
    public static InvitedForm Empty { get; } = new("", "", "");
}

/// <summary>The form as the page shows it, and whom the role would come to; null: a new account.</summary>
internal sealed record InvitedShown(InvitedForm Form, string? Problem, string? SignedInAs, AntiforgeryTokenSet Token);
