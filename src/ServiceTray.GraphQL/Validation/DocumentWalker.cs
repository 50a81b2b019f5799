using ServiceTray.GraphQL.Language;
using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Validation;

/// <summary>Walks a document once, knowing at each place the type that stands there, and calls the rules.</summary>
internal sealed class DocumentWalker(ValidationContext context, ValidationRule[] rules)
{
    private readonly TypeSystem schema = context.Schema;
    private DefinitionNode current = null!;

    public void Walk()
    {
        foreach (var definition in context.Document.Definitions)
        {
            current = definition;
            foreach (var rule in rules)
            {
                rule.Definition(definition);
            }

            switch (definition)
            {
                case OperationNode operation:
                    Variables(operation.Variables);
                    Directives(operation.Directives, operation.Kind switch
                    {
                        OperationKind.Query => "QUERY",
                        OperationKind.Mutation => "MUTATION",
                        _ => "SUBSCRIPTION",
                    });
                    Selections(operation.Selections, schema.Root(operation.Kind));
                    break;
                case FragmentNode fragment:
                    FragmentType(fragment.On);
                    Directives(fragment.Directives, "FRAGMENT_DEFINITION");
                    Selections(fragment.Selections, Composite(fragment.On));
                    break;
            }
        }
    }

    private NamedType? Composite(NamedTypeNode node) => schema.Types.GetValueOrDefault(node.Name) is { IsComposite: true } type ? type : null;

    private void Variables(IReadOnlyList<VariableNode> variables)
    {
        foreach (var variable in variables)
        {
            foreach (var rule in rules)
            {
                rule.Variable(variable);
            }

            Directives(variable.Directives, "VARIABLE_DEFINITION");
            if (variable.Default is not null)
            {
                Value(variable.Default, schema.Resolve(variable.Type) is { IsInput: true } type ? type : null, false, false);
            }
        }
    }

    private void Selections(SelectionSetNode set, NamedType? parent)
    {
        foreach (var selection in set.Items)
        {
            if (context.IsFull)
            {
                return;
            }

            switch (selection)
            {
                case FieldNode field:
                    Field(field, parent);
                    break;
                case InlineFragmentNode inline:
                    foreach (var rule in rules)
                    {
                        rule.InlineFragment(inline, parent);
                    }

                    if (inline.On is not null)
                    {
                        FragmentType(inline.On);
                    }

                    Directives(inline.Directives, "INLINE_FRAGMENT");
                    Selections(inline.Selections, inline.On is null ? parent : Composite(inline.On));
                    break;
                case SpreadNode spread:
                    context.Spreads(current).Add(spread);
                    foreach (var rule in rules)
                    {
                        rule.Spread(spread, parent);
                    }

                    Directives(spread.Directives, "FRAGMENT_SPREAD");
                    break;
            }
        }
    }

    private void FragmentType(NamedTypeNode node)
    {
        foreach (var rule in rules)
        {
            rule.FragmentType(node);
        }
    }

    private void Field(FieldNode field, NamedType? parent)
    {
        var definition = parent is null ? null : schema.Field(parent, field.Name);
        foreach (var rule in rules)
        {
            rule.Field(field, parent, definition);
        }

        Arguments(field, field.Name, field.Arguments, definition?.Arguments);
        Directives(field.Directives, "FIELD");
        if (field.Selections is not null)
        {
            Selections(field.Selections, definition?.Type.Named is { IsComposite: true } type ? type : null);
        }
    }

    private void Directives(IReadOnlyList<DirectiveNode> directives, string location)
    {
        if (directives.Count == 0)
        {
            return;
        }

        foreach (var rule in rules)
        {
            rule.Directives(directives, location);
        }

        foreach (var directive in directives)
        {
            Arguments(directive, "@" + directive.Name, directive.Arguments, schema.Directives.GetValueOrDefault(directive.Name)?.Arguments);
        }
    }

    private void Arguments(SyntaxNode owner, string name, IReadOnlyList<ArgumentNode> arguments, OrderedDictionary<string, InputDefinition>? definitions)
    {
        foreach (var rule in rules)
        {
            rule.Arguments(owner, name, arguments, definitions);
        }

        foreach (var argument in arguments)
        {
            var definition = definitions?.GetValueOrDefault(argument.Name);
            Value(argument.Value, definition?.Type, definition?.Default is not null, false);
        }
    }

    private void Value(ValueNode node, SchemaType? type, bool hasDefault, bool isOneOf)
    {
        if (node is VariableValueNode variable)
        {
            context.Usages(current).Add(new VariableUsage(variable, type, hasDefault, isOneOf));
        }

        foreach (var rule in rules)
        {
            rule.Value(node, type);
        }

        switch (node)
        {
            case ListValueNode list:
                var item = (type?.Nullable as ListType)?.Of;
                foreach (var value in list.Items)
                {
                    Value(value, item, false, false);
                }

                break;
            case ObjectValueNode o:
                var input = type?.Named as InputObjectType;
                foreach (var field in o.Fields)
                {
                    var definition = input?.Fields.GetValueOrDefault(field.Name);
                    Value(field.Value, definition?.Type, definition?.Default is not null, input?.IsOneOf == true);
                }

                break;
        }
    }
}
