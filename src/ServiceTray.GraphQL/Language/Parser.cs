namespace ServiceTray.GraphQL.Language;

/// <summary>Reads a document by recursive descent (specification, appendix C). Nesting is bounded, so the stack is too.</summary>
internal sealed partial class Parser
{
    private const int MaxNesting = 200;
    private readonly Source source;
    private readonly Lexer lexer;
    private int nesting;

    private Parser(Source source, int maxTokens)
    {
        this.source = source;
        lexer = new Lexer(source, maxTokens);
        lexer.Advance();
    }

    /// <summary>Reads operations, fragments and type system definitions.</summary>
    /// <exception cref="SyntaxException">The text is not GraphQL, or too long or deep.</exception>
    public static DocumentNode Parse(Source source, int maxTokens = int.MaxValue) => new Parser(source, maxTokens).Document();

    /// <summary>Reads one value without variables.</summary>
    public static ValueNode ParseValue(string text)
    {
        var parser = new Parser(new Source(text), int.MaxValue);
        var value = parser.Value(isConstant: true);
        parser.Expect(TokenKind.End);
        return value;
    }

    private DocumentNode Document()
    {
        var definitions = new List<DefinitionNode>();
        do
        {
            definitions.Add(Definition());
        }
        while (lexer.Kind != TokenKind.End);
        return new DocumentNode(source, definitions);
    }

    private DefinitionNode Definition()
    {
        if (lexer.Kind == TokenKind.BraceLeft)
        {
            return new OperationNode(lexer.Start, OperationKind.Query, null, [], [], SelectionSet());
        }

        var start = lexer.Start;
        var description = Description();
        if (lexer.Kind != TokenKind.Name)
        {
            throw Unexpected();
        }

        if (lexer.Is("extend"u8) && description is null)
        {
            lexer.Advance();
            return TypeSystem(start, null, isExtension: true);
        }

        return lexer.Text switch
        {
            "query" => Operation(OperationKind.Query),
            "mutation" => Operation(OperationKind.Mutation),
            "subscription" => Operation(OperationKind.Subscription),
            "fragment" => Fragment(),
            _ => TypeSystem(start, description, isExtension: false),
        };
    }

    private bool Skip(TokenKind kind)
    {
        if (lexer.Kind != kind)
        {
            return false;
        }

        lexer.Advance();
        return true;
    }

    private void Expect(TokenKind kind)
    {
        if (lexer.Kind != kind)
        {
            throw Unexpected(kind);
        }

        if (kind != TokenKind.End)
        {
            lexer.Advance();
        }
    }

    private bool SkipKeyword(ReadOnlySpan<byte> word)
    {
        if (lexer.Kind != TokenKind.Name || !lexer.Is(word))
        {
            return false;
        }

        lexer.Advance();
        return true;
    }

    private string Name()
    {
        if (lexer.Kind != TokenKind.Name)
        {
            throw Unexpected(TokenKind.Name);
        }

        var name = lexer.Text;
        lexer.Advance();
        return name;
    }

    private List<T> Many<T>(TokenKind open, Func<T> read, TokenKind close)
    {
        Expect(open);
        if (++nesting > MaxNesting)
        {
            throw lexer.Limit(lexer.Start, $"The document is nested deeper than {MaxNesting} levels.");
        }

        var items = new List<T>();
        do
        {
            items.Add(read());
        }
        while (!Skip(close));
        nesting--;
        return items;
    }

    private IReadOnlyList<T> OptionalMany<T>(TokenKind open, Func<T> read, TokenKind close) =>
        lexer.Kind == open ? Many(open, read, close) : [];

    private SyntaxException Unexpected(TokenKind? wanted = null) => lexer.Fail(
        lexer.Start,
        (wanted is { } kind ? $"expected {Spell(kind)}, found " : "unexpected ") + (lexer.Kind switch
        {
            TokenKind.End => "the end of the document.",
            TokenKind.Name => $"the name \"{lexer.Text}\".",
            TokenKind.String or TokenKind.BlockString => "a string.",
            _ => $"\"{lexer.Text}\".",
        }));

    private static string Spell(TokenKind kind) => kind switch
    {
        TokenKind.End => "the end of the document",
        TokenKind.Name => "a name",
        TokenKind.ParenLeft => "\"(\"",
        TokenKind.ParenRight => "\")\"",
        TokenKind.BraceLeft => "\"{\"",
        TokenKind.BraceRight => "\"}\"",
        TokenKind.BracketRight => "\"]\"",
        TokenKind.Colon => "\":\"",
        TokenKind.At => "\"@\"",
        TokenKind.EqualsSign => "\"=\"",
        _ => kind.ToString(),
    };
}
