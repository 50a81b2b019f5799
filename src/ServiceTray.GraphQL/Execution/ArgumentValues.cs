using ServiceTray.GraphQL.Language;
using ServiceTray.GraphQL.Planning;
using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Execution;

/// <summary>Coerces a field's arguments (specification, section 6.4.1) and converts them for its resolver.</summary>
internal static class ArgumentValues
{
    public static object?[] Make(FieldPlan field, IReadOnlyDictionary<string, object?> variables)
    {
        var slots = field.Resolver!.Arguments;
        var values = new object?[slots.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var slot = slots[i];
            var isGiven = TryCoerce(field, slot.Definition, variables, out var value);
            for (var outer = field.Parent; slot.IsEnclosing && value is null && outer is not null; outer = outer.Parent)
            {
                if (outer.Definition.Arguments.TryGetValue(slot.Definition.Name, out var argument) && argument.Type.Named == slot.Definition.Type.Named)
                {
                    isGiven |= TryCoerce(outer, argument, variables, out value) && value is not null;
                }
            }

            values[i] = isGiven ? slot.Take(value) : slot.Absent;
        }

        return values;
    }

    /// <summary>False when the argument was not given and has no default.</summary>
    public static bool TryCoerce(FieldPlan field, InputDefinition argument, IReadOnlyDictionary<string, object?> variables, out object? value)
    {
        value = null;
        ArgumentNode? given = null;
        foreach (var node in field.Node.Arguments)
        {
            if (node.Name == argument.Name)
            {
                given = node;
            }
        }

        if (given is null || LiteralCoercion.IsAbsent(given.Value, variables))
        {
            if (argument.Default is not null)
            {
                value = argument.DefaultValue;
                return true;
            }

            return !argument.Type.IsNonNull ? false : throw Invalid(argument, "is required, but was not given");
        }

        return LiteralCoercion.TryCoerce(argument.Type, given.Value, variables, out value)
            ? true
            : throw Invalid(argument, given.Value is VariableValueNode ? "may not be null" : "was given a value that does not fit");
    }

    private static GraphQLException Invalid(InputDefinition argument, string what) =>
        new(new GraphQLError($"The argument \"{argument.Name}\" of type {argument.Type} {what}.", ErrorCodes.VariableInvalid));
}
