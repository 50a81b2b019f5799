using Microsoft.AspNetCore.Antiforgery;
using ServiceTray.Languages;
using ServiceTray.Web;

namespace ServiceTray.Feedback;

/// <summary>The accessibility statement with its feedback form, and the thanks.</summary>
internal static class FeedbackEndpoints
{
    public const string Path = "/saavutettavuus";

    public static void MapFeedback(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (HttpContext context, IAntiforgery tokens) => Page(context, tokens, FeedbackForm.Empty, [], StatusCodes.Status200OK)).ExcludeFromDescription();
        app.MapPost(Path, TakeAsync).ExcludeFromDescription();
        app.MapGet($"{Path}/kiitos", () => PageAnswer.Of<FeedbackThanks>()).ExcludeFromDescription();
        app.MapOfferingFeedback();
        app.MapFeedbackWork();
    }

    private static async Task<IResult> TakeAsync(HttpContext context, IAntiforgery tokens, FeedbackBox box, RequestLanguage language)
    {
        var fields = await PageForm.ReadAsync(context.Request, context.RequestAborted);
        var form = new FeedbackForm(fields["message"].ToString(), fields["page"].ToString(), fields["replyTo"].ToString());
        if (!await tokens.IsRequestValidAsync(context))
        {
            return Page(context, tokens, form, [new("message", "Problem.Stale", 0)], StatusCodes.Status400BadRequest);
        }

        if (form.Problems is { Count: > 0 } problems)
        {
            return Page(context, tokens, form, problems, StatusCodes.Status422UnprocessableEntity);
        }

        return await box.TakeAsync(form, language.Language, context.Connection.RemoteIpAddress, context.RequestAborted)
            ? Results.Redirect(language.Link($"{Path}/kiitos"), permanent: false, preserveMethod: false)
            : ErrorEndpoints.Of(StatusCodes.Status429TooManyRequests);
    }

    private static IResult Page(HttpContext context, IAntiforgery tokens, FeedbackForm form, IReadOnlyList<FeedbackProblem> problems, int status)
    {
        context.Response.Headers.CacheControl = "private, no-store";
        return PageAnswer.Of<AccessibilityPage, FeedbackShown>(new(form, problems, tokens.GetAndStoreTokens(context)), status);
    }
}

/// <summary>The form as the page shows it, with what is wrong and the token that says it is this page's own.</summary>
internal sealed record FeedbackShown(FeedbackForm Form, IReadOnlyList<FeedbackProblem> Problems, AntiforgeryTokenSet Token);
