namespace ServiceTray.Search.Querying;

/// <summary>Writes the cursors of a search's hits. Safe for any number of threads.</summary>
internal sealed class CursorWriter(CursorCodec codec, StandingOrder order, SearchQuery query, TextPlan? plan, long start, long generation)
{
    // Boxed, since few searches write a cursor, and a reference is written at once.
    private object? _filter;

    /// <summary>Names what was asked.</summary>
    public ulong Filter => (ulong)(_filter ??= FilterHash.Of(query, plan));

    /// <summary>Of a hit.</summary>
    public string Of(Standing hit) => codec.Write(new Cursor(query.Order, Filter, start, generation, query.Now.UtcTicks, order.Place(hit)));
}
