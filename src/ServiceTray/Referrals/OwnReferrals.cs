using ServiceTray.Accounts;

namespace ServiceTray.Referrals;

/// <summary>The referrals of the one who asks, for rooms that need not know who she is.</summary>
internal sealed class OwnReferrals(ReferralFinder finder, ReferralDesk desk, CurrentCaller current)
{
    private const int Most = 100;

    /// <summary>One of hers; null: there is none for her.</summary>
    public Task<ReferralShown?> FindAsync(Guid id, CancellationToken cancellationToken) => finder.FindAsync(id, current.Caller, cancellationToken);

    /// <summary>All that she sent or her desk received, the newest first.</summary>
    public async Task<IReadOnlyList<ReferralShown>> AllAsync(CancellationToken cancellationToken)
    {
        var sent = await finder.ListAsync(new ReferralListing(ReferralBox.Sent, Ended: true, First: Most), current.Caller, cancellationToken);
        var received = await finder.ListAsync(new ReferralListing(ReferralBox.Received, Ended: true, First: Most), current.Caller, cancellationToken);
        return [.. sent.Nodes.Concat(received.Nodes).DistinctBy(shown => shown.View.Id).OrderByDescending(shown => shown.View.CreatedAt)];
    }

    /// <exception cref="Refusals.RefusalException">It cannot be sent so.</exception>
    public Task<SentReferral> SendAsync(ReferralSendingInput input, string idempotencyKey, bool isDraft, CancellationToken cancellationToken) =>
        desk.SendAsync(input, idempotencyKey, isDraft, current.Caller, cancellationToken);
}
