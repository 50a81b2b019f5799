using System.Globalization;
using ServiceTray.Accounts;
using ServiceTray.Codes;
using ServiceTray.Languages;
using ServiceTray.Refusals;

namespace ServiceTray.Feedback;

/// <summary>Sending and looking after feedback, as asked over GraphQL; a refusal stands in the payload.</summary>
internal static class FeedbackMutations
{
    public static Task<FeedbackPayload> SendFeedbackAsync(SendFeedbackInput input, FeedbackTaker taker, RequestLanguage language, HttpContext http, CancellationToken cancellationToken) =>
        TellAsync(() => taker.TakeAsync(input.Offering, input.Form, language.Language, http.Connection.RemoteIpAddress, cancellationToken));

    public static Task<FeedbackPayload> AnswerFeedbackAsync(string id, string answer, CurrentCaller current, FeedbackDesk desk, HttpContext http, CancellationToken cancellationToken) =>
        TellAsync(() => desk.AnswerAsync(current.Caller, IdOf(id), answer, http.Connection.RemoteIpAddress, cancellationToken));

    public static Task<FeedbackPayload> CloseFeedbackAsync(string id, CurrentCaller current, FeedbackDesk desk, CancellationToken cancellationToken) =>
        TellAsync(() => desk.CloseAsync(current.Caller, IdOf(id), cancellationToken));

    private static Guid IdOf(string id) => Guid.TryParse(id, out var key) ? key : Guid.Empty;

    private static async Task<FeedbackPayload> TellAsync(Func<Task> act)
    {
        try
        {
            await act();
            return new FeedbackPayload(true, []);
        }
        catch (RefusalException refused) when (refused is FeedbackUnknownException or FeedbackInvalidException or FeedbackClosedException or FeedbackAnswerException or TooManyTriesException)
        {
            return new FeedbackPayload(false, [new FeedbackError(refused.Code, refused.Message, (refused as FeedbackInvalidException)?.Field)]);
        }
    }
}

/// <summary>What somebody says of an offering, as asked over GraphQL and REST.</summary>
internal sealed record SendFeedbackInput(string Offering, int? Useful = null, WrongFact? Wrong = null, string? Message = null, string? ReplyTo = null)
{
    public OfferingFeedbackForm Form => new(Useful?.ToString(CultureInfo.InvariantCulture) ?? "", Wrong is { } fact ? PublicWords.Of(fact) : "", Message ?? "", ReplyTo ?? "");

    public override string ToString() => nameof(SendFeedbackInput);
}

/// <summary>What came of a mutation.</summary>
internal sealed record FeedbackPayload(bool Done, IReadOnlyList<FeedbackError> Errors);

/// <summary>Why it was refused.</summary>
internal sealed record FeedbackError(string Code, string Text, string? Field);
