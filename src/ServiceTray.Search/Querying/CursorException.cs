namespace ServiceTray.Search.Querying;

/// <summary>A cursor cannot be gone on from.</summary>
/// <param name="expired">True: it was good once, but its snapshot is gone; false: it is not of this query and index.</param>
public sealed class CursorException(bool expired)
    : Exception(expired ? "The cursor's snapshot is gone; start from the first page." : "The cursor does not belong to this search.")
{
    /// <summary>Whether it was good once.</summary>
    public bool Expired { get; } = expired;
}
