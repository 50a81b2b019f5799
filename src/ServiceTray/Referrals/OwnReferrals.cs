using ServiceTray.Accounts;

namespace ServiceTray.Referrals;

/// <summary>The referrals of the one who asks, for rooms that need not know who she is.</summary>
internal sealed class OwnReferrals(ReferralFinder finder, ReferralDesk desk, CurrentCaller current)
{
    private const string OfReceived = "r";

    /// <summary>One of hers; null: there is none for her.</summary>
    public Task<ReferralShown?> FindAsync(Guid id, CancellationToken cancellationToken) => finder.FindAsync(id, current.Caller, cancellationToken);

    /// <summary>A page of all that she sent, and then of what her desk received besides; each box in its own order.</summary>
    /// <param name="first">How many.</param>
    /// <param name="after">Where the page before ended, as it was told with it; null: the beginning.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="Refusals.RefusalException">The page is too large, or its beginning none.</exception>
    public async Task<OwnPage> PageAsync(int first, string? after, CancellationToken cancellationToken)
    {
        var isReceived = after?.StartsWith(OfReceived, StringComparison.Ordinal) == true;
        var sentAsked = new ReferralListing(ReferralBox.Sent, Ended: true, First: isReceived ? 0 : first, After: isReceived ? null : after);
        var sent = await finder.ListAsync(sentAsked, current.Caller, cancellationToken);
        var room = isReceived ? first : sent.HasNextPage ? 0 : first - sent.Nodes.Count;
        var received = await finder.ListAsync(
            new ReferralListing(ReferralBox.Received, Ended: true, First: room, After: isReceived ? after![OfReceived.Length..] : null, NotSent: true), current.Caller, cancellationToken);
        var next = first == 0 ? null : !isReceived && sent.HasNextPage ? sent.EndCursor : received.HasNextPage ? $"{OfReceived}{received.EndCursor}" : null;
        return new OwnPage([.. sent.Nodes, .. received.Nodes], sent.TotalCount + received.TotalCount, next);
    }

    /// <exception cref="Refusals.RefusalException">It cannot be sent so.</exception>
    public Task<SentReferral> SendAsync(ReferralSendingInput input, string idempotencyKey, bool isDraft, CancellationToken cancellationToken) =>
        desk.SendAsync(input, idempotencyKey, isDraft, current.Caller, cancellationToken);
}

/// <summary>A page of one's own referrals, how many there are in all, and where the next page begins; null: this is the last.</summary>
internal sealed record OwnPage(IReadOnlyList<ReferralShown> Nodes, int TotalCount, string? Next);
