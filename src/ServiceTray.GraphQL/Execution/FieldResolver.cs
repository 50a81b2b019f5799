namespace ServiceTray.GraphQL.Execution;

/// <summary>Answers a field at once.</summary>
internal delegate object? ResolveNow(object? parent, object?[] arguments, OperationRun run);

/// <summary>Answers a field later.</summary>
internal delegate ValueTask<object?> ResolveLater(object? parent, object?[] arguments, OperationRun run);

/// <summary>Subscribes to a root field's events.</summary>
internal delegate IAsyncEnumerable<object?> ResolveStream(object? parent, object?[] arguments, OperationRun run);

/// <summary>Answers a leaf at once by writing it.</summary>
internal delegate Outcome WriteLeaf(object? parent, object?[] arguments, OperationRun run, ResponseBuffer buffer);

/// <summary>Writes the items of a list of leaves from one index on, and gives the index that it has not written: the end, or an item that cannot be.</summary>
internal delegate int WriteLeaves(object list, int from, int to, ResponseBuffer buffer);

/// <summary>How a field is answered; decided once, at start.</summary>
internal sealed class FieldResolver
{
    public ResolveNow? Now { get; init; }

    /// <summary>A shorter way than <see cref="Now"/>, for common leaves.</summary>
    public WriteLeaf? Leaf { get; init; }

    /// <summary>A shorter way for the items of what <see cref="Now"/> gives, where they are common leaves.</summary>
    public WriteLeaves? Leaves { get; init; }

    public ResolveLater? Later { get; init; }

    public ResolveStream? Stream { get; init; }

    /// <summary>What the resolver takes of the field's arguments, in the order of its argument array.</summary>
    public IReadOnlyList<InputSlot> Arguments { get; init; } = [];

    /// <summary>The same, but nothing is answered before the guard was called with the host's context; it throws to refuse.</summary>
    public FieldResolver After(Action<object?> guard) => new()
    {
        Now = Now is { } now ? (parent, arguments, run) =>
        {
            guard(run.Host);
            return now(parent, arguments, run);
        }
        : null,
        Later = Later is { } later ? (parent, arguments, run) =>
        {
            guard(run.Host);
            return later(parent, arguments, run);
        }
        : null,
        Stream = Stream is { } stream ? (parent, arguments, run) =>
        {
            guard(run.Host);
            return stream(parent, arguments, run);
        }
        : null,
        Leaves = Leaves,
        Arguments = Arguments,
    };
}
