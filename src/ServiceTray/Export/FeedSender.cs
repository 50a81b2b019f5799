using ServiceTray.Languages;
using ServiceTray.Offerings;

namespace ServiceTray.Export;

/// <summary>Sends a feed, or says that the asker has it.</summary>
internal sealed class FeedSender(OfferingWalker walker, AnswerTag tag, RequestLanguage request, TimeProvider clock)
{
    /// <summary>Answers with what is found; finding is left out when the asker has it already.</summary>
    /// <exception cref="Refusals.RefusalException">What is asked cannot be accepted.</exception>
    public async Task SendAsync(HttpContext http, IFeedFormat format, string title, bool isPrivate, Func<IReadOnlyList<Guid>> find)
    {
        if (tag.IsKnown(http, isPrivate))
        {
            return;
        }

        var ids = find();
        http.Response.ContentType = format.ContentType;
        var sheet = FeedSheet.Of(http.Request, title, request.Language, clock.GetUtcNow());
        try
        {
            await format.WriteAsync(http.Response.BodyWriter, sheet, walker.ReadAsync(ids, http.RequestAborted), http.RequestAborted);
        }
        catch (Exception) when (http.Response.HasStarted)
        {
            // Half a feed must not look whole.
            http.Abort();
            throw;
        }
    }
}
