using ServiceTray.GraphQL.Binding;
using ServiceTray.GraphQL.Execution;
using ServiceTray.GraphQL.Language;
using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Planning;

/// <summary>One field of the answer, merged from all the places of the document that ask for it.</summary>
internal sealed class FieldPlan(int id, FieldDefinition definition, FieldPlan? parent, IReadOnlyList<FieldAsked> asked)
{
    private ObjectPlan? only;

    /// <summary>Number within the plan, by which a run caches what it works out for the field.</summary>
    public int Id { get; } = id;

    public FieldDefinition Definition { get; } = definition;

    /// <summary>The enclosing field; null at the root.</summary>
    public FieldPlan? Parent { get; } = parent;

    public FieldNode Node { get; } = asked[0].Node;

    public string ResponseName { get; } = asked[0].Node.ResponseName;

    /// <summary>The name and colon as JSON text, behind a comma.</summary>
    public byte[] NextKey { get; } = asked[0].Node.Alias is { } alias ? FieldDefinition.KeyOf(alias) : definition.NextKey;

    /// <summary>The same without the comma.</summary>
    public ReadOnlySpan<byte> Key => NextKey.AsSpan(1);

    public FieldResolver? Resolver { get; } = definition.Resolver;

    /// <summary>Writes the value, where it is a common leaf.</summary>
    public WriteLeaf? Leaf { get; } = definition.Resolver?.Leaf;

    /// <summary>Null: always in; else in when any of them holds.</summary>
    public IReadOnlyList<Guard>? Guards { get; } = asked[0].Guard is null || asked.Any(a => a.Guard is null) ? null : [.. asked.Select(a => a.Guard!)];

    /// <summary>Writes the items, where they are common leaves.</summary>
    public WriteLeaves? Leaves { get; } = definition.Resolver?.Leaves;

    /// <summary>Every place that asks for it, in the order they are met.</summary>
    public IReadOnlyList<FieldAsked> Asked { get; } = asked;

    /// <summary>Whether its place among its siblings depends on the variables: its first asking may be left out, a later one not.</summary>
    public bool HasVaryingOrder { get; } = asked[0].Guard is not null && asked.Skip(1).Any(a => a.Guard != asked[0].Guard);

    /// <summary>The plan for each object type that the field can answer; empty for leaves.</summary>
    public ObjectPlan[] Children { get; private set; } = [];

    public bool IsTypeName { get; } = definition.Name == "__typename";

    /// <summary>Where the value waits in its object's frame; -1 when it is worked out as it is written.</summary>
    public int Slot { get; set; } = -1;

    /// <summary>Whether something below it needs a frame.</summary>
    public bool HasDeepSlots { get; private set; }

    /// <summary>Arguments that are the same in each run; null when a variable or an enclosing field is asked.</summary>
    public object?[]? Constants { get; set; }

    public void Close(ObjectPlan[] children)
    {
        Children = children;
        only = children.Length == 1 && Definition.Type.Named is ObjectType ? children[0] : null;
        Object = Definition.Type.Nullable is ObjectType ? only : null;
        HasDeepSlots = Array.Exists(children, c => c.NeedsFrame);
    }

    /// <summary>The plan for every value, where the field answers one object of one type; null where a value has to be looked at.</summary>
    public ObjectPlan? Object { get; private set; }

    /// <summary>The plan for a value, by its runtime type; null when that is none the field can answer.</summary>
    public ObjectPlan? For(object value, RuntimeTypes types, TypeSystem schema) => only ?? ByType(value, types, schema);

    private ObjectPlan? ByType(object value, RuntimeTypes types, TypeSystem schema)
    {
        var type = types.Find(value, schema.PossibleTypes(Definition.Type.Named));
        foreach (var child in Children)
        {
            if (child.Type == type)
            {
                return child;
            }
        }

        return null;
    }
}

/// <summary>One place of the document that asks for a field; <paramref name="Order"/> rises as they are met.</summary>
internal readonly record struct FieldAsked(FieldNode Node, Guard? Guard, int Order);
