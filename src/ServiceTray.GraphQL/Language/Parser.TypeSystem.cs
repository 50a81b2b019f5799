namespace ServiceTray.GraphQL.Language;

/// <summary>Type system definitions and extensions (specification, section 3).</summary>
internal sealed partial class Parser
{
    private string? Description()
    {
        if (lexer.Kind is not (TokenKind.String or TokenKind.BlockString))
        {
            return null;
        }

        var text = lexer.StringValue;
        lexer.Advance();
        return text;
    }

    private TypeSystemNode TypeSystem(int start, string? description, bool isExtension)
    {
        if (lexer.Kind != TokenKind.Name)
        {
            throw Unexpected();
        }

        switch (lexer.Text)
        {
            case "schema":
                lexer.Advance();
                var schemaDirectives = Directives(isConstant: true);
                var roots = isExtension
                    ? OptionalMany(TokenKind.BraceLeft, Root, TokenKind.BraceRight)
                    : Many(TokenKind.BraceLeft, Root, TokenKind.BraceRight);
                return new SchemaNode(start, isExtension, description, schemaDirectives, roots);
            case "directive" when !isExtension:
                return DirectiveDefinition(start, description);
            case "scalar":
                return Definition(TypeKind.Scalar);
            case "type":
                return Definition(TypeKind.Object);
            case "interface":
                return Definition(TypeKind.Interface);
            case "union":
                return Definition(TypeKind.Union);
            case "enum":
                return Definition(TypeKind.Enum);
            case "input":
                return Definition(TypeKind.InputObject);
            default:
                throw Unexpected();
        }

        TypeDefinitionNode Definition(TypeKind kind)
        {
            lexer.Advance();
            var name = Name();
            var interfaces = kind is TypeKind.Object or TypeKind.Interface && SkipKeyword("implements"u8)
                ? Separated(TokenKind.Ampersand, NamedType)
                : [];
            var directives = Directives(isConstant: true);
            return new TypeDefinitionNode(start, isExtension, description, directives)
            {
                Kind = kind,
                Name = name,
                Interfaces = interfaces,
                Fields = kind is TypeKind.Object or TypeKind.Interface ? OptionalMany(TokenKind.BraceLeft, FieldDefinition, TokenKind.BraceRight) : [],
                InputFields = kind == TypeKind.InputObject ? OptionalMany(TokenKind.BraceLeft, InputDefinition, TokenKind.BraceRight) : [],
                Values = kind == TypeKind.Enum ? OptionalMany(TokenKind.BraceLeft, EnumValueDefinition, TokenKind.BraceRight) : [],
                Members = kind == TypeKind.Union && Skip(TokenKind.EqualsSign) ? Separated(TokenKind.Pipe, NamedType) : [],
            };
        }
    }

    private List<T> Separated<T>(TokenKind separator, Func<T> read)
    {
        Skip(separator);
        var items = new List<T>();
        do
        {
            items.Add(read());
        }
        while (Skip(separator));
        return items;
    }

    private (OperationKind Kind, NamedTypeNode Type) Root()
    {
        var start = lexer.Start;
        var kind = Name() switch
        {
            "query" => OperationKind.Query,
            "mutation" => OperationKind.Mutation,
            "subscription" => OperationKind.Subscription,
            var other => throw lexer.Fail(start, $"\"{other}\" is not a kind of operation."),
        };
        Expect(TokenKind.Colon);
        return (kind, NamedType());
    }

    private DirectiveDefinitionNode DirectiveDefinition(int start, string? description)
    {
        lexer.Advance();
        Expect(TokenKind.At);
        var name = Name();
        var arguments = OptionalMany(TokenKind.ParenLeft, InputDefinition, TokenKind.ParenRight);
        var repeatable = SkipKeyword("repeatable"u8);
        if (!SkipKeyword("on"u8))
        {
            throw lexer.Fail(lexer.Start, "expected \"on\" and the directive's locations.");
        }

        var locations = Separated(TokenKind.Pipe, () =>
        {
            var offset = lexer.Start;
            return DirectiveLocations.All.Contains(lexer.Text) ? (Name(), offset) : throw Unexpected();
        });
        return new DirectiveDefinitionNode(start, description, name, arguments, repeatable, locations);
    }

    private FieldDefinitionNode FieldDefinition()
    {
        var start = lexer.Start;
        var description = Description();
        var name = Name();
        var arguments = OptionalMany(TokenKind.ParenLeft, InputDefinition, TokenKind.ParenRight);
        Expect(TokenKind.Colon);
        return new FieldDefinitionNode(start, description, name, arguments, Type(), Directives(isConstant: true));
    }

    private InputDefinitionNode InputDefinition()
    {
        var start = lexer.Start;
        var description = Description();
        var name = Name();
        Expect(TokenKind.Colon);
        var type = Type();
        var value = Skip(TokenKind.EqualsSign) ? Value(isConstant: true) : null;
        return new InputDefinitionNode(start, description, name, type, value, Directives(isConstant: true));
    }

    private EnumValueDefinitionNode EnumValueDefinition()
    {
        var start = lexer.Start;
        var description = Description();
        if (lexer.Kind == TokenKind.Name && (lexer.Is("true"u8) || lexer.Is("false"u8) || lexer.Is("null"u8)))
        {
            throw lexer.Fail(lexer.Start, $"an enum value may not be named \"{lexer.Text}\".");
        }

        return new EnumValueDefinitionNode(start, description, Name(), Directives(isConstant: true));
    }
}
