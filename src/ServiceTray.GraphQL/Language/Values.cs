namespace ServiceTray.GraphQL.Language;

/// <summary>A value as written (specification, section 2.9).</summary>
internal abstract record ValueNode(int Offset) : SyntaxNode(Offset);

internal sealed record VariableValueNode(int Offset, string Name) : ValueNode(Offset);

internal sealed record IntValueNode(int Offset, string Text) : ValueNode(Offset);

internal sealed record FloatValueNode(int Offset, string Text) : ValueNode(Offset);

internal sealed record StringValueNode(int Offset, string Text, bool IsBlock) : ValueNode(Offset);

internal sealed record BooleanValueNode(int Offset, bool Value) : ValueNode(Offset);

internal sealed record NullValueNode(int Offset) : ValueNode(Offset);

internal sealed record EnumValueNode(int Offset, string Name) : ValueNode(Offset);

internal sealed record ListValueNode(int Offset, IReadOnlyList<ValueNode> Items) : ValueNode(Offset);

internal sealed record ObjectValueNode(int Offset, IReadOnlyList<ArgumentNode> Fields) : ValueNode(Offset);

/// <summary>A type as written (specification, section 2.11).</summary>
internal abstract record TypeNode(int Offset) : SyntaxNode(Offset);

internal sealed record NamedTypeNode(int Offset, string Name) : TypeNode(Offset)
{
    public override string ToString() => Name;
}

internal sealed record ListTypeNode(int Offset, TypeNode Of) : TypeNode(Offset)
{
    public override string ToString() => $"[{Of}]";
}

internal sealed record NonNullTypeNode(int Offset, TypeNode Of) : TypeNode(Offset)
{
    public override string ToString() => $"{Of}!";
}
