using ServiceTray.Accounts;

namespace ServiceTray.Feedback;

/// <summary>Feedback that waits, as asked over GraphQL.</summary>
internal static class FeedbackQueries
{
    public static async ValueTask<FeedbackList> FeedbackAsync(CurrentCaller current, FeedbackDesk desk, CancellationToken cancellationToken) =>
        await desk.ListAsync(current.Caller, cancellationToken);
}
