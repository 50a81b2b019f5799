using ServiceTray.GraphQL.Language;

namespace ServiceTray.GraphQL.Schema;

/// <summary>What makes a schema valid (specification, the "Type Validation" parts of section 3).</summary>
internal static class SchemaRules
{
    public static void Check(TypeSystem schema, List<string> problems)
    {
        foreach (var type in schema.Types.Values.Where(t => !t.IsBuiltIn))
        {
            CheckName(type.Name, type.Place, problems);
            switch (type)
            {
                case FieldsType fields:
                    CheckFields(schema, fields, problems);
                    break;
                case UnionType { Members.Count: 0 } or EnumType { Values.Count: 0 } or InputObjectType { Fields.Count: 0 }:
                    problems.Add($"{type.Place}: {type.Name} is empty.");
                    break;
                case InputObjectType input:
                    CheckInputs(input.Fields.Values, input.Name, problems);
                    CheckOneOf(input, problems);
                    break;
            }
        }

        foreach (var directive in schema.Directives.Values.Where(d => !d.IsBuiltIn))
        {
            CheckName(directive.Name, directive.Place, problems);
            CheckInputs(directive.Arguments.Values, "@" + directive.Name, problems);
        }

        InputCycles.Check(schema, problems);
    }

    private static void CheckName(string name, Place place, List<string> problems)
    {
        if (name.StartsWith("__", StringComparison.Ordinal))
        {
            problems.Add($"{place}: the name {name} may not begin with \"__\".");
        }
    }

    private static void CheckFields(TypeSystem schema, FieldsType type, List<string> problems)
    {
        if (type.Fields.Count == 0)
        {
            problems.Add($"{type.Place}: {type.Name} has no field.");
        }

        foreach (var field in type.Fields.Values)
        {
            CheckName(field.Name, field.Place, problems);
            CheckInputs(field.Arguments.Values, field.ToString(), problems);
        }

        foreach (var implemented in type.Interfaces)
        {
            InterfaceConformance.Check(schema, type, implemented, problems);
        }
    }

    private static void CheckInputs(IEnumerable<InputDefinition> inputs, string owner, List<string> problems)
    {
        foreach (var input in inputs)
        {
            CheckName(input.Name, input.Place, problems);
            if (input.Default is not null && !LiteralCoercion.TryCoerce(input.Type, input.Default, null, out _))
            {
                problems.Add($"{input.Place}: the default {ValuePrinter.Print(input.Default)} of {input.Name} of {owner} does not fit {input.Type}.");
            }

            if (input.IsRequired && input.Deprecation is not null)
            {
                problems.Add($"{input.Place}: {input.Name} of {owner} is required, so it may not be deprecated.");
            }
        }
    }

    private static void CheckOneOf(InputObjectType input, List<string> problems)
    {
        foreach (var field in input.Fields.Values.Where(f => input.IsOneOf && (f.Type.IsNonNull || f.Default is not null)))
        {
            problems.Add($"{field.Place}: {input.Name}.{field.Name} must be nullable and without default, as {input.Name} is @oneOf.");
        }
    }
}
