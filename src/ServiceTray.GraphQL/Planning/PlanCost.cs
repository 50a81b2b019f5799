using ServiceTray.GraphQL.Execution;
using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Planning;

/// <summary>
/// Reckons what an operation can cost: each field's weight, times the size of the lists around it. A list's size is its slicing argument
/// (<c>first</c> or <c>last</c>, or as <c>@listSize</c> tells), or that of the field around it (a connection's), else an assumed one.
/// </summary>
internal sealed class PlanCost(int assumedListSize, long maxCost)
{
    public static int Aliases(ObjectPlan plan) => plan.Fields.Sum(field =>
        (field.Node.Alias is null ? 0 : 1) + (field.Children.Length == 0 ? 0 : field.Children.Max(Aliases)));

    /// <summary>Whether the cost depends on the variables, and so must be reckoned in each run.</summary>
    public static bool IsVariable(ObjectPlan plan) => Array.Exists(plan.Fields, field =>
        (field.Definition.Cost is { } cost && field.Node.Arguments.Any(a => a.Value is Language.VariableValueNode && cost.SlicingArguments.Contains(a.Name)))
        || Array.Exists(field.Children, IsVariable));

    /// <summary>Holds each field to <c>@listSize(requireOneSlicingArgument:)</c>.</summary>
    /// <exception cref="GraphQLException">A field has none of its slicing arguments, or several.</exception>
    public static void CheckSlicing(ObjectPlan plan, Language.Source source)
    {
        foreach (var field in plan.Fields)
        {
            if (field.Definition.Cost is { RequiresOneSlicingArgument: true } cost && field.Node.Arguments.Count(a => cost.SlicingArguments.Contains(a.Name)) != 1)
            {
                throw new GraphQLException(new GraphQLError(
                    $"\"{field.Definition.Name}\" needs exactly one of the arguments {string.Join(", ", cost.SlicingArguments)}, so that its cost is known.", ErrorCodes.ValidationFailed)
                {
                    Locations = [source.Locate(field.Node.Offset)],
                });
            }

            foreach (var child in field.Children)
            {
                CheckSlicing(child, source);
            }
        }
    }

    /// <summary>The cost; no more than a little above the limit, where reckoning stops.</summary>
    public double Of(ObjectPlan plan, IReadOnlyDictionary<string, object?> variables) => Of(plan, variables, null, null);

    private double Of(ObjectPlan plan, IReadOnlyDictionary<string, object?> variables, int? outerSize, IReadOnlyList<string>? sized)
    {
        var cost = 0.0;
        foreach (var field in plan.Fields)
        {
            var rule = field.Definition.Cost;
            var own = Size(field, variables);
            var isList = field.Definition.Type.Nullable is ListType;
            var fromOuter = sized is null || sized.Contains(field.Definition.Name) ? outerSize : null;
            var size = isList ? own ?? fromOuter ?? assumedListSize : 1;
            var inner = 0.0;
            foreach (var child in field.Children)
            {
                inner = Math.Max(inner, Of(child, variables, isList ? null : own, rule?.SizedFields));
            }

            // The field is asked once; what it answers, and all that is asked of that, comes once for each item.
            cost += rule is null ? 1 + (size * inner) : rule.Weight + rule.OfArguments(field.Node.Arguments) + (size * (rule.ItemWeight + inner));
            if (cost > maxCost)
            {
                return maxCost + 1.0;
            }
        }

        return Math.Max(0, cost);
    }

    private static int? Size(FieldPlan field, IReadOnlyDictionary<string, object?> variables)
    {
        if (field.Definition.Cost is not { } cost || field.Definition.Arguments.Count == 0)
        {
            return field.Definition.Cost?.AssumedSize;
        }

        int? size = null;
        foreach (var name in cost.SlicingArguments)
        {
            if (field.Definition.Arguments.TryGetValue(name, out var argument) && argument.Type.Nullable is ScalarType { Name: "Int" }
                && !(argument.Type.IsNonNull && !IsGiven(field, name))
                && TrySize(field, argument, variables) is { } told)
            {
                size = Math.Max(size ?? 0, told);
            }
        }

        return size ?? cost.AssumedSize;
    }

    private static bool IsGiven(FieldPlan field, string name) => field.Node.Arguments.Any(a => a.Name == name);

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
