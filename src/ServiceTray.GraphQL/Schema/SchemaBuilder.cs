using ServiceTray.GraphQL.Language;

namespace ServiceTray.GraphQL.Schema;

/// <summary>Builds the type system from SDL texts (specification, section 3), gathering every problem instead of stopping at the first.</summary>
internal sealed partial class SchemaBuilder
{
    private readonly TypeSystem schema = new();
    private readonly IReadOnlyDictionary<string, Scalar> scalars;
    private readonly List<string> problems;
    private readonly List<(Source Source, TypeDefinitionNode Node)> parts = [];
    private readonly List<(Source Source, SchemaNode Node)> roots = [];
    private readonly List<(Source Source, DirectiveDefinitionNode Node)> directives = [];

    private SchemaBuilder(IReadOnlyDictionary<string, Scalar> scalars, List<string> problems) => (this.scalars, this.problems) = (scalars, problems);

    /// <summary>The type system of the texts; problems are added to the list, each with file and line.</summary>
    public static TypeSystem Build(IEnumerable<Source> sources, IReadOnlyDictionary<string, Scalar> scalars, List<string> problems)
    {
        var builder = new SchemaBuilder(scalars, problems);
        builder.Read(new Source(BuiltIns.Sdl, BuiltIns.SourceName));
        foreach (var source in sources)
        {
            builder.Read(source);
        }

        builder.AddCostDirectives();
        builder.DeclareTypes();
        builder.FillTypes();
        builder.DefineDirectives();
        builder.FindRoots();
        builder.AddMetaFields();
        builder.CheckAppliedDirectives();
        builder.schema.Close();
        SchemaRules.Check(builder.schema, problems);
        return builder.schema;
    }

    private void Report(Place place, string problem) => problems.Add($"{place}: {problem}");

    private void Read(Source source)
    {
        try
        {
            foreach (var definition in Parser.Parse(source).Definitions)
            {
                switch (definition)
                {
                    case TypeDefinitionNode type:
                        parts.Add((source, type));
                        break;
                    case SchemaNode root:
                        roots.Add((source, root));
                        break;
                    case DirectiveDefinitionNode directive:
                        directives.Add((source, directive));
                        break;
                    default:
                        Report(new Place(source, definition.Offset), "an operation or fragment does not belong in a schema.");
                        break;
                }
            }
        }
        catch (SyntaxException exception)
        {
            Report(new Place(source, exception.Offset), exception.Message);
        }
    }

    // A schema may use the cost directives without defining them; they are then shown as a part of it.
    private void AddCostDirectives()
    {
        foreach (var (name, sdl) in BuiltIns.CostDirectives)
        {
            if (directives.TrueForAll(d => d.Node.Name != name) && parts.Exists(p => AppliedDirectives.Of(p.Node).Any(at => at.Directives.Any(d => d.Name == name))))
            {
                Read(new Source(sdl, "the cost directives"));
            }
        }
    }

    private void DeclareTypes()
    {
        foreach (var (source, node) in parts.Where(p => !p.Node.IsExtension))
        {
            var place = new Place(source, node.Offset);
            NamedType type = node.Kind switch
            {
                TypeKind.Object => new ObjectType(node.Name, place),
                TypeKind.Interface => new InterfaceType(node.Name, place),
                TypeKind.Union => new UnionType(node.Name, place),
                TypeKind.Enum => new EnumType(node.Name, place),
                TypeKind.InputObject => new InputObjectType(node.Name, place),
                _ => new ScalarType(node.Name, place, FindScalar(node.Name, place)),
            };
            type.Description = node.Description;
            if (!schema.Types.TryAdd(node.Name, type))
            {
                Report(place, $"the type {node.Name} is already defined at {schema.Types[node.Name].Place}.");
            }
        }
    }

    private Scalar FindScalar(string name, Place place)
    {
        if (scalars.TryGetValue(name, out var scalar))
        {
            return scalar;
        }

        Report(place, $"the scalar {name} has no counterpart; give one by AddScalar.");
        return scalars["String"];
    }

    private void FillTypes()
    {
        foreach (var (source, node) in parts)
        {
            var place = new Place(source, node.Offset);
            if (!schema.Types.TryGetValue(node.Name, out var type))
            {
                Report(place, $"the type {node.Name} is extended but nowhere defined.");
            }
            else if (type.Kind != node.Kind)
            {
                Report(place, $"{node.Name} is of another kind at {type.Place}.");
            }
            else
            {
                type.Directives.AddRange(node.Directives);
                Fill(type, source, node);
            }
        }
    }

    private void CheckAppliedDirectives()
    {
        var check = new AppliedDirectives(schema, problems);
        var applied = parts.SelectMany(p => AppliedDirectives.Of(p.Node).Select(at => (p.Source, at.Directives, at.Location)))
            .Concat(directives.SelectMany(d => AppliedDirectives.Of(d.Node.Arguments).Select(at => (d.Source, at.Directives, at.Location))))
            .Concat(roots.Select(r => (r.Source, r.Node.Directives, Location: "SCHEMA")));
        foreach (var (source, nodes, location) in applied)
        {
            check.Check(source, nodes, location);
        }
    }

    private void FindRoots()
    {
        foreach (var (source, node) in roots)
        {
            schema.Description ??= node.Description;
            foreach (var (kind, name) in node.Roots)
            {
                SetRoot(kind, name.Name, new Place(source, name.Offset));
            }
        }

        if (roots.Count == 0)
        {
            schema.Query = schema.Types.GetValueOrDefault("Query") as ObjectType;
            schema.Mutation = schema.Types.GetValueOrDefault("Mutation") as ObjectType;
            schema.Subscription = schema.Types.GetValueOrDefault("Subscription") as ObjectType;
        }

        if (schema.Query is null)
        {
            problems.Add("the schema: there is no query root type.");
        }
    }

    private void SetRoot(OperationKind kind, string name, Place place)
    {
        if (schema.Types.GetValueOrDefault(name) is not ObjectType type)
        {
            Report(place, $"the root {name} is not an object type.");
            return;
        }

        if (schema.Root(kind) is not null)
        {
            Report(place, $"the {kind} root is told twice.");
        }

        _ = kind switch
        {
            OperationKind.Query => schema.Query = type,
            OperationKind.Mutation => schema.Mutation = type,
            _ => schema.Subscription = type,
        };
    }

    private void AddMetaFields()
    {
        var place = new Place(new Source("", BuiltIns.SourceName), 0);
        var parent = schema.Query ?? new ObjectType("Query", place);
        var text = schema.Types["String"];
        schema.TypeName = new FieldDefinition("__typename", place) { Parent = parent, Type = text.AsNonNull };
        schema.MetaFields["__schema"] = new FieldDefinition("__schema", place) { Parent = parent, Type = schema.Types["__Schema"].AsNonNull };
        schema.MetaFields["__type"] = new FieldDefinition("__type", place)
        {
            Parent = parent,
            Type = schema.Types["__Type"],
            Arguments = { ["name"] = new InputDefinition("name", place) { Type = text.AsNonNull } },
        };
    }
}
