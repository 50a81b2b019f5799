using System.Text;

namespace ServiceTray.GraphQL.Language;

/// <summary>Reads block strings and takes their common indentation away (specification, section 2.9.4).</summary>
internal static class BlockStrings
{
    public static string Read(byte[] text, ref int position, Lexer lexer)
    {
        position += 3;
        var raw = new StringBuilder();
        while (true)
        {
            var stop = text.AsSpan(position).IndexOf("\"\"\""u8);
            if (stop < 0)
            {
                throw lexer.Fail(text.Length, "the block string does not end.");
            }

            var escaped = stop > 0 && text[position + stop - 1] == '\\';
            raw.Append(Encoding.UTF8.GetString(text, position, escaped ? stop - 1 : stop));
            position += stop + 3;
            if (!escaped)
            {
                return Dedent(raw.ToString());
            }

            raw.Append("\"\"\"");
        }
    }

    internal static string Dedent(string raw)
    {
        var lines = raw.ReplaceLineEndingsOfGraphQL().Split('\n');
        var indent = int.MaxValue;
        for (var i = 1; i < lines.Length; i++)
        {
            var leading = Leading(lines[i]);
            if (leading < lines[i].Length)
            {
                indent = Math.Min(indent, leading);
            }
        }

        for (var i = 1; i < lines.Length && indent != int.MaxValue; i++)
        {
            lines[i] = lines[i][Math.Min(indent, lines[i].Length)..];
        }

        var first = Array.FindIndex(lines, line => Leading(line) < line.Length);
        var last = Array.FindLastIndex(lines, line => Leading(line) < line.Length);
        return first < 0 ? "" : string.Join('\n', lines[first..(last + 1)]);
    }

    // Only LF, CR and CRLF end a line in GraphQL; the framework's own method takes more.
    private static string ReplaceLineEndingsOfGraphQL(this string text) =>
        text.Contains('\r') ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;

    private static int Leading(string line)
    {
        var i = 0;
        while (i < line.Length && line[i] is ' ' or '\t')
        {
            i++;
        }

        return i;
    }
}
