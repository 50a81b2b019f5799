using ServiceTray.Languages;
using ServiceTray.Web;

namespace ServiceTray.Accounts.Own;

/// <summary>Another password for one's own account, and its end, as posts of its page.</summary>
internal static class OwnAccountEndpoints
{
    public const string PasswordPath = $"{AccountEndpoints.Path}/salasana";

    public const string LanguagePath = $"{AccountEndpoints.Path}/kieli";

    public const string ClosePath = $"{AccountEndpoints.Path}/sulje";

    public static void MapOwnAccount(this IEndpointRouteBuilder app)
    {
        app.MapPost(PasswordPath, ChangeAsync).LimitFailures().ExcludeFromDescription();
        app.MapPost(LanguagePath, SetLanguageAsync).ExcludeFromDescription();
        app.MapPost(ClosePath, CloseAsync).LimitFailures().ExcludeFromDescription();
    }

    private static async Task<IResult> ChangeAsync(HttpContext context, CurrentCaller current, OwnAccountDesk desk)
    {
        var fields = await FormPage.ReadAsync(context);
        try
        {
            var problem = await desk.ChangePasswordAsync(current.Caller, SessionCookie.SessionOf(context.User), fields["old"].ToString(), fields["password"].ToString(), context.RequestAborted);
            return await ShowAsync(context, problem is { } wrong ? new($"{nameof(OwnAccountProblem)}.{wrong}", null) : new(null, null, IsChanged: true));
        }
        catch (AccountRefusedException refused)
        {
            return await ShowAsync(context, new($"{nameof(AccountProblem)}.{refused.Problem}", null));
        }
    }

    private static async Task<IResult> SetLanguageAsync(HttpContext context, CurrentCaller current, OwnAccountDesk desk, RequestLanguage shown)
    {
        var fields = await FormPage.ReadAsync(context);
        if (LanguageTags.Read(fields["language"].ToString()) is { } language)
        {
            await desk.SetLanguageAsync(current.Caller, language, context.RequestAborted);
        }

        return Results.Redirect(shown.Link(AccountEndpoints.Path));
    }

    private static async Task<IResult> CloseAsync(HttpContext context, CurrentCaller current, OwnAccountDesk desk)
    {
        var fields = await FormPage.ReadAsync(context);
        if (fields["sure"] != "yes")
        {
            return await ShowAsync(context, new(null, "Close.NotSure"));
        }

        if (await desk.CloseAsync(current.Caller, fields["password"].ToString(), context.RequestAborted) is { } problem)
        {
            return await ShowAsync(context, new(null, $"{nameof(OwnAccountProblem)}.{problem}"));
        }

        await SessionCookie.ForgetAsync(context);
        return PageAnswer.Of<AccountClosedPage>();
    }

    private static Task<IResult> ShowAsync(HttpContext context, OwnAccountTold told) =>
        AccountEndpoints.ShowAsync(context, told: told, status: told.IsChanged ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}

/// <summary>What came of it; the problems are keys of the room's texts.</summary>
internal sealed record OwnAccountTold(string? Password, string? Close, bool IsChanged = false, string? Handover = null);
