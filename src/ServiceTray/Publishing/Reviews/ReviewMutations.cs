using ServiceTray.Accounts;

namespace ServiceTray.Publishing.Reviews;

/// <summary>Giving back and choosing, as asked over GraphQL; a refusal stands in the payload.</summary>
internal static class ReviewMutations
{
    public static Task<OfferingDraftPayload> ReturnOfferingDraftAsync(string id, string words, int? version, CurrentCaller current, ReviewDesk desk, CancellationToken cancellationToken) =>
        PublishingMutations.TellAsync(() => desk.ReturnAsync(current.Caller, Guid.TryParse(id, out var key) ? key : Guid.Empty, version, words, cancellationToken));

    public static async Task<CountyChoicePayload> ChooseSecondPersonAsync(string county, bool wanted, CurrentCaller current, CountyChooser chooser, CancellationToken cancellationToken)
    {
        try
        {
            return new CountyChoicePayload(await chooser.ChooseAsync(current.Caller, county, wanted, cancellationToken), []);
        }
        catch (CountyUnknownException refused)
        {
            return new CountyChoicePayload(null, [new OfferingDraftError(refused.Code, refused.Message, null)]);
        }
    }
}

/// <summary>What came of a county's choice.</summary>
internal sealed record CountyChoicePayload(ChosenCounty? Choice, IReadOnlyList<OfferingDraftError> Errors);
