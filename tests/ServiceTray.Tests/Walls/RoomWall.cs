using System.Text.RegularExpressions;

namespace ServiceTray.Tests.Walls;

/// <summary>A room knows only the rooms that the house lets it know, and of Data the context, its changes and where it lies.</summary>
internal static partial class RoomWall
{
    /// <summary>The context, the rows of it that belong to no room, and where the data lie.</summary>
    private static readonly string[] OfData = ["TrayContext", "Change", "ChangeKind", "RowShelf", "TrayDatabase", "DatabaseFacts", "ScratchRows", "ScratchRow"];

    public static IEnumerable<string> Breaches(IReadOnlyList<Source> sources)
    {
        var service = sources.Where(source => source.Room is not null && source.IsProgramText).ToList();
        var declared = service.SelectMany(source => source.Declares.Select(name => (Room: source.Room!, Name: name))).ToHashSet();

        return service.Where(source => !House.Rooms.ContainsKey(source.Room!))
            .Select(source => $"{source.Path}: {source.Room} is a room that the table of the house does not have")
            .Concat(
                from source in service
                where House.Rooms.ContainsKey(source.Room!)
                from other in Known(source, declared)
                where other is not ("Data" or "Web") && !House.MayKnow(source.Room!, other)
                select $"{source.Path}: {source.Room} may not know {other}")
            .Concat(
                from source in service
                where House.Rooms.ContainsKey(source.Room!) && !House.MayKnow(source.Room!, "Data") && Known(source, declared).Contains("Data")
                from breach in BeyondTheContext(source, declared)
                select breach)
            .Concat(
                from source in service
                where House.Rooms.ContainsKey(source.Room!) && !source.IsEdge && !source.IsSetup && !House.MayKnow(source.Room!, "Web") && Known(source, declared).Contains("Web")
                select $"{source.Path}: only edges and setups may know Web");
    }

    private static IEnumerable<string> BeyondTheContext(Source source, HashSet<(string Room, string Name)> declared)
    {
        if (House.Ground.Contains(source.Room))
        {
            return [$"{source.Path}: {source.Room} may not know Data"];
        }

        // A mapping says how its things are stored, so it may use Data's columns and conversions; a setup registers.
        return source.Name.EndsWith("Mapping", StringComparison.Ordinal) || source.IsSetup
            ? []
            : declared.Where(type => type.Room == "Data" && !OfData.Contains(type.Name) && source.Names(type.Name))
                .Select(type => $"{source.Path}: of Data only the context, its changes and where it lies may be known, not {type.Name}");
    }

    private static HashSet<string> Known(Source source, HashSet<(string Room, string Name)> declared) =>
    [
        .. FullNames().Matches(source.Code).Select(match => match.Groups[1].Value).Where(House.Rooms.ContainsKey).Where(room => room != source.Room),

        // Inside the service's own namespace `Places.Place` needs no using.
        .. HalfNames().Matches(source.Code)
            .Where(match => match.Groups[1].Value != source.Room && declared.Contains((match.Groups[1].Value, match.Groups[2].Value)))
            .Select(match => match.Groups[1].Value),
    ];

    [GeneratedRegex(@"\bServiceTray\.([A-Z]\w*)")]
    private static partial Regex FullNames();

    [GeneratedRegex(@"(?<![\w.])([A-Z]\w*)\.([A-Z]\w*)")]
    private static partial Regex HalfNames();
}
