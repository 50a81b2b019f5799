using ServiceTray.GraphQL.Language;

namespace ServiceTray.GraphQL.Schema;

/// <summary>Holds the directives that stand in a schema against their definitions, as section 5.7 does those of a document.</summary>
internal sealed class AppliedDirectives(TypeSystem schema, List<string> problems)
{
    /// <summary>The directives of each place in a type's definition, with the name of the place.</summary>
    public static IEnumerable<(IReadOnlyList<DirectiveNode> Directives, string Location)> Of(TypeDefinitionNode node) =>
        node.Fields.SelectMany(f => Of(f.Arguments).Prepend((f.Directives, "FIELD_DEFINITION")))
            .Concat(node.InputFields.Select(f => (f.Directives, "INPUT_FIELD_DEFINITION")))
            .Concat(node.Values.Select(v => (v.Directives, "ENUM_VALUE")))
            .Prepend((node.Directives, node.Kind == TypeKind.InputObject ? "INPUT_OBJECT" : node.Kind.ToString().ToUpperInvariant()));

    /// <summary>The same of arguments.</summary>
    public static IEnumerable<(IReadOnlyList<DirectiveNode> Directives, string Location)> Of(IReadOnlyList<InputDefinitionNode> arguments) =>
        arguments.Select(a => (a.Directives, "ARGUMENT_DEFINITION"));

    public void Check(Source source, IReadOnlyList<DirectiveNode> directives, string location)
    {
        foreach (var directive in directives)
        {
            var place = new Place(source, directive.Offset);
            if (!schema.Directives.TryGetValue(directive.Name, out var definition))
            {
                problems.Add($"{place}: the directive @{directive.Name} is nowhere defined.");
            }
            else if (!definition.Locations.Contains(location, StringComparer.Ordinal))
            {
                problems.Add($"{place}: @{directive.Name} may not stand on {location}.");
            }
            else if (!definition.IsRepeatable && !ReferenceEquals(directives.First(d => d.Name == directive.Name), directive))
            {
                problems.Add($"{place}: @{directive.Name} may stand only once here.");
            }
            else
            {
                CheckArguments(place, directive, definition);
            }
        }
    }

    private void CheckArguments(Place place, DirectiveNode directive, DirectiveDefinition definition)
    {
        foreach (var argument in directive.Arguments)
        {
            if (!definition.Arguments.TryGetValue(argument.Name, out var wanted))
            {
                problems.Add($"{place}: @{directive.Name} has no argument {argument.Name}.");
            }
            else if (!LiteralCoercion.TryCoerce(wanted.Type, argument.Value, null, out _))
            {
                problems.Add($"{place}: {ValuePrinter.Print(argument.Value)} does not fit the argument {argument.Name} of @{directive.Name}, which is {wanted.Type}.");
            }
        }

        foreach (var wanted in definition.Arguments.Values.Where(a => a.IsRequired && directive.Argument(a.Name) is null))
        {
            problems.Add($"{place}: @{directive.Name} needs the argument {wanted.Name}.");
        }
    }
}
