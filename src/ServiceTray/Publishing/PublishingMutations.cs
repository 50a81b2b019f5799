using ServiceTray.Accounts;
using ServiceTray.Offerings;
using ServiceTray.Refusals;

namespace ServiceTray.Publishing;

/// <summary>Writing and publishing, as asked over GraphQL; a refusal stands in the payload.</summary>
internal static class PublishingMutations
{
    public static Task<OfferingDraftPayload> SaveOfferingDraftAsync(SaveOfferingDraftInput input, CurrentCaller current, PublishingDesk desk, CancellationToken cancellationToken) =>
        TellAsync(async () => await desk.SaveAsync(current.Caller, IdOf(input.Organisation), input.Id is { } id ? IdOf(id) : null, input.Version ?? -1, input.Over, cancellationToken));

    public static Task<OfferingDraftPayload> PublishOfferingAsync(string id, int? version, CurrentCaller current, PublishingDesk desk, CancellationToken cancellationToken) =>
        TellAsync(async () => await desk.PublishAsync(current.Caller, IdOf(id), version, cancellationToken));

    public static Task<OfferingDraftPayload> HideOfferingAsync(string id, CurrentCaller current, PublishingDesk desk, CancellationToken cancellationToken) =>
        TellAsync(async () => await desk.UnpublishAsync(current.Caller, IdOf(id), cancellationToken));

    public static Task<OfferingDraftPayload> RestoreOfferingEditionAsync(string edition, CurrentCaller current, PublishingDesk desk, CancellationToken cancellationToken) =>
        TellAsync(async () => await desk.RestoreAsync(current.Caller, IdOf(edition), cancellationToken));

    public static Task<OfferingDraftPayload> TellCapacityAsync(string offering, CapacityState state, CurrentCaller current, PublishingDesk desk, CancellationToken cancellationToken) =>
        TellAsync(async () => await desk.TellCapacityAsync(current.Caller, IdOf(offering), state, cancellationToken));

    private static Guid IdOf(string id) => Guid.TryParse(id, out var key) ? key : Guid.Empty;

    /// <summary>What came of an act upon a draft.</summary>
    public static async Task<OfferingDraftPayload> TellAsync(Func<Task<Draft?>> act)
    {
        try
        {
            return new OfferingDraftPayload(await act(), []);
        }
        catch (DraftRefusedException refused)
        {
            return new OfferingDraftPayload(null, [.. refused.Problems.Select(problem => new OfferingDraftError(refused.Code, refused.Message, problem.Field))]);
        }
        catch (RefusalException refused) when (refused is DraftUnknownException or DraftMovedException or ForbiddenException)
        {
            return new OfferingDraftPayload(null, [new OfferingDraftError(refused.Code, refused.Message, null)]);
        }
    }
}

/// <summary>What came of a mutation.</summary>
internal sealed record OfferingDraftPayload(Draft? Draft, IReadOnlyList<OfferingDraftError> Errors);

/// <summary>Why a draft was refused.</summary>
internal sealed record OfferingDraftError(string Code, string Text, string? Field);
