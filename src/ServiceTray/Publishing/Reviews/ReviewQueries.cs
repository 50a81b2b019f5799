using ServiceTray.Accounts;

namespace ServiceTray.Publishing.Reviews;

/// <summary>What waits for a second person, and what counties have chosen, as asked over GraphQL.</summary>
internal static class ReviewQueries
{
    public static async ValueTask<IReadOnlyList<Draft>> DraftsToReviewAsync(CurrentCaller current, ReviewDesk desk, CancellationToken cancellationToken) =>
        await desk.ListAsync(current.Caller, cancellationToken);

    public static async ValueTask<IReadOnlyList<HeldOffering>> HeldOfferingsAsync(CurrentCaller current, HeldDesk desk, CancellationToken cancellationToken) =>
        await desk.ListAsync(current.Caller, cancellationToken);

    public static async ValueTask<IReadOnlyList<ChosenCounty>> CountyChoicesAsync(CurrentCaller current, CountyChooser chooser, CancellationToken cancellationToken) =>
        await chooser.ListAsync(current.Caller, cancellationToken);
}
