namespace ServiceTray.Tests.Walls;

/// <summary>No file of ours is longer than 300 lines.</summary>
internal static class LengthWall
{
    public const int Lines = 300;

    public static IEnumerable<string> Breaches(IReadOnlyList<Source> sources) =>
        from source in sources
        let lines = source.Text.AsSpan().TrimEnd().Count('\n') + 1
        where lines > Lines
        select $"{source.Path}: {lines} lines, {Lines} are allowed";
}
