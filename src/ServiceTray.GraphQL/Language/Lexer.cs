using System.Text;

namespace ServiceTray.GraphQL.Language;

/// <summary>Cuts UTF-8 text into tokens (specification, section 2.1). Holds the current token; moves on by <see cref="Advance"/>.</summary>
internal sealed class Lexer(Source source, int maxTokens)
{
    private readonly byte[] text = source.Text;
    private int position;
    private int count;

    public TokenKind Kind { get; private set; }

    /// <summary>Byte offset where the current token begins.</summary>
    public int Start { get; private set; }

    /// <summary>The value of a string token.</summary>
    public string StringValue { get; private set; } = "";

    /// <summary>The characters of the current token, which are ASCII for names and numbers.</summary>
    public string Text => Encoding.UTF8.GetString(text, Start, position - Start);

    public bool Is(ReadOnlySpan<byte> word) => text.AsSpan(Start, position - Start).SequenceEqual(word);

    public SyntaxException Fail(int offset, string message) => new(source, offset, message);

    public SyntaxException Limit(int offset, string message) => new(source, offset, message, isLimit: true);

    public void Advance()
    {
        SkipIgnored();
        Start = position;
        if (position >= text.Length)
        {
            Kind = TokenKind.End;
            return;
        }

        if (++count > maxTokens)
        {
            throw Limit(Start, $"The document has more than {maxTokens} tokens.");
        }

        var c = text[position];
        Kind = c switch
        {
            (byte)'!' => Punctuator(TokenKind.Bang),
            (byte)'$' => Punctuator(TokenKind.Dollar),
            (byte)'&' => Punctuator(TokenKind.Ampersand),
            (byte)'(' => Punctuator(TokenKind.ParenLeft),
            (byte)')' => Punctuator(TokenKind.ParenRight),
            (byte)':' => Punctuator(TokenKind.Colon),
            (byte)'=' => Punctuator(TokenKind.EqualsSign),
            (byte)'@' => Punctuator(TokenKind.At),
            (byte)'[' => Punctuator(TokenKind.BracketLeft),
            (byte)']' => Punctuator(TokenKind.BracketRight),
            (byte)'{' => Punctuator(TokenKind.BraceLeft),
            (byte)'|' => Punctuator(TokenKind.Pipe),
            (byte)'}' => Punctuator(TokenKind.BraceRight),
            (byte)'.' => Spread(),
            (byte)'"' => Quoted(),
            (byte)'-' or (>= (byte)'0' and <= (byte)'9') => Number(),
            _ when IsNameStart(c) => Name(),
            _ => throw Fail(position, $"unexpected character {Describe(position)}."),
        };
    }

    private static bool IsNameStart(byte c) => c == '_' || (uint)((c | 0x20) - 'a') < 26;

    private static bool IsDigit(byte c) => (uint)(c - '0') < 10;

    private byte Peek(int at) => at < text.Length ? text[at] : (byte)0;

    private TokenKind Punctuator(TokenKind kind)
    {
        position++;
        return kind;
    }

    private void SkipIgnored()
    {
        while (position < text.Length)
        {
            switch (text[position])
            {
                case (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)',':
                    position++;
                    break;
                case (byte)'#':
                    var rest = text.AsSpan(position).IndexOfAny((byte)'\n', (byte)'\r');
                    position = rest < 0 ? text.Length : position + rest;
                    break;
                case 0xEF when Peek(position + 1) == 0xBB && Peek(position + 2) == 0xBF:
                    position += 3;
                    break;
                default:
                    return;
            }
        }
    }

    private TokenKind Spread()
    {
        if (Peek(position + 1) != '.' || Peek(position + 2) != '.')
        {
            throw Fail(position, "unexpected character \".\".");
        }

        position += 3;
        return TokenKind.Spread;
    }

    private TokenKind Name()
    {
        while (position < text.Length && (IsNameStart(text[position]) || IsDigit(text[position])))
        {
            position++;
        }

        return TokenKind.Name;
    }

    private TokenKind Number()
    {
        var kind = TokenKind.Int;
        if (text[position] == '-')
        {
            position++;
        }

        if (Peek(position) == '0')
        {
            position++;
            if (IsDigit(Peek(position)))
            {
                throw Fail(position, $"a number may not begin with 0{(char)Peek(position)}.");
            }
        }
        else
        {
            Digits();
        }

        if (Peek(position) == '.')
        {
            kind = TokenKind.Float;
            position++;
            Digits();
        }

        if (Peek(position) is (byte)'e' or (byte)'E')
        {
            kind = TokenKind.Float;
            position++;
            if (Peek(position) is (byte)'+' or (byte)'-')
            {
                position++;
            }

            Digits();
        }

        return Peek(position) == '.' || IsNameStart(Peek(position))
            ? throw Fail(position, $"a number may not be followed by {Describe(position)}.")
            : kind;
    }

    private void Digits()
    {
        if (!IsDigit(Peek(position)))
        {
            throw Fail(position, $"expected a digit, found {Describe(position)}.");
        }

        while (IsDigit(Peek(position)))
        {
            position++;
        }
    }

    private TokenKind Quoted()
    {
        if (text.AsSpan(position).StartsWith("\"\"\""u8))
        {
            StringValue = BlockStrings.Read(text, ref position, this);
            return TokenKind.BlockString;
        }

        StringValue = StringLiterals.Read(text, ref position, this);
        return TokenKind.String;
    }

    private string Describe(int at) =>
        at >= text.Length ? "the end of the document"
        : Rune.DecodeFromUtf8(text.AsSpan(at), out var rune, out _) == System.Buffers.OperationStatus.Done && rune.Value >= 0x20 ? $"\"{rune}\""
        : $"U+{text[at]:X4}";
}
