using ServiceTray.Tests.Support;

namespace ServiceTray.Tests.Walls;

/// <summary>The files of ours under src, tests and build, without what is made or installed.</summary>
internal static class Sources
{
    private static readonly string[] Kinds = [".cs", ".razor", ".graphql", ".css", ".js", ".mjs", ".cjs", ".sh", ".csproj"];
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", "lib", "TestResults", "artifacts"];

    public static IReadOnlyList<Source> Read() =>
    [
        .. new[] { "src", "tests", "build" }.SelectMany(folder => Under(Path.Combine(Repository.Root, folder)))
            .Select(file => new Source(Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'), File.ReadAllText(file))),
    ];

    private static IEnumerable<string> Under(string folder) =>
        Directory.EnumerateFiles(folder).Where(file => Kinds.Contains(Path.GetExtension(file))).Order(StringComparer.Ordinal)
            .Concat(Directory.EnumerateDirectories(folder).Where(child => !NotOurs.Contains(Path.GetFileName(child))).Order(StringComparer.Ordinal).SelectMany(Under));
}
