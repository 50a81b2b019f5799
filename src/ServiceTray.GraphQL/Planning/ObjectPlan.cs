using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Planning;

/// <summary>The fields asked for of one object type at one place.</summary>
internal sealed class ObjectPlan
{
    public ObjectPlan(ObjectType type, IReadOnlyList<FieldPlan> fields)
    {
        Type = type;
        Fields = [.. fields];
        SlotFields = [.. fields.Where(f => f.Definition.Resolver is { Later: not null } || f.HasDeepSlots)];
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
}
