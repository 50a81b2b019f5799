using System.Net;
using ServiceTray.Codes;
using ServiceTray.Languages;
using ServiceTray.Offerings;

namespace ServiceTray.Feedback;

/// <summary>Takes what programs send of an offering for somebody, by the same rules as the page's form.</summary>
internal sealed class FeedbackTaker(FeedbackBox box, OfferingReader offerings)
{
    /// <exception cref="FeedbackUnknownException">There is no such offering.</exception>
    /// <exception cref="FeedbackInvalidException">It says nothing, or something that cannot be.</exception>
    /// <exception cref="TooManyTriesException">More is sent than people write.</exception>
    public async Task TakeAsync(string offering, OfferingFeedbackForm form, Language language, IPAddress? from, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(offering, out var id) || await offerings.ReadAsync(id, cancellationToken) is not { } about)
        {
            throw new FeedbackUnknownException();
        }

        if (form.Problems is [var problem, ..])
        {
            throw new FeedbackInvalidException(problem.Field);
        }

        if (!await box.TakeAsync(form, about, language, from, cancellationToken))
        {
            throw new TooManyTriesException(60);
        }
    }
}
