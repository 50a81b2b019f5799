using ServiceTray.GraphQL.Execution;
using ServiceTray.GraphQL.Language;

namespace ServiceTray.GraphQL.Planning;

/// <summary>Works out, once for all runs, the arguments of a field that asks neither variables nor enclosing fields.</summary>
internal static class ConstantArguments
{
    private static readonly Dictionary<string, object?> None = [];

    public static object?[]? TryMake(FieldPlan field)
    {
        var slots = field.Resolver?.Arguments ?? [];
        if (slots.Count == 0)
        {
            return [];
        }

        if (slots.Any(s => s.IsEnclosing) || field.Node.Arguments.Any(a => HasVariable(a.Value)))
        {
            return null;
        }

        try
        {
            return ArgumentValues.Make(field, None);
        }
        catch (Exception)
        {
            return null; // An input record refused its values: told as the field's error in each run.
        }
    }

    private static bool HasVariable(ValueNode value) => value switch
    {
        VariableValueNode => true,
        ListValueNode list => list.Items.Any(HasVariable),
        ObjectValueNode o => o.Fields.Any(f => HasVariable(f.Value)),
        _ => false,
    };
}
