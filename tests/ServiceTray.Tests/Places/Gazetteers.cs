using ServiceTray.Languages;
using ServiceTray.Places;
using Xunit;

namespace ServiceTray.Tests.Places;

public sealed class Gazetteers
{
    [Theory]
    [InlineData("Kuopio", "297")]
    [InlineData("kuopiossa", "297")]
    [InlineData("KUOPIO", "297")]
    [InlineData("  Kuopioon ", "297")]
    [InlineData("i Kuopio", "297")]
    [InlineData("in Kuopio", "297")]
    [InlineData("Kuopion lähellä", "297")]
    [InlineData("Kuopion kaupunki", "297")]
    [InlineData("Kuopio, Suomi", "297")]
    [InlineData("Kuopio, Pohjois-Savo", "297")]
    [InlineData("Jyvaskyla", "179")]
    [InlineData("jyväskylä", "179")]
    [InlineData("Nådendal", "529")]
    [InlineData("nadendal", "529")]
    [InlineData("S:t Karins", "202")]
    [InlineData("St. Karins", "202")]
    [InlineData("Sankt Michel", "491")]
    [InlineData("Helsingfors", "091")]
    [InlineData("Helsingin", "091")]
    [InlineData("Mänttä Vilppula", "508")]
    [InlineData("mäntta-vilppulassa", "508")]
    [InlineData("Koski Tl", "284")]
    [InlineData("Pedersören kunta", "599")]
    [InlineData("Pedersöre kommun", "599")]
    [InlineData("Maarianhamina", "478")]
    [InlineData("Mariehamn", "478")]
    [InlineData("Puijonkatu 15, Kuopio", "297")]
    [InlineData("Turun tie 5, Salo", "734")]
    public void Understands_a_municipality(string words, string code)
    {
        var spot = KnownPlaces.Gazetteer.Resolve(words);

        Assert.Equal((code, SpotPrecision.Municipality), (spot.Municipality?.Code, spot.Precision));
        Assert.Equal(KnownPlaces.Regions[code]!.Centre, spot.Coordinates);
    }

    [Theory]
    [InlineData("70100", "70100 Kuopio")]
    [InlineData("70100 Kuopio", "70100 Kuopio")]
    [InlineData("Puijonkatu 15, 70100 Kuopio", "70100 Kuopio")]
    [InlineData("FI-70100", "70100 Kuopio")]
    [InlineData("79255", "79255 Kurjala")]
    public void Understands_a_postal_code(string words, string label)
    {
        var spot = KnownPlaces.Gazetteer.Resolve(words);

        Assert.Equal((label, SpotPrecision.PostalCode), (spot.Label.Pick(Language.Fi).Value, spot.Precision));
        Assert.Equal(KnownPlaces.Regions[label[..5]]!.Centre, spot.Coordinates);
    }

    [Fact]
    public void Tells_that_a_code_without_a_known_area_is_only_as_precise_as_its_municipality()
    {
        var spot = KnownPlaces.Gazetteer.Resolve("70101");

        Assert.Equal((SpotPrecision.Municipality, "297"), (spot.Precision, spot.Municipality?.Code));
    }

    [Theory]
    [InlineData("Leppävirta, Kurjala", "Kurjala, Leppävirta")]
    [InlineData("Kurjala Leppävirta", "Kurjala, Leppävirta")]
    [InlineData("Kurjalassa Leppävirralla", "Kurjala, Leppävirta")]
    [InlineData("kurjala", "Kurjala, Leppävirta")]
    [InlineData("Kurjala, Pohjois-Savo", "Kurjala, Leppävirta")]
    [InlineData("Puijonlaakso", "Puijonlaakso, Kuopio")]
    [InlineData("Puijonlaaksossa", "Puijonlaakso, Kuopio")]
    [InlineData("Lappi, Rauma", "Lappi, Rauma")]
    [InlineData("Nilsiä", "Nilsiä, Kuopio")]
    [InlineData("Ii as", "Ii as, Ii")]
    public void Understands_an_area(string words, string label)
    {
        var spot = KnownPlaces.Gazetteer.Resolve(words);

        Assert.Equal((label, SpotPrecision.Area), (spot.Label.Pick(Language.Fi).Value, spot.Precision));
    }

