using System.Text.RegularExpressions;

namespace ServiceTray.Tests.Walls;

/// <summary>As much of C# as the walls need: what is code, and which types are declared.</summary>
internal static partial class CSharpText
{
    public static string CodeOf(string text) =>
        CommentsAndStrings().Replace(text, match => match.Value.StartsWith('/') ? " " : "\"\"");

    public static string WithoutComments(string text) =>
        CommentsAndStrings().Replace(text, match => match.Value.StartsWith('/') ? " " : match.Value);

    public static string WithoutMarkupComments(string text) => MarkupComments().Replace(text, " ");

    [GeneratedRegex(@"\b(?:class|record\s+struct|record\s+class|record|struct|interface|enum)\s+(?<name>[A-Z]\w*)")]
    public static partial Regex Declarations();

    // At each place the first that fits is taken, so a quote in a comment opens no string and a slash in a string no comment.
    [GeneratedRegex("""
        //[^\n]*
        |/\*[\s\S]*?\*/
        |\$*"{3,}[\s\S]*?"{3,}
        |(?:\$@|@\$|@)"(?:[^"]|"")*"
        |\$?"(?:\\.|[^"\\\n])*"
        |'(?:\\.[^']*|[^'\\\n])'
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex CommentsAndStrings();

    [GeneratedRegex(@"@\*[\s\S]*?\*@|<!--[\s\S]*?-->")]
    private static partial Regex MarkupComments();
}
