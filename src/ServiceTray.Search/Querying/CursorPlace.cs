namespace ServiceTray.Search.Querying;

/// <summary>A place in an order, which need not be a hit any more.</summary>
/// <param name="Primary">As in <see cref="Standing"/>.</param>
/// <param name="Key">The document's key.</param>
/// <param name="Name">The collation key of its name where names are sorted, else empty.</param>
internal sealed record CursorPlace(long Primary, Guid Key, byte[] Name);
