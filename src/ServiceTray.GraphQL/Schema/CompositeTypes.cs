using ServiceTray.GraphQL.Language;

namespace ServiceTray.GraphQL.Schema;

/// <summary>Object or interface: a type with fields.</summary>
internal abstract class FieldsType(string name, Place place) : NamedType(name, place)
{
    public OrderedDictionary<string, FieldDefinition> Fields { get; } = new(StringComparer.Ordinal);

    public List<InterfaceType> Interfaces { get; } = [];
}

internal sealed class ObjectType(string name, Place place) : FieldsType(name, place)
{
    public override TypeKind Kind => TypeKind.Object;

    /// <summary>The name as JSON text, for <c>__typename</c>.</summary>
    public byte[] NameJson { get; } = System.Text.Encoding.UTF8.GetBytes($"\"{name}\"");
}

internal sealed class InterfaceType(string name, Place place) : FieldsType(name, place)
{
    public override TypeKind Kind => TypeKind.Interface;
}

internal sealed class UnionType(string name, Place place) : NamedType(name, place)
{
    public override TypeKind Kind => TypeKind.Union;

    public List<ObjectType> Members { get; } = [];
}
