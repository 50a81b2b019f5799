namespace ServiceTray.GraphQL.Language;

/// <summary>A node of the syntax tree; <paramref name="Offset"/> is the byte where it begins.</summary>
internal abstract record SyntaxNode(int Offset);

/// <summary>A whole text: operations, fragments, and definitions of types.</summary>
internal sealed record DocumentNode(Source Source, IReadOnlyList<DefinitionNode> Definitions) : SyntaxNode(0);

internal abstract record DefinitionNode(int Offset) : SyntaxNode(Offset);

internal enum OperationKind
{
    Query,
    Mutation,
    Subscription,
}

internal sealed record OperationNode(
    int Offset,
    OperationKind Kind,
    string? Name,
    IReadOnlyList<VariableNode> Variables,
    IReadOnlyList<DirectiveNode> Directives,
    SelectionSetNode Selections) : DefinitionNode(Offset);

internal sealed record FragmentNode(
    int Offset,
    string Name,
    NamedTypeNode On,
    IReadOnlyList<DirectiveNode> Directives,
    SelectionSetNode Selections) : DefinitionNode(Offset);

internal sealed record VariableNode(int Offset, string Name, TypeNode Type, ValueNode? Default, IReadOnlyList<DirectiveNode> Directives)
    : SyntaxNode(Offset);

internal sealed record SelectionSetNode(int Offset, IReadOnlyList<SelectionNode> Items) : SyntaxNode(Offset);

internal abstract record SelectionNode(int Offset, IReadOnlyList<DirectiveNode> Directives) : SyntaxNode(Offset);

internal sealed record FieldNode(
    int Offset,
    string? Alias,
    string Name,
    IReadOnlyList<ArgumentNode> Arguments,
    IReadOnlyList<DirectiveNode> Directives,
    SelectionSetNode? Selections) : SelectionNode(Offset, Directives)
{
    public string ResponseName => Alias ?? Name;
}

internal sealed record SpreadNode(int Offset, string Name, IReadOnlyList<DirectiveNode> Directives) : SelectionNode(Offset, Directives);

internal sealed record InlineFragmentNode(int Offset, NamedTypeNode? On, IReadOnlyList<DirectiveNode> Directives, SelectionSetNode Selections)
    : SelectionNode(Offset, Directives);

internal sealed record ArgumentNode(int Offset, string Name, ValueNode Value) : SyntaxNode(Offset);

internal sealed record DirectiveNode(int Offset, string Name, IReadOnlyList<ArgumentNode> Arguments) : SyntaxNode(Offset)
{
    public ValueNode? Argument(string name) => Arguments.FirstOrDefault(a => a.Name == name)?.Value;
}
