using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Planning;

/// <summary>The fields asked for of one object type at one place.</summary>
internal sealed class ObjectPlan
{
    private readonly bool hasVaryingOrder;

    public ObjectPlan(ObjectType type, FieldPlan[] fields)
    {
        Type = type;
        Fields = fields;
        hasVaryingOrder = Array.Exists(Fields, f => f.HasVaryingOrder);
        SlotFields = Array.FindAll(fields, f => f.Resolver is { Now: null } || f.HasDeepSlots);
        for (var i = 0; i < SlotFields.Length; i++)
        {
            SlotFields[i].Slot = i;
        }
    }

    public ObjectType Type { get; }

    public FieldPlan[] Fields { get; }

    /// <summary>Fields that may have to be waited for, or have such below them: worked out before anything is written.</summary>
    public FieldPlan[] SlotFields { get; }

    public bool NeedsFrame => SlotFields.Length > 0;

    /// <summary>The fields in the order the specification answers (and, for mutations, runs) them: that of the first asking that is let in.</summary>
    public FieldPlan[] InOrder(IReadOnlyDictionary<string, object?> variables) => hasVaryingOrder ? Sorted(variables) : Fields;

    private FieldPlan[] Sorted(IReadOnlyDictionary<string, object?> variables) => [.. Fields
        .Select(field => (Field: field, First: field.Asked.Where(a => a.Guard?.Holds(variables) != false).Select(a => a.Order).FirstOrDefault(int.MaxValue)))
        .OrderBy(f => f.First).Select(f => f.Field)];
}
