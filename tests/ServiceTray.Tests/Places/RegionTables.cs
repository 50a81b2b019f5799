using System.Text.Json;
using ServiceTray.Languages;
using ServiceTray.Places;
using Xunit;
using Xunit.Abstractions;

namespace ServiceTray.Tests.Places;

public sealed class RegionTables(ITestOutputHelper output)
{
    [Fact]
    public void Every_municipality_but_Alands_has_a_county()
    {
        var without = KnownPlaces.Regions.Municipalities.Where(municipality => municipality.County is null).ToList();

        Assert.Equal(16, without.Count);
        Assert.Contains(without, municipality => municipality.Name.In("sv")!.Value == "Mariehamn");
        Assert.Equal(22, KnownPlaces.Regions.Counties.Count);
        Assert.Equal("HEL", KnownPlaces.Regions["091"]!.County);
        Assert.Equal(19, KnownPlaces.Regions.Municipalities.Count(municipality => municipality.County == "PS"));
    }

    [Theory]
    [InlineData("297", 62.8924, 27.6782)]
    [InlineData("091", 60.1699, 24.9384)]
    [InlineData("837", 61.4978, 23.7610)]
    [InlineData("853", 60.4518, 22.2666)]
    [InlineData("564", 65.0121, 25.4651)]
    [InlineData("698", 66.5039, 25.7294)]
    public void A_towns_centre_lies_in_the_town(string code, double latitude, double longitude) =>
        Assert.InRange(KnownPlaces.Regions[code]!.Centre.MetresTo(new(latitude, longitude)), 0, 5_000);

    [Fact]
    public void A_point_lies_in_the_municipality_of_the_nearest_postal_area()
    {
        var regions = KnownPlaces.Regions;
        var areas = regions.PostalCodes.Where(area => area.HasOwnCentre).ToList();
        var random = new Random(8);
        for (var i = 0; i < 3_000; i++)
        {
            var point = new Coordinates(59 + (12 * random.NextDouble()), 19 + (13 * random.NextDouble()));
            var nearest = areas.MinBy(area => FlatSquare(area.Centre, point))!;

            Assert.Equal(nearest.Centre.MetresTo(point) <= 52_000 ? nearest.Municipality : null, regions.MunicipalityAt(point)?.Code);
        }

        // Over a few tens of kilometres the earth is as good as flat.
        static double FlatSquare(Coordinates from, Coordinates to) =>
            Math.Pow(from.Latitude - to.Latitude, 2) + Math.Pow((from.Longitude - to.Longitude) * Math.Cos(double.DegreesToRadians(to.Latitude)), 2);
    }

    [SkippableFact]
    public void Names_and_codes_are_the_registers_own()
    {
        var file = Path.Combine(Borders.Folder, "municipalities.json");
        Skip.IfNot(File.Exists(file), "The shared gazetteer is not beside the repository.");

        var told = JsonDocument.Parse(File.ReadAllText(file)).RootElement.EnumerateArray()
            .Select(row => (row.GetProperty("code").GetString()!, row.GetProperty("nameFi").GetString()!, row.GetProperty("nameSv").GetString()!));

        Assert.Equal(told.Order(), KnownPlaces.Regions.Municipalities.Select(m => (m.Code, m.Name.In("fi")!.Value, m.Name.In("sv")!.Value)).Order());
    }

    [Fact]
    public void Nothing_covers_a_point_abroad()
    {
        Assert.Empty(KnownPlaces.Regions.Covering(new(0, 0)));
        Assert.Empty(KnownPlaces.Regions.Covering(new(59.3293, 18.0686)));
        Assert.Empty(KnownPlaces.Regions.Covering(new(59.4370, 24.7536)));
        Assert.Empty(KnownPlaces.Regions.Covering(new(63.8258, 20.2630)));
        Assert.Equal(["478"], KnownPlaces.Regions.Covering(new(60.0973, 19.9348)));
        Assert.Equal(["297", "PS"], KnownPlaces.Regions.Covering(new(62.8924, 27.6782)));
    }

