namespace ServiceTray.GraphQL.Language;

/// <summary>Values and type references (specification, sections 2.9 to 2.11).</summary>
internal sealed partial class Parser
{
    private ValueNode Value(bool isConstant)
    {
        var start = lexer.Start;
        switch (lexer.Kind)
        {
            case TokenKind.BracketLeft:
                return List(isConstant);
            case TokenKind.BraceLeft:
                return Object(isConstant);
            case TokenKind.Int:
                return Take(new IntValueNode(start, lexer.Text));
            case TokenKind.Float:
                return Take(new FloatValueNode(start, lexer.Text));
            case TokenKind.String or TokenKind.BlockString:
                return Take(new StringValueNode(start, lexer.StringValue, lexer.Kind == TokenKind.BlockString));
            case TokenKind.Name:
                return Take(lexer.Text switch
                {
                    "true" => new BooleanValueNode(start, true),
                    "false" => new BooleanValueNode(start, false),
                    "null" => new NullValueNode(start),
                    var name => (ValueNode)new EnumValueNode(start, name),
                });
            case TokenKind.Dollar when !isConstant:
                lexer.Advance();
                return new VariableValueNode(start, Name());
            case TokenKind.Dollar:
                throw lexer.Fail(start, "a variable may not stand in a constant value.");
            default:
                throw Unexpected();
        }
    }

    private ValueNode Take(ValueNode value)
    {
        lexer.Advance();
        return value;
    }

    private ListValueNode List(bool isConstant)
    {
        var start = lexer.Start;
        Enter(TokenKind.BracketLeft);
        var items = new List<ValueNode>();
        while (!Skip(TokenKind.BracketRight))
        {
            items.Add(Value(isConstant));
        }

        nesting--;
        return new ListValueNode(start, items);
    }

    private ObjectValueNode Object(bool isConstant)
    {
        var start = lexer.Start;
        Enter(TokenKind.BraceLeft);
        var fields = new List<ArgumentNode>();
        while (!Skip(TokenKind.BraceRight))
        {
            fields.Add(Argument(isConstant));
        }

        nesting--;
        return new ObjectValueNode(start, fields);
    }

    private void Enter(TokenKind open)
    {
        Expect(open);
        if (++nesting > MaxNesting)
        {
            throw lexer.Limit(lexer.Start, $"The document is nested deeper than {MaxNesting} levels.");
        }
    }

    private TypeNode Type()
    {
        var start = lexer.Start;
        TypeNode type;
        if (lexer.Kind == TokenKind.BracketLeft)
        {
            Enter(TokenKind.BracketLeft);
            type = new ListTypeNode(start, Type());
            Expect(TokenKind.BracketRight);
            nesting--;
        }
        else
        {
            type = NamedType();
        }

        return Skip(TokenKind.Bang) ? new NonNullTypeNode(start, type) : type;
    }

    private NamedTypeNode NamedType()
    {
        var start = lexer.Start;
        return new NamedTypeNode(start, Name());
    }
}
