namespace ServiceTray.GraphQL.Language;

/// <summary>Operations, fragments and selections (specification, sections 2.3 to 2.8).</summary>
internal sealed partial class Parser
{
    private OperationNode Operation(OperationKind kind)
    {
        var start = lexer.Start;
        lexer.Advance();
        var name = lexer.Kind == TokenKind.Name ? Name() : null;
        var variables = OptionalMany(TokenKind.ParenLeft, Variable, TokenKind.ParenRight);
        return new OperationNode(start, kind, name, variables, Directives(isConstant: false), SelectionSet());
    }

    private VariableNode Variable()
    {
        var start = lexer.Start;
        Description();
        Expect(TokenKind.Dollar);
        var name = Name();
        Expect(TokenKind.Colon);
        var type = Type();
        var value = Skip(TokenKind.EqualsSign) ? Value(isConstant: true) : null;
        return new VariableNode(start, name, type, value, Directives(isConstant: true));
    }

    private FragmentNode Fragment()
    {
        var start = lexer.Start;
        lexer.Advance();
        if (lexer.Kind == TokenKind.Name && lexer.Is("on"u8))
        {
            throw Unexpected();
        }

        var name = Name();
        if (!SkipKeyword("on"u8))
        {
            throw lexer.Fail(lexer.Start, "expected \"on\" and a type.");
        }

        return new FragmentNode(start, name, NamedType(), Directives(isConstant: false), SelectionSet());
    }

    private SelectionSetNode SelectionSet()
    {
        var start = lexer.Start;
        return new SelectionSetNode(start, Many(TokenKind.BraceLeft, Selection, TokenKind.BraceRight));
    }

    private SelectionNode Selection()
    {
        if (lexer.Kind != TokenKind.Spread)
        {
            return Field();
        }

        var start = lexer.Start;
        lexer.Advance();
        if (lexer.Kind == TokenKind.Name && !lexer.Is("on"u8))
        {
            return new SpreadNode(start, Name(), Directives(isConstant: false));
        }

        var on = SkipKeyword("on"u8) ? NamedType() : null;
        return new InlineFragmentNode(start, on, Directives(isConstant: false), SelectionSet());
    }

    private FieldNode Field()
    {
        var start = lexer.Start;
        var name = Name();
        string? alias = null;
        if (Skip(TokenKind.Colon))
        {
            (alias, name) = (name, Name());
        }

        var arguments = Arguments(isConstant: false);
        var directives = Directives(isConstant: false);
        return new FieldNode(start, alias, name, arguments, directives, lexer.Kind == TokenKind.BraceLeft ? SelectionSet() : null);
    }

    private IReadOnlyList<ArgumentNode> Arguments(bool isConstant) =>
        lexer.Kind == TokenKind.ParenLeft
            ? Many<ArgumentNode>(TokenKind.ParenLeft, isConstant ? ConstantArgument : Argument, TokenKind.ParenRight)
            : [];

    private ArgumentNode Argument() => Argument(isConstant: false);

    private ArgumentNode ConstantArgument() => Argument(isConstant: true);

    private ArgumentNode Argument(bool isConstant)
    {
        var start = lexer.Start;
        var name = Name();
        Expect(TokenKind.Colon);
        return new ArgumentNode(start, name, Value(isConstant));
    }

    private IReadOnlyList<DirectiveNode> Directives(bool isConstant)
    {
        if (lexer.Kind != TokenKind.At)
        {
            return [];
        }

        var directives = new List<DirectiveNode>();
        while (lexer.Kind == TokenKind.At)
        {
            var start = lexer.Start;
            lexer.Advance();
            directives.Add(new DirectiveNode(start, Name(), Arguments(isConstant)));
        }

        return directives;
    }
}
