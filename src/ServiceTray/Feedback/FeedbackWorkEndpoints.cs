using Microsoft.AspNetCore.Antiforgery;
using ServiceTray.Accounts;
using ServiceTray.Codes;
using ServiceTray.Languages;
using ServiceTray.Refusals;
using ServiceTray.Web;

namespace ServiceTray.Feedback;

/// <summary>Feedback as a list of work: answered, or looked after in another way.</summary>
internal static class FeedbackWorkEndpoints
{
    public const string Path = "/oma/palautteet";

    public static void MapFeedbackWork(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (HttpContext context, FeedbackDesk desk, CurrentCaller current) => ShowAsync(context, desk, current.Caller, null)).ExcludeFromDescription();
        app.MapPost(Path, ActAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> ShowAsync(HttpContext context, FeedbackDesk desk, Caller caller, FeedbackTried? tried)
    {
        var list = await desk.ListAsync(caller, context.RequestAborted);
        return FormPage.Of<FeedbackWorkPage, FeedbackWorkShown>(
            context, token => new(list, tried, token), tried is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> ActAsync(HttpContext context, FeedbackDesk desk, CurrentCaller current, RequestLanguage language)
    {
        var fields = await FormPage.ReadAsync(context);
        if (!Guid.TryParseExact(fields["note"], "D", out var note))
        {
            throw new FeedbackUnknownException();
        }

        var answer = $"{fields["answer"]}";
        try
        {
            await (fields["act"] == "answer"
                ? desk.AnswerAsync(current.Caller, note, answer, context.Connection.RemoteIpAddress, context.RequestAborted)
                : desk.CloseAsync(current.Caller, note, context.RequestAborted));
        }
        catch (RefusalException refused) when (refused is FeedbackClosedException or FeedbackAnswerException or TooManyTriesException)
        {
            return await ShowAsync(context, desk, current.Caller, new(note, answer, refused.Code));
        }

        return Results.Redirect(language.Link(Path));
    }
}

/// <summary>An answer that was not taken, and by what code.</summary>
internal sealed record FeedbackTried(Guid Note, string Answer, string Code);

/// <summary>The list as the page shows it.</summary>
internal sealed record FeedbackWorkShown(FeedbackList List, FeedbackTried? Tried, AntiforgeryTokenSet Token);
