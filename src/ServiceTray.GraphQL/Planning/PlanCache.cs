namespace ServiceTray.GraphQL.Planning;

/// <summary>Plans by document and operation name: the least recently used go first when the bound on bytes is passed.</summary>
internal sealed class PlanCache(long maxBytes)
{
    private readonly Lock gate = new();
    private readonly LinkedList<(Key Key, OperationPlan Plan)> order = [];
    private readonly Dictionary<Key, LinkedListNode<(Key Key, OperationPlan Plan)>> plans = [];

    /// <summary>Estimated bytes held.</summary>
    public long Bytes { get; private set; }

    public OperationPlan? Find(string document, string? operationName)
    {
        lock (gate)
        {
            if (!plans.TryGetValue(new Key(document, operationName), out var node))
            {
                return null;
            }

            if (node != order.First)
            {
                order.Remove(node);
                order.AddFirst(node);
            }

            return node.Value.Plan;
        }
    }

    public void Add(string document, string? operationName, OperationPlan plan)
    {
        lock (gate)
        {
            var key = new Key(document, operationName);
            if (plan.Size > maxBytes || plans.ContainsKey(key))
            {
                return;
            }

            plans[key] = order.AddFirst((key, plan));
            Bytes += plan.Size;
            while (Bytes > maxBytes)
            {
                var last = order.Last!;
                Bytes -= last.Value.Plan.Size;
                order.RemoveLast();
                plans.Remove(last.Value.Key);
            }
        }
    }

    private readonly record struct Key(string Document, string? OperationName);
}
