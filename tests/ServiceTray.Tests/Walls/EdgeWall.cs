using System.Text.RegularExpressions;

namespace ServiceTray.Tests.Walls;

/// <summary>Edges call acting classes; nothing but another edge, Web or a setup points back to an edge, and schema files point as their rooms do.</summary>
internal static partial class EdgeWall
{
    public static IEnumerable<string> Breaches(IReadOnlyList<Source> sources)
    {
        var service = sources.Where(source => source.IsOfService).ToList();

        // A name that also something else has (an engine's SearchPage beside a page) tells nothing.
        var others = sources.Where(source => !source.IsEdge).SelectMany(source => source.Declares).ToHashSet();
        var edges = service.Where(source => source.IsEdge).SelectMany(source => source.DeclaresEdges.Select(name => (source.Path, Name: name)))
            .Where(edge => !others.Contains(edge.Name)).ToList();

        return (from source in service
                where source.IsCSharp && !source.IsEdge && !source.IsSetup && source.Room != "Web"
                from edge in edges
                where source.Names(edge.Name)
                select $"{source.Path}: points back to the edge {edge.Path}")
            .Concat(SchemaBreaches(service.Where(source => source.IsGraphQL && source.Room is not null).ToList()));
    }

    private static IEnumerable<string> SchemaBreaches(List<Source> schemas)
    {
        var home = schemas
            .SelectMany(source => Declared().Matches(Plain(source)).Select(match => (Type: match.Groups[1].Value, source.Room)))
            .GroupBy(type => type.Type)
            .ToDictionary(group => group.Key, group => group.First().Room!);

        return from source in schemas
               where House.Rooms.ContainsKey(source.Room!)
               from type in Used().Matches(Plain(source)).SelectMany(match => match.Groups["type"].Captures).Select(capture => capture.Value).Distinct()
               where home.TryGetValue(type, out var room) && House.Rooms.ContainsKey(room) && room != "Web" && !House.MayKnow(source.Room!, room)
               select $"{source.Path}: {source.Room} may not know {home[type]}, where {type} stands; the later room extends the earlier";
    }

    private static string Plain(Source source) => Described().Replace(source.Text, " ");

    [GeneratedRegex("\"\"\"[\\s\\S]*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|#[^\\n]*")]
    private static partial Regex Described();

    [GeneratedRegex(@"(?<!extend\s+)\b(?:type|interface|enum|input|union|scalar)\s+([A-Z]\w*)")]
    private static partial Regex Declared();

    [GeneratedRegex(@":\s*\[*\s*(?<type>[A-Z]\w*)|\bextend\s+\w+\s+(?<type>[A-Z]\w*)|\bimplements\s+&?\s*(?<type>\w+)(?:\s*&\s*(?<type>\w+))*|=\s*\|?\s*(?<type>[A-Z]\w*)(?:\s*\|\s*(?<type>[A-Z]\w*))*")]
    private static partial Regex Used();
}
