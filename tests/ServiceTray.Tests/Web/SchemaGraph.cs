using System.Text.RegularExpressions;

namespace ServiceTray.Tests.Web;

/// <summary>Reads a schema in SDL as a set of facts, one for each type, field, argument, enum value and interface, with its type and default.</summary>
internal sealed partial class SchemaGraph
{
    private readonly List<string> tokens;
    private readonly SortedSet<string> facts = new(StringComparer.Ordinal);
    private int at;

    private SchemaGraph(string sdl)
    {
        var plain = Described().Replace(sdl, " ");
        tokens = [.. Tokens().Matches(plain).Select(match => match.Value)];
    }

    public static IReadOnlySet<string> Read(string sdl)
    {
        var graph = new SchemaGraph(sdl);
        while (graph.at < graph.tokens.Count)
        {
            graph.Definition();
        }

        return graph.facts;
    }

    private string Next() => tokens[at++];

    private bool Skip(string token)
    {
        var found = at < tokens.Count && tokens[at] == token;
        at += found ? 1 : 0;
        return found;
    }

    private void Definition()
    {
        Skip("extend");
        var kind = Next();
        if (kind is "schema" or "directive")
        {
            SkipUnread(kind);
            return;
        }

        var name = Next();
        facts.Add($"{kind} {name}");
        if (Skip("implements"))
        {
            do
            {
                Skip("&");
                facts.Add($"{name} implements {Next()}");
            }
            while (tokens[at] == "&");
        }

        Directives();
        if (Skip("="))
        {
            do
            {
                Skip("|");
                facts.Add($"{name} = {Next()}");
            }
            while (at < tokens.Count && tokens[at] == "|");
        }

        if (!Skip("{"))
        {
            return;
        }

        while (!Skip("}"))
        {
            Member(kind, name);
        }
    }

    private void Member(string kind, string owner)
    {
        var path = $"{owner}.{Next()}";
        if (kind == "enum")
        {
            facts.Add(path);
        }
        else
        {
            if (Skip("("))
            {
                while (!Skip(")"))
                {
                    Typed($"{path}({Next()})");
                }
            }

            Typed(path);
        }

        Directives();
    }

    private void Typed(string path)
    {
        Assume(":");
        var type = "";
        do
        {
            type += Next();
        }
        while (tokens[at] is "!" or "]" || type.EndsWith('['));
        facts.Add($"{path}: {type}{(Skip("=") ? $" = {Value()}" : "")}");
        Directives();
    }

    private string Value()
    {
        var value = Next();
        for (var open = value is "[" or "{" ? 1 : 0; open > 0;)
        {
            var token = Next();
            open += token switch { "[" or "{" => 1, "]" or "}" => -1, _ => 0 };
            value += token;
        }

        return value;
    }

    private void Directives()
    {
        while (at < tokens.Count && Skip("@"))
        {
            Next();
            if (Skip("("))
            {
                while (Next() != ")")
                {
                }
            }
        }
    }

    private void SkipUnread(string kind)
    {
        if (kind == "schema")
        {
            while (Next() != "}")
            {
            }

            return;
        }

        Directives();
        Skip("repeatable");
        Assume("on");
        do
        {
            Skip("|");
            Next();
        }
        while (at < tokens.Count && tokens[at] == "|");
    }

    private void Assume(string token)
    {
        if (!Skip(token))
        {
            throw new FormatException($"{token} was awaited near {string.Join(' ', tokens.Skip(at - 5).Take(10))}");
        }
    }

    [GeneratedRegex("\"\"\"[\\s\\S]*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|#[^\\n]*")]
    private static partial Regex Described();

    [GeneratedRegex(@"[A-Za-z_]\w*|-?\d[\w.]*|[!$()\[\]{}:=@|&]")]
    private static partial Regex Tokens();
}
