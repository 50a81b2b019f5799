namespace ServiceTray.Search.Querying;

/// <summary>What a cursor holds.</summary>
/// <param name="Order">The order of its search.</param>
/// <param name="Filter">Hash of its normalised filter.</param>
/// <param name="Start">Random number of the index that gave it: generations count from one in each.</param>
/// <param name="Generation">The snapshot it came from.</param>
/// <param name="Now">UTC ticks of the moment its search measured from.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record Cursor(SearchOrder Order, ulong Filter, long Start, long Generation, long Now, CursorPlace Place);
