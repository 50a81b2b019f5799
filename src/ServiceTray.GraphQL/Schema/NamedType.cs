using ServiceTray.GraphQL.Language;

namespace ServiceTray.GraphQL.Schema;

/// <summary>A type with a name. <see cref="Place"/> says where it is defined.</summary>
internal abstract class NamedType(string name, Place place) : SchemaType
{
    public string Name { get; } = name;

    public Place Place { get; } = place;

    public string? Description { get; set; }

    /// <summary>Directives of the definition and all its extensions.</summary>
    public List<DirectiveNode> Directives { get; } = [];

    /// <summary>The .NET type bound to it, if any.</summary>
    public Type? Bound { get; set; }

    public override NamedType Named => this;

    public bool IsComposite => Kind is TypeKind.Object or TypeKind.Interface or TypeKind.Union;

    public bool IsLeaf => Kind is TypeKind.Scalar or TypeKind.Enum;

    public bool IsBuiltIn => Place.Source.Name == BuiltIns.SourceName;

    public override string ToString() => Name;
}
