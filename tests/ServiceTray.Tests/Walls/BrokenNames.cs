using Xunit;

namespace ServiceTray.Tests.Walls;

/// <summary>Made-up sources with names and lengths that the house does not have.</summary>
public sealed class BrokenNames
{
    [Theory]
    [InlineData("src/ServiceTray/Places/Spot.cs", "namespace ServiceTray.Place; record Spot;", "its namespace is not its folder, ServiceTray.Places")]
    [InlineData("src/ServiceTray/Import/Ptv/PtvReader.cs", "namespace ServiceTray.Import; class PtvReader;", "its namespace is not its folder, ServiceTray.Import.Ptv")]
    [InlineData("src/ServiceTray/Places/Spot.cs", "record Spot;", "has no namespace")]
    [InlineData("tests/ServiceTray.Tests/Places/Spots.cs", "namespace ServiceTray.Tests; class Spots;", "its namespace is not its folder, ServiceTray.Tests.Places")]
    [InlineData("src/ServiceTray/Web/Home.razor", "@namespace ServiceTray.Pages", "a page's namespace is its folder without saying so")]
    [InlineData("src/ServiceTray/Places/Helpers/Spot.cs", "namespace ServiceTray.Places.Helpers; record Spot;", "a folder that is named for no noun")]
    [InlineData("src/ServiceTray/Places/PlaceManager.cs", "namespace ServiceTray.Places; class PlaceManager;", "PlaceManager is no noun of the domain")]
    [InlineData("src/ServiceTray/Places/PlaceUtil.cs", "namespace ServiceTray.Places; static class PlaceUtil;", "PlaceUtil is no noun of the domain")]
    [InlineData("src/ServiceTray/Places/PlaceDto.cs", "namespace ServiceTray.Places; record struct PlaceDto(int A);", "PlaceDto is no noun of the domain")]
    [InlineData("src/ServiceTray/Places/Place.cs", "namespace ServiceTray.Places; interface IPlaceModel;", "IPlaceModel is no noun of the domain")]
    [InlineData("src/ServiceTray/Places/PlaceService.cs", "namespace ServiceTray.Places; class PlaceService;", "PlaceService is no noun of the domain")]
    [InlineData("src/ServiceTray/Places/Place.cs", "namespace ServiceTray.Places; abstract class EntityBase;", "EntityBase is no noun of the domain")]
    public void Are_told(string path, string text, string expected)
    {
        var breach = Assert.Single(NameWall.Breaches([new(path, text)]));
        Assert.Equal($"{path}: {expected}", breach);
    }

    [Theory]
    [InlineData("src/ServiceTray/Import/Ptv/PtvRecords.cs", "namespace ServiceTray.Import.Ptv; record PtvService;")]
    [InlineData("src/ServiceTray/Export/OpenReferral/Records.cs", "namespace ServiceTray.Export.OpenReferral; record Service; // a class of PlaceManager")]
    [InlineData("src/ServiceTray/Program.cs", "var app = Build(); partial class Program;")]
    [InlineData("src/ServiceTray.Search/Analysis/Finnish/Stem.cs", "namespace ServiceTray.Search.Analysis.Finnish;\nrecord Stem;")]
    public void Are_not_seen_where_the_house_allows(string path, string text) => Assert.Empty(NameWall.Breaches([new(path, text)]));

    [Fact]
    public void Tell_of_the_line_too_many()
    {
        Source Long(int lines) => new("src/ServiceTray/Web/site.css", string.Concat(Enumerable.Repeat("a {}\n", lines)));

        Assert.Empty(LengthWall.Breaches([Long(300)]));
        Assert.Equal("src/ServiceTray/Web/site.css: 301 lines, 300 are allowed", Assert.Single(LengthWall.Breaches([Long(301)])));
    }
}