    [Theory]
    [InlineData("Pohjois-Savo", "Pohjois-Savon hyvinvointialue")]
    [InlineData("Pohjois-Savossa", "Pohjois-Savon hyvinvointialue")]
    [InlineData("Pohjois-Savon hyvinvointialue", "Pohjois-Savon hyvinvointialue")]
    [InlineData("Pohjois-Savon hyvinvointialueella", "Pohjois-Savon hyvinvointialue")]
    [InlineData("Norra Savolax", "Pohjois-Savon hyvinvointialue")]
    [InlineData("North Savo", "Pohjois-Savon hyvinvointialue")]
    [InlineData("Lapissa", "Lapin hyvinvointialue")]
    [InlineData("Satakunnassa", "Satakunnan hyvinvointialue")]
    [InlineData("Keski-Suomessa", "Keski-Suomen hyvinvointialue")]
    [InlineData("Vantaan ja Keravan hyvinvointialue", "Vantaan ja Keravan hyvinvointialue")]
    public void Understands_a_county(string words, string label)
    {
        var spot = KnownPlaces.Gazetteer.Resolve(words);

        Assert.Equal((label, SpotPrecision.County), (spot.Label.Pick(Language.Fi).Value, spot.Precision));
        Assert.Null(spot.Municipality);
    }

    [Theory]
    [InlineData("62.89, 27.68", 62.89, 27.68, "297")]
    [InlineData("62.89,27.68", 62.89, 27.68, "297")]
    [InlineData(" 62.89 27.68 ", 62.89, 27.68, "297")]
    [InlineData("62,89; 27,68", 62.89, 27.68, "297")]
    [InlineData("62,89 27,68", 62.89, 27.68, "297")]
    [InlineData("-33.9, 18.4", -33.9, 18.4, null)]
    public void Understands_a_point(string words, double latitude, double longitude, string? municipality)
    {
        var spot = KnownPlaces.Gazetteer.Resolve(words);

        Assert.Equal(new Coordinates(latitude, longitude), spot.Coordinates);
        Assert.Equal((SpotPrecision.Point, municipality), (spot.Precision, spot.Municipality?.Code));
    }

    [Fact]
    public void Calls_a_point_by_its_degrees_to_the_metre_in_every_language()
    {
        var label = KnownPlaces.Gazetteer.At(new(62.8912344, -27.5)).Label;

        Assert.Equal(LocalizedText.Of("62.89123, -27.5", "62.89123, -27.5", "62.89123, -27.5"), label);
    }

    // Most of the area is lake, and the middle of its map six kilometres from the market square.
    [Fact]
    public void Knows_the_middle_of_Kuopio_by_its_postal_code()
    {
        var spot = KnownPlaces.Gazetteer.Resolve("Puijonkatu 15, 70100 Kuopio");

        Assert.Equal(SpotPrecision.PostalCode, spot.Precision);
        Assert.InRange(spot.Coordinates!.Latitude, 62.885, 62.9);
        Assert.InRange(spot.Coordinates.Longitude, 27.66, 27.70);
    }

    [Fact]
    public void Finds_the_other_meanings_after_the_best()
    {
        var labels = KnownPlaces.Gazetteer.Find("70100 Kuopio", 10).Select(spot => spot.Label.Pick(Language.Fi).Value);

        Assert.Equal(["70100 Kuopio", "Kuopio"], labels);
    }

    [Fact]
    public void Completes_the_beginning_of_a_name_but_does_not_take_it_for_a_name()
    {
        Assert.Equal("Kuopio", KnownPlaces.Gazetteer.Find("Kuopi", 10)[0].Label.Pick(Language.Fi).Value);
        Assert.Equal(3, KnownPlaces.Gazetteer.Find("Lap", 3).Count);
        Assert.Throws<PlaceUnknownException>(() => KnownPlaces.Gazetteer.Resolve("Kuopi"));
    }

    [Fact]
    public void Every_name_of_the_tables_is_understood_as_it_is_spelled()
    {
        var regions = KnownPlaces.Regions;
        var missed = regions.Municipalities.SelectMany(m => m.Name.Select(name => (name.Value, m.Code)))
            .Where(pair => KnownPlaces.Gazetteer.Resolve(pair.Value).Municipality?.Code != pair.Code);
        var unknown = regions.PostalCodes.Where(p => p.HasOwnCentre).SelectMany(p => p.Name.Select(name => (Words: $"{name.Value}, {regions[p.Municipality]!.Name[0].Value}", p)))
            .Where(pair => KnownPlaces.Gazetteer.Resolve(pair.Words) is var spot
                && (spot.Municipality?.Code != pair.p.Municipality || (spot.Precision == SpotPrecision.Municipality) != regions[pair.p.Municipality]!.Name.Any(n => pair.p.Name.Contains(n) || pair.p.Name.Any(own => own.Value == n.Value))));

        Assert.Empty(missed);
        Assert.Empty(unknown.Select(pair => pair.Words));
    }
}
