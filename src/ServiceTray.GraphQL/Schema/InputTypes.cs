using ServiceTray.GraphQL.Language;

namespace ServiceTray.GraphQL.Schema;

internal sealed class ScalarType(string name, Place place, Scalar scalar) : NamedType(name, place)
{
    public override TypeKind Kind => TypeKind.Scalar;

    public Scalar Scalar { get; } = scalar;

    public string? SpecifiedBy { get; set; }
}

internal sealed class EnumType(string name, Place place) : NamedType(name, place)
{
    public override TypeKind Kind => TypeKind.Enum;

    public OrderedDictionary<string, EnumValue> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>Values by what stands for them in .NET; filled when the schema is bound.</summary>
    public Dictionary<object, EnumValue> ByRuntime { get; } = [];
}

internal sealed class EnumValue(string name, Place place)
{
    public string Name { get; } = name;

    public Place Place { get; } = place;

    public string? Description { get; init; }

    public string? Deprecation { get; init; }

    /// <summary>What stands for it in .NET: a member of the bound enum, else the name.</summary>
    public object Runtime { get; set; } = name;

    public byte[] Json { get; } = System.Text.Encoding.UTF8.GetBytes($"\"{name}\"");
}

internal sealed class InputObjectType(string name, Place place) : NamedType(name, place)
{
    public override TypeKind Kind => TypeKind.InputObject;

    public OrderedDictionary<string, InputDefinition> Fields { get; } = new(StringComparer.Ordinal);

    public bool IsOneOf => Directives.Exists(d => d.Name == "oneOf");
}
