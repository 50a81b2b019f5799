using System.Text.RegularExpressions;

namespace ServiceTray.Tests.Walls;

/// <summary>The engines know the base library and themselves; Search also NetTopologySuite, GraphQL's Http also ASP.NET Core.</summary>
internal static partial class EngineWall
{
    private static readonly string[] Engines = ["ServiceTray.GraphQL", "ServiceTray.Search"];

    public static IEnumerable<string> Breaches(IReadOnlyList<Source> sources) =>
        from source in sources
        from engine in Engines
        where source.Path.StartsWith($"src/{engine}/", StringComparison.Ordinal)
        from breach in source.IsCSharp ? CodeBreaches(source, engine) : ProjectBreaches(source, engine)
        select breach;

    private static IEnumerable<string> CodeBreaches(Source source, string engine) =>
        from name in Usings().Matches(source.Code).Concat(FullNames().Matches(source.Code)).Select(match => match.Groups[1].Value).Distinct()
        where !MayName(source, engine, name)
        select $"{source.Path}: {engine} may not know {name}";

    private static bool MayName(Source source, string engine, string name) =>
        IsOrIsIn(name, "System") || IsOrIsIn(name, engine)
        || (engine == "ServiceTray.Search" && IsOrIsIn(name, "NetTopologySuite"))
        || (source.Path.StartsWith("src/ServiceTray.GraphQL/Http/", StringComparison.Ordinal) && IsOrIsIn(name, "Microsoft"));

    private static bool IsOrIsIn(string name, string parent) => name == parent || name.StartsWith(parent + ".", StringComparison.Ordinal);

    private static IEnumerable<string> ProjectBreaches(Source source, string engine) =>
        from match in References().Matches(source.Path.EndsWith(".csproj", StringComparison.Ordinal) ? source.Text : "")
        let name = match.Groups[2].Value
        where !((engine == "ServiceTray.Search" && name == "NetTopologySuite") || (engine == "ServiceTray.GraphQL" && name == "Microsoft.AspNetCore.App"))
        select $"{source.Path}: {engine} may not refer to {name}";

    [GeneratedRegex(@"\busing\s+(?:static\s+)?(?:\w+\s*=\s*)?(?:global::)?([A-Z]\w*(?:\.\w+)*)[\w<>,\s.]*;")]
    private static partial Regex Usings();

    [GeneratedRegex(@"(?<![\w.])((?:Microsoft|NetTopologySuite|ServiceTray|Newtonsoft|NodaTime)(?:\.[A-Z]\w*)+)")]
    private static partial Regex FullNames();

    [GeneratedRegex("<(Package|Project|Framework)Reference\\s+Include=\"([^\"]+)\"")]
    private static partial Regex References();
}
