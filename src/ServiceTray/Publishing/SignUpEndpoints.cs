using Microsoft.AspNetCore.Antiforgery;
using ServiceTray.Accounts;
using ServiceTray.Languages;
using ServiceTray.Organisations;
using ServiceTray.Web;

namespace ServiceTray.Publishing;

/// <summary>An organisation's asking to publish, and an administrator's deciding, as pages.</summary>
internal static class SignUpEndpoints
{
    public const string Path = SignUpPaths.Path;

    public const string WaitingPath = SignUpPaths.Waiting;

    public static void MapSignUps(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, ShowAsync).ExcludeFromDescription();
        app.MapPost(Path, AskAsync).LimitFailures().ExcludeFromDescription();
        app.MapGet(WaitingPath, WaitingAsync).ExcludeFromDescription();
        app.MapPost(WaitingPath, DecideAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> ShowAsync(string? organisaatio, HttpContext context, OrganisationReader organisations) =>
        await PageAsync(context, SignUpForm.Empty with { Organisation = Guid.TryParseExact(organisaatio, "D", out var id) && await organisations.ReadAsync(id, context.RequestAborted) is not null ? id : null }, "", null, StatusCodes.Status200OK);

    private static async Task<IResult> AskAsync(HttpContext context, IAntiforgery tokens, CurrentCaller current, AccountKeeper accounts, SignInDesk sessions, SignUpDesk desk, RequestLanguage language)
    {
        var fields = await PageForm.ReadAsync(context.Request, context.RequestAborted);
        var form = new SignUpForm(
            Guid.TryParseExact(fields["organisation"], "D", out var id) ? id : null,
            fields["name"].ToString(),
            PublicWords.Read<OrganisationKind>(fields["kind"].ToString()) ?? OrganisationKind.Association,
            fields["businessId"].ToString(),
            fields["contact"].ToString());
        var displayName = fields["displayName"].ToString();
        if (!await tokens.IsRequestValidAsync(context))
        {
            return await PageAsync(context, form, displayName, "Problem.Stale", StatusCodes.Status400BadRequest);
        }

        // Both are looked at before an account is made, so that a slip in one leaves nothing behind.
        if (form.Problem is { } problem)
        {
            return await PageAsync(context, form, displayName, $"SignUp.{problem.Field}", StatusCodes.Status422UnprocessableEntity);
        }

        try
        {
            var hers = current.Caller is { IsSignedIn: true, Scopes: null } caller ? caller.Id : null;
            if (await desk.LetAskAsync(hers, form, context.Connection.RemoteIpAddress, context.RequestAborted) is not SignUpLeave.Given and var leave)
            {
                return await PageAsync(context, form, displayName, $"SignUp.{leave}", StatusCodes.Status422UnprocessableEntity);
            }

            var account = hers
                ?? (await accounts.MakeAsync(new NewAccount(fields["userName"].ToString(), displayName, fields["password"].ToString()), [], null, context.RequestAborted)).Id;
            await desk.AskAsync(account, form, context.RequestAborted);
            if (!current.Caller.IsSignedIn)
            {
                await SessionCookie.GiveAsync(context, await sessions.StartAsync(account, context.RequestAborted));
            }

            return Results.Redirect(language.Link(Path));
        }
        catch (AccountRefusedException refused)
        {
            return await PageAsync(context, form, displayName, $"{nameof(AccountProblem)}.{refused.Problem}", StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static async Task<IResult> WaitingAsync(string? jalkeen, HttpContext context, SignUpDesk desk)
    {
        var (waiting, hasMore) = await desk.WaitingAsync(Guid.TryParseExact(jalkeen, "D", out var after) ? after : null, context.RequestAborted);
        return FormPage.Of<SignUpsPage, SignUpsShown>(context, token => new(waiting, hasMore, token));
    }

    private static async Task<IResult> DecideAsync(HttpContext context, CurrentCaller current, SignUpDesk desk, RequestLanguage language)
    {
        var fields = await FormPage.ReadAsync(context);
        var words = fields["words"].ToString() is { Length: > 0 } told && !string.IsNullOrWhiteSpace(told) ? told : null;
        await desk.DecideAsync(current.Caller, Guid.TryParseExact(fields["signUp"], "D", out var id) ? id : Guid.Empty, fields["verify"] == "yes", words, context.RequestAborted);
        return Results.Redirect(language.Link(WaitingPath));
    }

    private static async Task<IResult> PageAsync(HttpContext context, SignUpForm form, string displayName, string? problem, int status)
    {
        var services = context.RequestServices;
        var claimed = form.Organisation is { } id ? await services.GetRequiredService<OrganisationReader>().ReadAsync(id, context.RequestAborted) : null;
        var caller = services.GetRequiredService<CurrentCaller>().Caller;
        var waiting = caller is { IsSignedIn: true, Scopes: null } ? await services.GetRequiredService<SignUpDesk>().WaitingOfAsync(caller.SignedIn(), context.RequestAborted) : [];
        var refused = caller is { IsSignedIn: true, Scopes: null } ? await services.GetRequiredService<SignUpDesk>().RefusedOfAsync(caller.SignedIn(), context.RequestAborted) : null;
        return FormPage.Of<SignUpPage, SignUpShown>(context, token => new(form, claimed, displayName, caller.IsSignedIn, waiting, refused, problem, token), status);
    }
}

/// <summary>The form as it is shown; the organisation is the one claimed, if any, and what waits and was refused is hers.</summary>
internal sealed record SignUpShown(SignUpForm Form, Organisation? Claimed, string DisplayName, bool IsSignedIn, IReadOnlyList<string> Waiting, SignUp? Refused, string? Problem, AntiforgeryTokenSet Token);

/// <summary>What waits, as an administrator sees it.</summary>
internal sealed record SignUpsShown(IReadOnlyList<WaitingSignUp> Waiting, bool HasMore, AntiforgeryTokenSet Token);
