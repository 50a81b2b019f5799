using System.Globalization;
using System.Text;

namespace ServiceTray.GraphQL.Language;

/// <summary>Reads quoted strings with their escapes (specification, section 2.9.4).</summary>
internal static class StringLiterals
{
    public static string Read(byte[] text, ref int position, Lexer lexer)
    {
        var start = ++position;
        var stop = text.AsSpan(position).IndexOfAny("\"\\\n\r"u8);
        if (stop >= 0 && text[position + stop] == '"')
        {
            position += stop + 1;
            return Encoding.UTF8.GetString(text, start, stop);
        }

        var value = new StringBuilder();
        while (true)
        {
            stop = text.AsSpan(position).IndexOfAny("\"\\\n\r"u8);
            if (stop < 0 || text[position + stop] is (byte)'\n' or (byte)'\r')
            {
                throw lexer.Fail(stop < 0 ? text.Length : position + stop, "the string does not end.");
            }

            value.Append(Encoding.UTF8.GetString(text, position, stop));
            position += stop + 1;
            if (text[position - 1] == '"')
            {
                return value.ToString();
            }

            Escape(text, ref position, lexer, value);
        }
    }

    private static void Escape(byte[] text, ref int position, Lexer lexer, StringBuilder value)
    {
        var at = position - 1;
        var c = position < text.Length ? (char)text[position++] : '\0';
        switch (c)
        {
            case '"' or '\\' or '/':
                value.Append(c);
                break;
            case 'b':
                value.Append('\b');
                break;
            case 'f':
                value.Append('\f');
                break;
            case 'n':
                value.Append('\n');
                break;
            case 'r':
                value.Append('\r');
                break;
            case 't':
                value.Append('\t');
                break;
            case 'u':
                AppendUnicode(text, ref position, lexer, value, at);
                break;
            default:
                throw lexer.Fail(at, "invalid escape in a string.");
        }
    }

    private static void AppendUnicode(byte[] text, ref int position, Lexer lexer, StringBuilder value, int at)
    {
        int code;
        if (position < text.Length && text[position] == '{')
        {
            var close = text.AsSpan(position).IndexOf((byte)'}');
            code = close is < 2 or > 9 ? -1 : Hex(text, position + 1, close - 1);
            position += close + 1;
        }
        else
        {
            code = Hex(text, position, 4);
            position += 4;
            if (code is >= 0xD800 and <= 0xDBFF && text.AsSpan(Math.Min(position, text.Length)).StartsWith("\\u"u8)
                && Hex(text, position + 2, 4) is var low and >= 0xDC00 and <= 0xDFFF)
            {
                code = char.ConvertToUtf32((char)code, (char)low);
                position += 6;
            }
        }

        if (!Rune.IsValid(code))
        {
            throw lexer.Fail(at, "an escape in a string is not a Unicode character.");
        }

        value.Append(new Rune(code).ToString());
    }

    private static int Hex(byte[] text, int start, int length) =>
        start + length <= text.Length
        && int.TryParse(text.AsSpan(start, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) ? code : -1;
}
