using ServiceTray.GraphQL.Execution;

namespace ServiceTray.GraphQL.Schema;

/// <summary>A field of an object or interface type.</summary>
internal sealed class FieldDefinition(string name, Place place)
{
    private Lazy<FieldResolver>? resolver;

    public string Name { get; } = name;

    public Place Place { get; } = place;

    /// <summary>The name and colon as JSON text, behind a comma.</summary>
    public byte[] NextKey { get; } = KeyOf(name);

    public string? Description { get; init; }

    public required SchemaType Type { get; init; }

    public required FieldsType Parent { get; init; }

    public OrderedDictionary<string, InputDefinition> Arguments { get; init; } = new(StringComparer.Ordinal);

    public string? Deprecation { get; init; }

    /// <summary>What it is taken to cost.</summary>
    public FieldCost? Cost { get; init; }

    /// <summary>How it is answered; bound at start, made ready when it is first asked, on fields of object types only.</summary>
    public FieldResolver? Resolver => resolver?.Value;

    public void ResolveBy(Func<FieldResolver> ready) => resolver = new Lazy<FieldResolver>(ready);

    /// <summary>A response name and colon as JSON text, behind a comma.</summary>
    public static byte[] KeyOf(string name) => System.Text.Encoding.UTF8.GetBytes($",\"{name}\":");

    public override string ToString() => $"{Parent.Name}.{Name}";
}
