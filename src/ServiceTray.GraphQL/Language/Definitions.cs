namespace ServiceTray.GraphQL.Language;

internal enum TypeKind
{
    Scalar,
    Object,
    Interface,
    Union,
    Enum,
    InputObject,
    List,
    NonNull,
}

/// <summary>A definition of the type system (specification, section 3), or an extension of one.</summary>
internal abstract record TypeSystemNode(int Offset, bool IsExtension, string? Description, IReadOnlyList<DirectiveNode> Directives)
    : DefinitionNode(Offset);

internal sealed record SchemaNode(
    int Offset,
    bool IsExtension,
    string? Description,
    IReadOnlyList<DirectiveNode> Directives,
    IReadOnlyList<(OperationKind Kind, NamedTypeNode Type)> Roots) : TypeSystemNode(Offset, IsExtension, Description, Directives);

internal sealed record TypeDefinitionNode(int Offset, bool IsExtension, string? Description, IReadOnlyList<DirectiveNode> Directives)
    : TypeSystemNode(Offset, IsExtension, Description, Directives)
{
    public required TypeKind Kind { get; init; }

    public required string Name { get; init; }

    public IReadOnlyList<NamedTypeNode> Interfaces { get; init; } = [];

    public IReadOnlyList<FieldDefinitionNode> Fields { get; init; } = [];

    public IReadOnlyList<InputDefinitionNode> InputFields { get; init; } = [];

    public IReadOnlyList<NamedTypeNode> Members { get; init; } = [];

    public IReadOnlyList<EnumValueDefinitionNode> Values { get; init; } = [];
}

internal sealed record DirectiveDefinitionNode(
    int Offset,
    string? Description,
    string Name,
    IReadOnlyList<InputDefinitionNode> Arguments,
    bool IsRepeatable,
    IReadOnlyList<(string Name, int Offset)> Locations) : TypeSystemNode(Offset, false, Description, []);

internal sealed record FieldDefinitionNode(
    int Offset,
    string? Description,
    string Name,
    IReadOnlyList<InputDefinitionNode> Arguments,
    TypeNode Type,
    IReadOnlyList<DirectiveNode> Directives) : SyntaxNode(Offset);

/// <summary>An argument's or an input field's definition.</summary>
internal sealed record InputDefinitionNode(
    int Offset,
    string? Description,
    string Name,
    TypeNode Type,
    ValueNode? Default,
    IReadOnlyList<DirectiveNode> Directives) : SyntaxNode(Offset);

internal sealed record EnumValueDefinitionNode(int Offset, string? Description, string Name, IReadOnlyList<DirectiveNode> Directives)
    : SyntaxNode(Offset);
