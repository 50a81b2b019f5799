using ServiceTray.Accounts;

namespace ServiceTray.Publishing.Reviews;

/// <summary>Giving back and choosing, as asked over GraphQL; a refusal stands in the payload.</summary>
internal static class ReviewMutations
{
    public static Task<OfferingDraftPayload> ReturnOfferingDraftAsync(string id, string words, int? version, CurrentCaller current, ReviewDesk desk, CancellationToken cancellationToken) =>
        PublishingMutations.TellAsync(async () => await desk.ReturnAsync(current.Caller, Guid.TryParse(id, out var key) ? key : Guid.Empty, version, words, cancellationToken));

    public static async Task<HeldOfferingPayload> DecideHeldOfferingAsync(string id, string print, string? givenBackWith, CurrentCaller current, HeldDesk desk, CancellationToken cancellationToken) => new((await PublishingMutations.TellAsync(async () =>
    {
        await desk.DecideAsync(current.Caller, Guid.TryParse(id, out var key) ? key : Guid.Empty, print, givenBackWith, cancellationToken);
        return null;
    })).Errors);

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

/// <summary>What came of a decision on what waits from a connected address.</summary>
internal sealed record HeldOfferingPayload(IReadOnlyList<OfferingDraftError> Errors);

/// <summary>What came of a county's choice.</summary>
internal sealed record CountyChoicePayload(ChosenCounty? Choice, IReadOnlyList<OfferingDraftError> Errors);
