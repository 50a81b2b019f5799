namespace ServiceTray.GraphQL.Language;

/// <summary>Lexical tokens (specification, section 2.1.6).</summary>
internal enum TokenKind
{
    End,
    Bang,
    Dollar,
    Ampersand,
    ParenLeft,
    ParenRight,
    Spread,
    Colon,
    EqualsSign,
    At,
    BracketLeft,
    BracketRight,
    BraceLeft,
    Pipe,
    BraceRight,
    Name,
    Int,
    Float,
    String,
    BlockString,
}
