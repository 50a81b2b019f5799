namespace ServiceTray.GraphQL.Planning;

/// <summary>Holds values up to a bound of estimated bytes; the least recently used go first. Safe for any number of threads.</summary>
internal sealed class ByteBoundedCache<TKey, TValue>(long maxBytes)
    where TKey : notnull
    where TValue : class
{
    private readonly Lock gate = new();
    private readonly LinkedList<(TKey Key, TValue Value, long Size)> order = [];
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value, long Size)>> held = [];

    /// <summary>Estimated bytes held.</summary>
    public long Bytes { get; private set; }

    public TValue? Find(TKey key)
    {
        lock (gate)
        {
            if (!held.TryGetValue(key, out var node))
            {
                return null;
            }

            if (node != order.First)
            {
                order.Remove(node);
                order.AddFirst(node);
            }

            return node.Value.Value;
        }
    }

    /// <summary>Adds a value, unless it is larger than the bound or the key is there.</summary>
    public void Add(TKey key, TValue value, long size)
    {
        lock (gate)
        {
            if (size > maxBytes || held.ContainsKey(key))
            {
                return;
            }

            held[key] = order.AddFirst((key, value, size));
            Bytes += size;
            while (Bytes > maxBytes)
            {
                var last = order.Last!.Value;
                Bytes -= last.Size;
                order.RemoveLast();
                held.Remove(last.Key);
            }
        }
    }
}
