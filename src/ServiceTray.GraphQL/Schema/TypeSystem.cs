using ServiceTray.GraphQL.Language;

namespace ServiceTray.GraphQL.Schema;

/// <summary>A whole schema: its types, directives and roots. Unchanging once built and bound.</summary>
internal sealed class TypeSystem
{
    private readonly Dictionary<NamedType, HashSet<ObjectType>> possible = [];

    public string? Description { get; set; }

    public OrderedDictionary<string, NamedType> Types { get; } = new(StringComparer.Ordinal);

    public OrderedDictionary<string, DirectiveDefinition> Directives { get; } = new(StringComparer.Ordinal);

    public ObjectType? Query { get; set; }

    public ObjectType? Mutation { get; set; }

    public ObjectType? Subscription { get; set; }

    /// <summary><c>__schema</c> and <c>__type</c>, which every query root has.</summary>
    public Dictionary<string, FieldDefinition> MetaFields { get; } = new(StringComparer.Ordinal);

    /// <summary><c>__typename</c>, which every composite type has.</summary>
    public FieldDefinition TypeName { get; set; } = null!;

    public ObjectType? Root(OperationKind kind) => kind switch
    {
        OperationKind.Query => Query,
        OperationKind.Mutation => Mutation,
        _ => Subscription,
    };

    /// <summary>The field that a selection on a type names; null when there is none.</summary>
    public FieldDefinition? Field(NamedType parent, string name)
    {
        if (name.StartsWith("__", StringComparison.Ordinal))
        {
            return name == "__typename" ? TypeName : parent == Query ? MetaFields.GetValueOrDefault(name) : null;
        }

        return (parent as FieldsType)?.Fields.GetValueOrDefault(name);
    }

    /// <summary>The object types a composite type may turn out to be (specification, section 5.5.2.3).</summary>
    public HashSet<ObjectType> PossibleTypes(NamedType type) => possible.TryGetValue(type, out var set) ? set : [];

    /// <summary>Whether an object or interface type stands where an abstract one is wanted.</summary>
    public bool IsSubtype(NamedType type, NamedType of) => type == of || of switch
    {
        UnionType union => type is ObjectType member && union.Members.Contains(member),
        InterfaceType i => type is FieldsType fields && fields.Interfaces.Contains(i),
        _ => false,
    };

    /// <summary>The type written in a document; null when a name in it is unknown.</summary>
    public SchemaType? Resolve(TypeNode node) => node switch
    {
        NamedTypeNode named => Types.GetValueOrDefault(named.Name),
        ListTypeNode list => Resolve(list.Of)?.AsList,
        NonNullTypeNode nonNull => Resolve(nonNull.Of)?.AsNonNull,
        _ => null,
    };

    /// <summary>Works out the possible types, once all types stand.</summary>
    public void Close()
    {
        foreach (var type in Types.Values.Where(t => t.IsComposite))
        {
            possible[type] = type switch
            {
                ObjectType o => [o],
                UnionType union => [.. union.Members],
                _ => [.. Types.Values.OfType<ObjectType>().Where(o => o.Interfaces.Contains(type))],
            };
        }
    }
}