    // The borders are drawn to 1:4.5 million, so that an answer near one may be wrong without fault.
    [SkippableFact]
    public void What_covers_a_point_is_mostly_the_municipality_it_lies_in_and_nearly_always_its_county()
    {
        var borders = Borders.TryRead();
        Skip.If(borders is null, "The shared gazetteer's borders are not beside the repository.");
        var random = new Random(7);
        var (points, right, rightCounty) = (0, 0, 0);
        while (points < 2000)
        {
            var point = new Coordinates(59.5 + (random.NextDouble() * 10.6), 19.2 + (random.NextDouble() * 12.4));
            if (borders.MunicipalityAt(point) is not { } code)
            {
                continue;
            }

            points++;
            var covering = KnownPlaces.Regions.Covering(point);
            right += covering.Count > 0 && covering[0] == code ? 1 : 0;
            rightCounty += KnownPlaces.Regions[code]!.County is not { } county || covering.Contains(county) ? 1 : 0;
        }

        output.WriteLine($"of {points} points the municipality was right for {right}, the county for {rightCounty}");
        Assert.InRange(right, points * 80 / 100, points);
        Assert.InRange(rightCounty, points * 93 / 100, points);
    }

    [Fact]
    public void The_municipality_of_a_point_is_that_of_the_nearest_of_all_postal_areas()
    {
        var random = new Random(8);
        for (var i = 0; i < 3_000; i++)
        {
            // The sea, other lands and the poles too.
            var point = i % 10 == 0 ? new Coordinates((random.NextDouble() * 180) - 90, (random.NextDouble() * 360) - 180) : new Coordinates(58 + (random.NextDouble() * 13), 18 + (random.NextDouble() * 15));
            var east = Math.Cos(double.DegreesToRadians(point.Latitude));
            var nearest = KnownPlaces.Regions.PostalCodes.Where(area => area.HasOwnCentre)
                .MinBy(area => Math.Pow(area.Centre.Latitude - point.Latitude, 2) + Math.Pow((area.Centre.Longitude - point.Longitude) * east, 2))!;
            Assert.Equal(nearest.Centre.MetresTo(point) <= 52_000 ? nearest.Municipality : null, KnownPlaces.Regions.MunicipalityAt(point)?.Code);
        }
    }

    [Theory]
    [InlineData(90.01, 0)]
    [InlineData(0, -180.01)]
    [InlineData(double.NaN, 0)]
    [InlineData(0, double.PositiveInfinity)]
    public void Coordinates_cannot_lie_off_the_globe(double latitude, double longitude)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Coordinates(latitude, longitude));
        Assert.Null(Coordinates.OrNull(latitude, longitude));
    }

    [Theory]
    [InlineData(51.5, 0, 38.8, -77.1, 5918185)]
    [InlineData(0, 0, 0, 180, 20015115)]
    [InlineData(62.9, 27.7, 62.9, 27.7, 0)]
    public void Distances_are_those_of_the_sphere(double latitude, double longitude, double latitude2, double longitude2, double metres) =>
        Assert.Equal(metres, new Coordinates(latitude, longitude).MetresTo(new(latitude2, longitude2)), 20.0);

    [Fact]
    public void Pages_of_places_hold_none_to_a_hundred()
    {
        Assert.Empty(PlaceQueries.Places(KnownPlaces.Gazetteer, "Kuopio", 0));
        Assert.Single(PlaceQueries.Places(KnownPlaces.Gazetteer, "Kuopio", 100));
        Assert.Throws<ServiceTray.Refusals.PageSizeInvalidException>(() => PlaceQueries.Places(KnownPlaces.Gazetteer, "Kuopio", -1));
        Assert.Throws<ServiceTray.Refusals.PageSizeInvalidException>(() => PlaceQueries.Places(KnownPlaces.Gazetteer, "Kuopio", 101));
    }

    [Fact]
    public void Labels_come_in_the_language_asked()
    {
        var spot = KnownPlaces.Gazetteer.Resolve("Naantali");

        Assert.Equal(new Text("Nådendal", "sv"), SpotFields.Label(spot, new RequestLanguage { Language = Language.Sv }));
        Assert.Equal(new Text("Naantali", "fi"), SpotFields.Label(spot, new RequestLanguage { Language = Language.Sv }, Language.En));
    }
}
