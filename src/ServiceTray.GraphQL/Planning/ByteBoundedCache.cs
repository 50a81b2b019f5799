using System.Collections.Concurrent;

namespace ServiceTray.GraphQL.Planning;

/// <summary>
/// Holds values up to a bound of estimated bytes; the least recently used go first. Safe for any number of threads: finding waits for
/// nobody, and does not note the use when another thread is noting one.
/// </summary>
internal sealed class ByteBoundedCache<TKey, TValue>(long maxBytes)
    where TKey : notnull
    where TValue : class
{
    private readonly Lock gate = new();
    private readonly LinkedList<(TKey Key, TValue Value, long Size)> order = [];
    private readonly ConcurrentDictionary<TKey, LinkedListNode<(TKey Key, TValue Value, long Size)>> held = new();

    /// <summary>Estimated bytes held.</summary>
    public long Bytes { get; private set; }

    public TValue? Find(TKey key)
    {
        if (!held.TryGetValue(key, out var node))
        {
            return null;
        }

        if (gate.TryEnter())
        {
            try
            {
                // It may have gone meanwhile.
                if (node.List is not null && node != order.First)
                {
                    order.Remove(node);
                    order.AddFirst(node);
                }
            }
            finally
            {
                gate.Exit();
            }
        }

        return node.Value.Value;
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
                held.TryRemove(last.Key, out _);
            }
        }
    }
}
