using System.Text;

namespace ServiceTray.GraphQL.Language;

/// <summary>A document's text as UTF-8, with the name it is told by in errors.</summary>
internal sealed class Source(byte[] text, string name = "request")
{
    public Source(string text, string name = "request")
        : this(Encoding.UTF8.GetBytes(text), name)
    {
    }

    public byte[] Text { get; } = text;

    public string Name { get; } = name;

    /// <summary>Line and column of a byte offset; a line ends at LF, CR or CRLF, a column counts UTF-16 units as graphql-js does.</summary>
    public SourceLocation Locate(int offset)
    {
        var line = 1;
        var lineStart = 0;
        for (var i = 0; i < offset && i < Text.Length; i++)
        {
            if (Text[i] == '\n' || (Text[i] == '\r' && (i + 1 >= Text.Length || Text[i + 1] != '\n')))
            {
                line++;
                lineStart = i + 1;
            }
        }

        return new SourceLocation(line, Encoding.UTF8.GetCharCount(Text, lineStart, Math.Max(0, Math.Min(offset, Text.Length) - lineStart)) + 1);
    }
}
