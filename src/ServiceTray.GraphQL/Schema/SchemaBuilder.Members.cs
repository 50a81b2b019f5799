using ServiceTray.GraphQL.Language;

namespace ServiceTray.GraphQL.Schema;

/// <summary>Fields, values, members and arguments of the types.</summary>
internal sealed partial class SchemaBuilder
{
    private void Fill(NamedType type, Source source, TypeDefinitionNode node)
    {
        switch (type)
        {
            case FieldsType fields:
                AddInterfaces(fields, source, node);
                foreach (var field in node.Fields)
                {
                    AddField(fields, source, field);
                }

                break;
            case UnionType union:
                foreach (var member in node.Members)
                {
                    AddMember(union, source, member);
                }

                break;
            case EnumType values:
                foreach (var value in node.Values)
                {
                    AddValue(values, source, value);
                }

                break;
            case InputObjectType input:
                AddInputs(input.Fields, input.Name, source, node.InputFields);
                break;
            case ScalarType scalar:
                scalar.SpecifiedBy ??= (node.Directives.FirstOrDefault(d => d.Name == "specifiedBy")?.Argument("url") as StringValueNode)?.Text;
                break;
        }
    }

    private void AddInterfaces(FieldsType type, Source source, TypeDefinitionNode node)
    {
        foreach (var name in node.Interfaces)
        {
            if (schema.Types.GetValueOrDefault(name.Name) is not InterfaceType found)
            {
                Report(new Place(source, name.Offset), $"{type.Name} implements {name.Name}, which is not an interface.");
            }
            else if (type.Interfaces.Contains(found) || found == (NamedType)type)
            {
                Report(new Place(source, name.Offset), $"{type.Name} may not implement {name.Name} here: told twice, or itself.");
            }
            else
            {
                type.Interfaces.Add(found);
            }
        }
    }

    private void AddField(FieldsType parent, Source source, FieldDefinitionNode node)
    {
        var place = new Place(source, node.Offset);
        if (FindType(node.Type, source) is not { } type)
        {
            return;
        }

        if (!type.IsOutput)
        {
            Report(place, $"{parent.Name}.{node.Name} cannot answer the input type {type}.");
        }

        var field = new FieldDefinition(node.Name, place)
        {
            Parent = parent,
            Type = type,
            Description = node.Description,
            Deprecation = Deprecation(node.Directives),
            Cost = new FieldCost(node, type.Named),
        };
        AddInputs(field.Arguments, field.ToString(), source, node.Arguments);
        if (!parent.Fields.TryAdd(node.Name, field))
        {
            Report(place, $"the field {field} is already defined at {parent.Fields[node.Name].Place}.");
        }
    }

    private void AddInputs(OrderedDictionary<string, InputDefinition> into, string owner, Source source, IReadOnlyList<InputDefinitionNode> nodes)
    {
        foreach (var node in nodes)
        {
            var place = new Place(source, node.Offset);
            if (FindType(node.Type, source) is not { } type)
            {
                continue;
            }

            if (!type.IsInput)
            {
                Report(place, $"{node.Name} of {owner} cannot take the output type {type}.");
                continue;
            }

            var input = new InputDefinition(node.Name, place)
            {
                Type = type,
                Default = node.Default,
                Description = node.Description,
                Deprecation = Deprecation(node.Directives),
            };
            if (!into.TryAdd(node.Name, input))
            {
                Report(place, $"{node.Name} of {owner} is already defined at {into[node.Name].Place}.");
            }
        }
    }

    private void AddMember(UnionType union, Source source, NamedTypeNode node)
    {
        if (schema.Types.GetValueOrDefault(node.Name) is not ObjectType member)
        {
            Report(new Place(source, node.Offset), $"the union {union.Name} names {node.Name}, which is not an object type.");
        }
        else if (union.Members.Contains(member))
        {
            Report(new Place(source, node.Offset), $"the union {union.Name} names {node.Name} twice.");
        }
        else
        {
            union.Members.Add(member);
        }
    }

    private void AddValue(EnumType type, Source source, EnumValueDefinitionNode node)
    {
        var place = new Place(source, node.Offset);
        var value = new EnumValue(node.Name, place) { Description = node.Description, Deprecation = Deprecation(node.Directives) };
        if (!type.Values.TryAdd(node.Name, value))
        {
            Report(place, $"the value {type.Name}.{node.Name} is already defined at {type.Values[node.Name].Place}.");
        }
    }

    private void DefineDirectives()
    {
        foreach (var (source, node) in directives)
        {
            var place = new Place(source, node.Offset);
            var directive = new DirectiveDefinition(node.Name, place)
            {
                Description = node.Description,
                IsRepeatable = node.IsRepeatable,
                Locations = [.. node.Locations.Select(l => l.Name)],
            };
            AddInputs(directive.Arguments, "@" + node.Name, source, node.Arguments);
            if (!schema.Directives.TryAdd(node.Name, directive))
            {
                Report(place, $"the directive @{node.Name} is already defined at {schema.Directives[node.Name].Place}.");
            }
        }
    }

    private SchemaType? FindType(TypeNode node, Source source)
    {
        var type = schema.Resolve(node);
        if (type is null)
        {
            Report(new Place(source, node.Offset), $"the type {node} is nowhere defined.");
        }

        return type;
    }

    private static string? Deprecation(IReadOnlyList<DirectiveNode> directives) =>
        directives.FirstOrDefault(d => d.Name == "deprecated") is { } found
            ? (found.Argument("reason") as StringValueNode)?.Text ?? "No longer supported"
            : null;
}
