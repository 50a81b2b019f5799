using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Execution;

/// <summary>An argument or input field as a parameter or property of the host wants it.</summary>
/// <param name="Definition">The argument or field in the schema.</param>
/// <param name="Convert">From the coerced value to the type that is wanted; a null becomes that type's own default.</param>
/// <param name="Absent">The parameter's own default, for what was not given.</param>
/// <param name="RefusesNull">Whether it cannot hold null.</param>
internal sealed record InputSlot(InputDefinition Definition, Func<object?, object?> Convert, object? Absent, bool RefusesNull)
{
    /// <summary>Whether an enclosing field's argument of that name stands in for one that is absent or null.</summary>
    public bool IsEnclosing { get; init; }

    /// <summary>What is wanted, of a value that was given. Where null cannot be held, the schema's default stands in for it.</summary>
    /// <exception cref="GraphQLException">It is null, cannot be, and the schema has no default.</exception>
    public object? Take(object? value)
    {
        if (value is null && RefusesNull)
        {
            value = (Definition.Default is null ? null : Definition.DefaultValue)
                ?? throw new GraphQLException(new GraphQLError($"\"{Definition.Name}\" may be left out here, but not be null.", ErrorCodes.VariableInvalid));
        }

        return Convert(value);
    }
}
