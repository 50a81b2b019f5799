using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceTray.Accounts;
using ServiceTray.Languages;
using ServiceTray.Web.Rest;

namespace ServiceTray.Feedback;

/// <summary>Feedback over REST: sent by anybody, seen and looked after by those whose work it is.</summary>
internal static class FeedbackRestEndpoints
{
    public static RouteGroupBuilder MapFeedbackEndpoints(this RouteGroupBuilder api)
    {
        api.MapPost("/feedback", SendAsync).WithName("sendFeedback").WithTags("Feedback").MayRefuse().TakesBody().MayTire().Meets(StatusCodes.Status404NotFound)
            .WithSummary("Says something of an offering").WithDescription("How useful it was from 1 to 5, what is told wrongly, or words. Words are kept sealed for a year at most.");
        api.MapGet("/feedback", ListAsync).WithName("listFeedback").WithTags("Feedback").NeedsToken()
            .WithSummary("Feedback that waits").WithDescription("About the caller's organisations' offerings, in her counties, or all of it, the oldest first, at most 50.");
        api.MapPost("/feedback/{id}/answer", AnswerAsync).WithName("answerFeedback").WithTags("Feedback").MayRefuse().TakesBody().MayTire().NeedsToken().Meets(StatusCodes.Status404NotFound)
            .WithSummary("Answers by mail").WithDescription("To where an answer was hoped for; the note is then closed. With `close` alone it is closed without an answer.");
        return api;
    }

    private static async Task<NoContent> SendAsync(SendFeedbackInput feedback, FeedbackTaker taker, RequestLanguage language, HttpContext http, CancellationToken cancellationToken)
    {
        await taker.TakeAsync(feedback.Offering, feedback.Form, language.Language, http.Connection.RemoteIpAddress, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<FeedbackListAnswer>> ListAsync(HttpContext http, CurrentCaller current, FeedbackDesk desk, CancellationToken cancellationToken)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.Ok(FeedbackListAnswer.Of(await desk.ListAsync(current.Caller, cancellationToken)));
    }

    private static async Task<NoContent> AnswerAsync(
        [Description("A UUID that the list gave.")] string id, FeedbackAnswerBody answer, HttpContext http, CurrentCaller current, FeedbackDesk desk, CancellationToken cancellationToken)
    {
        var note = Guid.TryParseExact(id, "D", out var key) ? key : throw new FeedbackUnknownException();
        await (answer.Close && answer.Answer is null
            ? desk.CloseAsync(current.Caller, note, cancellationToken)
            : desk.AnswerAsync(current.Caller, note, answer.Answer ?? "", http.Connection.RemoteIpAddress, cancellationToken));
        return TypedResults.NoContent();
    }
}

/// <summary>An answer to feedback.</summary>
/// <param name="Answer">Its words; at most 2,000 characters.</param>
/// <param name="Close">True without words: it was looked after in another way.</param>
internal sealed record FeedbackAnswerBody(string? Answer = null, bool Close = false)
{
    public override string ToString() => nameof(FeedbackAnswerBody);
}

/// <summary>Feedback that waits.</summary>
/// <param name="Waiting">The notes, the oldest first.</param>
/// <param name="TotalCount">How many wait in all.</param>
internal sealed record FeedbackListAnswer(IReadOnlyList<FeedbackNoteAnswer> Waiting, int TotalCount)
{
    public static FeedbackListAnswer Of(FeedbackList list) => new([.. list.Waiting.Select(FeedbackNoteAnswer.Of)], list.Total);
}

/// <summary>A note that waits.</summary>
/// <param name="Id">Names it.</param>
/// <param name="At">When it was said.</param>
/// <param name="Offering">The offering it is about; null: the service, or one that is gone.</param>
/// <param name="Useful">From 1 to 5; null: not told.</param>
/// <param name="Wrong">What is told wrongly; null: nothing.</param>
/// <param name="Message">The words; empty: none.</param>
/// <param name="ReplyTo">Where an answer is hoped for; null: nowhere, or the tray itself writes there.</param>
/// <param name="Answerable">Whether it can be answered by mail.</param>
internal sealed record FeedbackNoteAnswer(Guid Id, DateTimeOffset At, Guid? Offering, int? Useful, WrongFact? Wrong, string Message, string? ReplyTo, bool Answerable)
{
    public static FeedbackNoteAnswer Of(FeedbackWork work) => new(
        work.Note.Id, work.Note.At, work.About?.Offering.Id, work.Note.Useful, work.Note.Wrong, work.Words.Message, work.IsMailed ? null : work.Words.ReplyTo, work.IsMailed);

    public override string ToString() => nameof(FeedbackNoteAnswer);
}
