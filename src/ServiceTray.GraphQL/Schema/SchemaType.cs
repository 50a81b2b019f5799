using ServiceTray.GraphQL.Language;

namespace ServiceTray.GraphQL.Schema;

/// <summary>A type as used: named, or a list or non-null of one (specification, section 3.4). The same use is always the same object.</summary>
internal abstract class SchemaType
{
    private ListType? list;
    private NonNullType? nonNull;

    public abstract TypeKind Kind { get; }

    /// <summary>The type without its wrappings.</summary>
    public abstract NamedType Named { get; }

    /// <summary>This type without its non-null wrapping.</summary>
    public virtual SchemaType Nullable => this;

    public bool IsNonNull => Kind == TypeKind.NonNull;

    public bool IsInput => Named.Kind is TypeKind.Scalar or TypeKind.Enum or TypeKind.InputObject;

    public bool IsOutput => Named.Kind != TypeKind.InputObject;

    public ListType AsList => list ??= new ListType(this);

    public NonNullType AsNonNull => nonNull ??= new NonNullType(this);
}

internal sealed class ListType(SchemaType of) : SchemaType
{
    public override TypeKind Kind => TypeKind.List;

    public SchemaType Of { get; } = of;

    public override NamedType Named => Of.Named;

    public override string ToString() => $"[{Of}]";
}

internal sealed class NonNullType(SchemaType of) : SchemaType
{
    public override TypeKind Kind => TypeKind.NonNull;

    public SchemaType Of { get; } = of;

    public override NamedType Named => Of.Named;

    public override SchemaType Nullable => Of;

    public override string ToString() => $"{Of}!";
}
