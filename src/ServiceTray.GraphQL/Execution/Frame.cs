using ServiceTray.GraphQL.Planning;

namespace ServiceTray.GraphQL.Execution;

/// <summary>An object with the values of its fields that had to be waited for, kept until it is written.</summary>
internal sealed class Frame(object? source, ObjectPlan plan)
{
    public object? Source { get; } = source;

    public ObjectPlan Plan { get; } = plan;

    /// <summary>By <see cref="FieldPlan.Slot"/>: a value, a list of such, a <see cref="Frame"/>, or a <see cref="Failure"/>.</summary>
    public object?[] Slots { get; } = new object?[plan.SlotFields.Length];
}

/// <summary>Stands in a slot for a value that could not be had.</summary>
internal sealed record Failure(Exception Reason);
