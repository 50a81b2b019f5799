using ServiceTray.Tests.Walls;
using Xunit;

namespace ServiceTray.Tests;

/// <summary>Reads the sources and keeps the arrows of the house; Walls/ holds one wall a file, and shows each broken.</summary>
public sealed class WallTests
{
    private static readonly IReadOnlyList<Source> Ours = Sources.Read();

    [Fact]
    public void Rooms_know_only_whom_the_house_lets_them() => Stands(RoomWall.Breaches(Ours));

    [Fact]
    public void Nothing_points_back_to_an_edge() => Stands(EdgeWall.Breaches(Ours));

    [Fact]
    public void Libraries_are_named_in_one_kind_of_place() => Stands(LibraryWall.Breaches(Ours));

    [Fact]
    public void Engines_depend_on_the_base_library_alone() => Stands(EngineWall.Breaches(Ours));

    [Fact]
    public void Names_are_nouns_and_namespaces_are_folders() => Stands(NameWall.Breaches(Ours));

    [Fact]
    public void No_file_is_longer_than_300_lines() => Stands(LengthWall.Breaches(Ours));

    [Fact]
    public void Sources_of_all_three_projects_were_read() => Assert.All(
        ["src/ServiceTray/Data/TrayContext.cs", "src/ServiceTray.GraphQL/BatchLoader.cs", "src/ServiceTray.Search/SearchIndex.cs", "tests/run.sh"],
        path => Assert.Contains(Ours, source => source.Path == path));

    private static void Stands(IEnumerable<string> breaches) => Assert.True(!breaches.Any(), string.Join('\n', breaches));
}
