using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Import;
using ServiceTray.Languages;
using ServiceTray.Organisations;
using ServiceTray.Places;
using Xunit;

namespace ServiceTray.Tests.Import.Ptv;

public sealed class PtvPlaces
{
    [Fact]
    public async Task An_address_becomes_a_place_with_a_point_in_degrees()
    {
        var (places, report) = await ReadAsync(Told.AnAddress());

        var place = Assert.Single(places);
        Assert.Equal(Source.IdOf("ptv", $"{Told.Location}#0"), place.Id);
        Assert.Equal(LocalizedText.Of("Puistohalli"), place.Name);
        Assert.Equal(LocalizedText.Of("Mallikatu 5", "Modellgatan 5"), place.StreetAddress);
        Assert.Equal(LocalizedText.Of("Ovi pihan puolella."), place.Arrival);
        Assert.Equal(("70100", "297"), (place.PostalCode, place.Municipality));
        Assert.True(place.Coordinates!.MetresTo(new Coordinates(62.8924, 27.6778)) < 3_000, "The market square of Kuopio is near.");
        Assert.Empty(report.Problems);
    }

    [Fact]
    public async Task The_same_street_told_twice_is_one_place_with_the_hand_entered_point()
    {
        var (places, _) = await ReadAsync(
            Told.AnAddress("Ok", "6974000", "533000", municipality: null),
            Told.AnAddress("EnteredByUser", "6974100", "533000"),
            Told.AnAddress(number: "7"));

        Assert.Equal(2, places.Count);
        var first = places.Single(place => place.Id == Source.IdOf("ptv", $"{Told.Location}#0"));
        Assert.Equal("297", first.Municipality);
        Assert.Equal(Tm35Fin.ToWgs84(6974100, 533000), first.Coordinates);
    }

    [Theory]
    [InlineData("NotReceived", "6974000", "533000", "no-coordinates")]
    [InlineData("Ok", "0", "0", "no-coordinates")]
    [InlineData("Ok", null, null, "no-coordinates")]
    [InlineData("Ok", "1533000", "2974000", "coordinates-outside")]
    public async Task A_point_that_cannot_be_trusted_is_left_out_and_reported(string state, string? northing, string? easting, string reason)
    {
        var (places, report) = await ReadAsync(Told.AnAddress(state, northing, easting));

        Assert.Null(Assert.Single(places).Coordinates);
        Assert.Contains(report.Problems, problem => problem.Reason == reason && problem.Id == Told.Location && problem.Path == "servicechannels.ndjson:1 $.addresses");
    }

    [Fact]
    public async Task A_municipality_not_told_is_the_postal_codes()
    {
        var (places, _) = await ReadAsync(Told.AnAddress(municipality: null));

        Assert.Equal("297", Assert.Single(places).Municipality);
    }

    [Theory]
    [InlineData("type", "Postal")]
    [InlineData("subType", "PostOfficeBox")]
    [InlineData("country", "SE")]
    public async Task An_address_that_cannot_be_visited_is_no_place(string property, string value)
    {
        var address = JsonNode.Parse(Told.AnAddress())!.AsObject();
        address[property] = value;

        var (places, _) = await ReadAsync(address.ToJsonString());

        Assert.Empty(places);
    }

    [Fact]
    public async Task A_channel_of_many_services_is_one_place()
    {
        await using var folder = await ImportFolder.OpenAsync();
        const string Other = "0a000000-0000-4000-8000-000000000002";

        await folder.ImportAsync([Told.AService().Line(), Told.AService(Other).Line()], [Told.ALocation().Line(), Told.APhone().Line()]);

        await using var context = await folder.ContextAsync();
        Assert.Single(await context.Places.ToListAsync());
        Assert.Equal(2, await context.Offerings.CountAsync());
    }

    private static async Task<(List<Place> Places, ImportReport Report)> ReadAsync(params string[] addresses)
    {
        await using var folder = await ImportFolder.OpenAsync();
        var location = Told.ALocation(change: channel => channel["addresses"] = new JsonArray([.. addresses.Select(address => JsonNode.Parse(address))]));
        var report = await folder.ImportAsync([Told.AService().Line()], [location.Line(), Told.APhone().Line()], [Told.AnOrganisation().Line()]);
        await using var context = await folder.ContextAsync();
        return (await context.Places.AsNoTracking().ToListAsync(), report);
    }

    [Theory]
    [InlineData("297", true)]
    [InlineData("091", false)]
    [InlineData(null, false)]
    public async Task Northing_and_easting_the_wrong_way_round_are_told_and_turned_only_where_the_municipality_proves_it(string? municipality, bool isTurned)
    {
        await using var folder = await ImportFolder.OpenAsync();
        var swapped = Told.ALocation(change: place => place["addresses"]![0] = JsonNode.Parse(Told.AnAddress(northing: "533000.5", easting: "6974000.5", municipality: municipality)));

        var report = await folder.ImportAsync([Told.AService().Line()], [swapped.Line(), Told.APhone().Line()]);

        await using var context = await folder.ContextAsync();
        var place = await context.Places.SingleAsync();
        Assert.Equal(1, report.Reasons[isTurned ? "coordinates-turned" : "coordinates-swapped"]);
        Assert.Equal(isTurned ? Tm35Fin.ToWgs84(6974000.5, 533000.5) : null, place.Coordinates);
    }
}
