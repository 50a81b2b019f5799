using ServiceTray.GraphQL.Execution;

namespace ServiceTray.GraphQL.Schema;

/// <summary>A field of an object or interface type.</summary>
internal sealed class FieldDefinition(string name, Place place)
{
    public string Name { get; } = name;

    public Place Place { get; } = place;

    public string? Description { get; init; }

    public required SchemaType Type { get; init; }

    public required FieldsType Parent { get; init; }

    public OrderedDictionary<string, InputDefinition> Arguments { get; init; } = new(StringComparer.Ordinal);

    public string? Deprecation { get; init; }

    public IReadOnlyList<Language.DirectiveNode> Directives { get; init; } = [];

    /// <summary>How it is answered; set when the schema is bound, on fields of object types only.</summary>
    public FieldResolver? Resolver { get; set; }

    public override string ToString() => $"{Parent.Name}.{Name}";
}
