namespace ServiceTray.GraphQL.Schema;

/// <summary>Whether a type keeps what an interface promises (specification, section 3.6.1, IsValidImplementation).</summary>
internal static class InterfaceConformance
{
    public static void Check(TypeSystem schema, FieldsType type, InterfaceType implemented, List<string> problems)
    {
        foreach (var wider in implemented.Interfaces.Where(i => !type.Interfaces.Contains(i)))
        {
            problems.Add($"{type.Place}: {type.Name} must implement {wider.Name} too, as {implemented.Name} does.");
        }

        foreach (var promised in implemented.Fields.Values)
        {
            if (!type.Fields.TryGetValue(promised.Name, out var field))
            {
                problems.Add($"{type.Place}: {type.Name} lacks the field {promised.Name} of {implemented.Name}.");
                continue;
            }

            if (!IsCovariant(schema, field.Type, promised.Type))
            {
                problems.Add($"{field.Place}: {field} is {field.Type}, but {promised} promises {promised.Type}.");
            }

            CheckArguments(field, promised, problems);
        }
    }

    private static void CheckArguments(FieldDefinition field, FieldDefinition promised, List<string> problems)
    {
        foreach (var argument in promised.Arguments.Values)
        {
            if (!field.Arguments.TryGetValue(argument.Name, out var own))
            {
                problems.Add($"{field.Place}: {field} lacks the argument {argument.Name} of {promised}.");
            }
            else if (own.Type != argument.Type)
            {
                problems.Add($"{own.Place}: the argument {argument.Name} of {field} is {own.Type}, but {promised} promises {argument.Type}.");
            }
        }

        foreach (var extra in field.Arguments.Values.Where(a => a.IsRequired && !promised.Arguments.ContainsKey(a.Name)))
        {
            problems.Add($"{extra.Place}: the argument {extra.Name} of {field} is required, but {promised} does not have it.");
        }
    }

    private static bool IsCovariant(TypeSystem schema, SchemaType type, SchemaType promised) => (type, promised) switch
    {
        (NonNullType own, NonNullType other) => IsCovariant(schema, own.Of, other.Of),
        (NonNullType own, _) => IsCovariant(schema, own.Of, promised),
        (ListType own, ListType other) => IsCovariant(schema, own.Of, other.Of),
        (NamedType own, NamedType other) => schema.IsSubtype(own, other),
        _ => false,
    };
}
