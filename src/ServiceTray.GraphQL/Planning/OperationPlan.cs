using ServiceTray.GraphQL.Language;
using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Planning;

/// <summary>All that a valid operation needs to run, worked out once. Unchanging, so any number of runs share it.</summary>
internal sealed class OperationPlan
{
    public required OperationNode Operation { get; init; }

    public required Source Source { get; init; }

    public required ObjectPlan Root { get; init; }

    public required IReadOnlyList<VariablePlan> Variables { get; init; }

    public required int FieldCount { get; init; }

    public required AskedNames Names { get; init; }

    public bool UsesIntrospection { get; init; }

    /// <summary>What it can cost; null when that depends on the variables.</summary>
    public double? ConstantCost { get; set; }

    /// <summary>Rough size in memory, in bytes, for the cache's bound.</summary>
    public long Size => 2_000 + (Source.Text.Length * 12L) + (FieldCount * 400L);
}

/// <summary>A variable of an operation.</summary>
internal sealed record VariablePlan(VariableNode Node, string Name, SchemaType Type, ValueNode? Default)
{
    /// <summary>The name as errors tell it.</summary>
    public string Shown { get; } = "$" + Name;
}
