using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Offerings.Duplicates;
using ServiceTray.Organisations;
using ServiceTray.Places;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Offerings.Duplicates;

public sealed class LikenessScores
{
    private static readonly Coordinates Centre = new(62.8924, 27.6770);

    /// <summary>Name 0.4, place 0.25, organisation 0.2, time 0.15; what is not told is half.</summary>
    [Theory]
    [InlineData("Senioritanssit torstaisin", "Senioritanssit torstaisin", 0, true, true, 1.0)]
    [InlineData("Senioritanssit torstaisin", "SENIORITANSSIT, torstaisin!", 0, true, true, 1.0)]
    [InlineData("Senioritanssit torstaisin", "Senioritanssit torstaisin", 0, true, null, 0.925)]
    [InlineData("Senioritanssit torstaisin", "Senioritanssit torstaisin", 0.01, true, null, 0.75)]
    [InlineData("Senioritanssit torstaisin", "Senioritanssit torstaisin", 1, true, null, 0.675)]
    [InlineData("Senioritanssit torstaisin", "Senioritanssit torstaisin", 0, true, false, 0.85)]
    [InlineData("Senioritanssit torstaisin", "Senioritanssit torstaisin", 0, false, null, 0.725)]
    public void Add_up_from_four_sides(string name, string like, double degreesNorth, bool sameOrganisation, bool? sameTime, double score)
    {
        var one = Placed("a", name, "Kokeilijat ry", Centre, sameTime is null ? null : Start());
        var other = Placed("b", like, sameOrganisation ? "Kokeilijat ry" : "Xyz", new Coordinates(Centre.Latitude + degreesNorth, Centre.Longitude), sameTime is null ? null : Start().AddHours(sameTime == true ? 0 : 1));
        var found = Likeness.Of(one, other, TrayApp.Now)!;
        Assert.Equal(score, found.Score, 9);
        Assert.Equal(found.Score, Likeness.Of(other, one, TrayApp.Now)!.Score, 12);
        Assert.All(found.Parts, part => Assert.InRange(part.Value, 0, part.Most));
    }

    [Theory]
    [InlineData("Senioritanssit", "Seniorijumppa")]
    [InlineData("Uimahalli", "Kirjasto")]
    [InlineData("???", "!!!")]
    public void Are_none_for_names_of_two_things(string name, string other) =>
        Assert.Null(Likeness.Of(Placed("a", name, "Kokeilijat ry", Centre, null), Placed("b", other, "Kokeilijat ry", Centre, null), TrayApp.Now));

    [Fact]
    public void Never_take_an_approximate_place_for_more_than_its_neighbourhood()
    {
        // A kilometre apart inside one cell of the grid: both are shown in its middle, so nothing tells them apart.
        var (west, east) = (new Coordinates(62.891, 27.645), new Coordinates(62.899, 27.665));
        Assert.Equal(west.Snapped(), east.Snapped());
        var score = Likeness.Of(Placed("a", "Ryhmä", "Kokeilijat ry", west, null, approximate: true), Placed("b", "Ryhmä", "Kokeilijat ry", east, null, approximate: true), TrayApp.Now)!.Score;
        Assert.Equal(0.925, score, 9);
    }

    private static DateTime Start() => new(2026, 9, 3, 17, 0, 0);

    private static PlacedOffering Placed(string key, string name, string organisation, Coordinates at, DateTime? start, bool approximate = false)
    {
        var offering = OwnOfferings.Activity(key, start is { } first ? OwnOfferings.Weekly(first) : null);
        offering.Name = LocalizedText.Of(name);
        return new PlacedOffering(
            offering,
            new Organisation { Id = Guid.NewGuid(), Name = LocalizedText.Of(organisation), Kind = OrganisationKind.Association, Source = new Source("test", organisation) },
            [new Place { Id = Guid.NewGuid(), Coordinates = at, Approximate = approximate }]);
    }
}
