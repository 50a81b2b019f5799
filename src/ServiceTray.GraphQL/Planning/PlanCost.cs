using ServiceTray.GraphQL.Execution;
using ServiceTray.GraphQL.Language;
using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Planning;

/// <summary>
/// Reckons what an operation can cost: one for each field, times the size of the lists around it. A list's size is its <c>first</c> or
/// <c>last</c> argument, or that of the field around it (a connection's), else an assumed one.
/// </summary>
internal sealed class PlanCost(int assumedListSize, long maxCost)
{
    private static readonly string[] SizeArguments = ["first", "last"];

    public static int Aliases(ObjectPlan plan) => plan.Fields.Sum(field =>
        (field.Node.Alias is null ? 0 : 1) + (field.Children.Count == 0 ? 0 : field.Children.Max(Aliases)));

    /// <summary>Whether the cost depends on the variables, and so must be reckoned in each run.</summary>
    public static bool IsVariable(ObjectPlan plan) => plan.Fields.Any(field =>
        field.Node.Arguments.Any(a => SizeArguments.Contains(a.Name) && a.Value is VariableValueNode)
        || field.Children.Any(IsVariable));

    /// <summary>The cost; no more than a little above the limit, where reckoning stops.</summary>
    public long Of(ObjectPlan plan, IReadOnlyDictionary<string, object?> variables) => Of(plan, variables, null);

    private long Of(ObjectPlan plan, IReadOnlyDictionary<string, object?> variables, long? outerSize)
    {
        var cost = 0L;
        foreach (var field in plan.Fields)
        {
            var own = Size(field, variables);
            var isList = field.Definition.Type.Nullable is ListType;
            var size = isList ? own ?? outerSize ?? assumedListSize : 1;
            var inner = 0L;
            foreach (var child in field.Children)
            {
                inner = Math.Max(inner, Of(child, variables, isList ? null : own));
            }

            cost += 1 + (size * inner);
            if (cost > maxCost)
            {
                return maxCost + 1;
            }
        }

        return cost;
    }

    private static long? Size(FieldPlan field, IReadOnlyDictionary<string, object?> variables)
    {
        if (field.Definition.Arguments.Count == 0)
        {
            return null;
        }

        foreach (var name in SizeArguments)
        {
            if (field.Definition.Arguments.TryGetValue(name, out var argument) && argument.Type.Nullable is ScalarType { Name: "Int" }
                && !(argument.Type.IsNonNull && !field.Node.Arguments.Any(a => a.Name == name))
                && TrySize(field, argument, variables) is { } size)
            {
                return Math.Max(0, size);
            }
        }

        return null;
    }

    private static int? TrySize(FieldPlan field, InputDefinition argument, IReadOnlyDictionary<string, object?> variables)
    {
        try
        {
            return !ArgumentValues.TryCoerce(field, argument, variables, out var value) ? null
                : value as int? ?? (argument.Default is null ? null : argument.DefaultValue as int?);
        }
        catch (GraphQLException)
        {
            return null; // Told as the field's error when it runs.
        }
    }
}
