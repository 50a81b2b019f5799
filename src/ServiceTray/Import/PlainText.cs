using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ServiceTray.Import;

/// <summary>Turns a source's HTML into plain lines.</summary>
internal static class PlainText
{
    private static readonly HashSet<string> OwnLine = ["P", "DIV", "BR", "LI", "UL", "OL", "H1", "H2", "H3", "H4", "H5", "H6", "TR", "BLOCKQUOTE", "SECTION"];

    /// <summary>The words that are read, a paragraph a line; what runs or dresses is left out.</summary>
    public static string? Of(string? html)
    {
        if (string.IsNullOrWhiteSpace(html))
        {
            return null;
        }

        if (!html.Contains('<', StringComparison.Ordinal) && !html.Contains('&', StringComparison.Ordinal))
        {
            return Tidy(html);
        }

        var words = new StringBuilder();
        var document = new HtmlParser().ParseDocument(html);
        Append(words, document.Body);
        return Tidy(words.ToString());
    }

    private static void Append(StringBuilder words, INode? root)
    {
        // A stack of its own: nesting is the sender's choice, the depth of ours is not.
        var open = new Stack<(INode? Node, bool IsEnd)>();
        open.Push((root, false));
        while (open.TryPop(out var at))
        {
            if (at.IsEnd)
            {
                words.Append('\n');
            }
            else if (at.Node is IText text)
            {
                words.Append(text.Data.Replace('\n', ' '));
            }
            else if (at.Node is { } node && node.NodeName is not ("SCRIPT" or "STYLE" or "TEMPLATE"))
            {
                if (OwnLine.Contains(node.NodeName))
                {
                    open.Push((node, true));
                    words.Append(node.NodeName == "LI" ? "\n* " : "\n");
                }

                for (var i = node.ChildNodes.Length - 1; i >= 0; i--)
                {
                    open.Push((node.ChildNodes[i], false));
                }
            }
        }
    }

    private static string? Tidy(string words)
    {
        var lines = words.Split('\n').Select(line => string.Join(' ', line.Split([' ', '\t', '\r', '\u00a0'], StringSplitOptions.RemoveEmptyEntries))).Where(line => line.Length > 0);
        var tidy = new string([.. string.Join('\n', lines).Where(c => c == '\n' || !char.IsControl(c))]);
        return tidy.Length == 0 ? null : tidy;
    }
}
