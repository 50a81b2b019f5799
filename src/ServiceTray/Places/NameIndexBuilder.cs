using ServiceTray.Languages;

namespace ServiceTray.Places;

/// <summary>Names every municipality, county, neighbourhood and postal area.</summary>
internal static class NameIndexBuilder
{
    /// <summary>The names of all regions.</summary>
    public static NameIndex Build(Regions regions)
    {
        var index = new NameIndex();
        foreach (var municipality in regions.Municipalities)
        {
            var spot = new Spot(municipality.Name, SpotPrecision.Municipality, municipality.Centre, municipality);
            AddAll(index, municipality.Name, spot);

            // Koski Tl is Koski to people; Tl tells it from others of old (Turun lääni).
            foreach (var name in municipality.Name.Where(name => name.Value.EndsWith(" Tl", StringComparison.Ordinal)))
            {
                index.Add(name.Value[..^3], spot);
            }
        }

        // Helsinki is a county of its own, and by its name the municipality is meant.
        var municipalities = regions.Municipalities.Select(municipality => municipality.Name[0]).ToHashSet();
        foreach (var county in regions.Counties.Where(county => !municipalities.Contains(county.ShortName[0])))
        {
            var spot = new Spot(county.Name, SpotPrecision.County, county.Centre, Municipality: null);
            AddAll(index, county.Name, spot);
            AddAll(index, county.ShortName, spot);
        }

        foreach (var neighbourhood in regions.Neighbourhoods)
        {
            AddArea(index, neighbourhood.Name, neighbourhood.Municipality, neighbourhood.Centre);
        }

        AddPostalAreas(index, regions);
        return index;
    }

    private static void AddPostalAreas(NameIndex index, Regions regions)
    {
        // A town has many codes of its own name: they are the town. An area of several codes stands once, by its first.
        var seen = new HashSet<(string, string?)>();
        foreach (var postal in regions.PostalCodes.Where(region => region.HasOwnCentre))
        {
            var municipality = regions.Municipality(postal.Municipality)!;
            if (!IsMunicipalitys(postal, municipality) && seen.Add((postal.Name[0].Value, postal.Municipality)))
            {
                AddArea(index, postal.Name, municipality, postal.Centre);
            }
        }
    }

    private static bool IsMunicipalitys(Region postal, Region municipality) =>
        postal.Name.Any(name => municipality.Name.Any(own => own.Value == name.Value));

    private static void AddArea(NameIndex index, LocalizedText name, Region municipality, Coordinates centre)
    {
        var label = LocalizedText.Of(name.Select(text =>
            (text.Language, (string?)$"{text.Value}, {municipality.Name.In(text.Language)?.Value ?? municipality.Name[0].Value}")));
        AddAll(index, name, new Spot(label, SpotPrecision.Area, centre, municipality));
    }

    private static void AddAll(NameIndex index, LocalizedText names, Spot spot)
    {
        foreach (var name in names)
        {
            index.Add(name.Value, spot);
        }
    }
}
