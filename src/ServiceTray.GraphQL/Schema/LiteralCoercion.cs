using ServiceTray.GraphQL.Language;

namespace ServiceTray.GraphQL.Schema;

/// <summary>Turns a written value, with variables put in, into a coerced one (specification, section 6.4.1).</summary>
internal static class LiteralCoercion
{
    /// <summary>False when the value does not fit, or a variable that must not be null or absent is.</summary>
    /// <param name="type">The type wanted.</param>
    /// <param name="node">The value as written.</param>
    /// <param name="variables">Coerced variables; one that was not given is not there.</param>
    /// <param name="value">Null, a scalar's value, an <see cref="EnumValue"/>, a list of objects, or an <see cref="InputObject"/>.</param>
    public static bool TryCoerce(SchemaType type, ValueNode node, IReadOnlyDictionary<string, object?>? variables, out object? value)
    {
        value = null;
        if (node is VariableValueNode variable)
        {
            variables?.TryGetValue(variable.Name, out value);
            return value is not null || !type.IsNonNull;
        }

        if (node is NullValueNode)
        {
            return !type.IsNonNull;
        }

        switch (type.Nullable)
        {
            case ListType list:
                return TryList(list, node, variables, out value);
            case ScalarType scalar:
                return scalar.Scalar.TryRead(node, out value);
            case EnumType @enum when node is EnumValueNode name && @enum.Values.TryGetValue(name.Name, out var known):
                value = known;
                return true;
            case InputObjectType input when node is ObjectValueNode fields:
                return TryObject(input, fields, variables, out value);
            default:
                return false;
        }
    }

    /// <summary>Whether a value names a variable that was not given, and so counts as absent.</summary>
    public static bool IsAbsent(ValueNode node, IReadOnlyDictionary<string, object?>? variables) =>
        node is VariableValueNode variable && (variables is null || !variables.ContainsKey(variable.Name));

    private static bool TryList(ListType list, ValueNode node, IReadOnlyDictionary<string, object?>? variables, out object? value)
    {
        value = null;
        IReadOnlyList<ValueNode> items = node is ListValueNode written ? written.Items : [node];
        var coerced = new List<object?>(items.Count);
        foreach (var item in items)
        {
            if (!TryCoerce(list.Of, item, variables, out var one))
            {
                return false;
            }

            coerced.Add(one);
        }

        value = coerced;
        return true;
    }

    private static bool TryObject(InputObjectType type, ObjectValueNode node, IReadOnlyDictionary<string, object?>? variables, out object? value)
    {
        value = null;
        var coerced = new InputObject(type);
        for (var i = 0; i < type.Fields.Count; i++)
        {
            var field = type.Fields.GetAt(i).Value;
            var given = Given(node, field.Name);
            if (given is null || IsAbsent(given.Value, variables))
            {
                if (field.Default is not null)
                {
                    coerced.Set(i, field.DefaultValue);
                }
                else if (field.IsRequired)
                {
                    return false;
                }

                continue;
            }

            if (!TryCoerce(field.Type, given.Value, variables, out var one))
            {
                return false;
            }

            coerced.Set(i, one);
        }

        value = coerced;
        return node.Fields.All(f => type.Fields.ContainsKey(f.Name)) && (!type.IsOneOf || coerced.IsOne);
    }

    private static ArgumentNode? Given(ObjectValueNode node, string name)
    {
        foreach (var field in node.Fields)
        {
            if (field.Name == name)
            {
                return field;
            }
        }

        return null;
    }
}
