using ServiceTray.Offerings;
using ServiceTray.Places;

namespace ServiceTray.Import.Ptv;

/// <summary>For whom by region: the whole country, or areas as municipalities and whole counties.</summary>
internal static class PtvAvailabilityReader
{
    public static Availability Read(PtvService service, Regions regions, PtvTrouble trouble) => service.AreaType switch
    {
        "Nationwide" => new(true, false, []),
        "NationwideExceptAlandIslands" => new(true, true, []),
        _ => new(false, false, Whole([.. service.Areas.Told().SelectMany(area => Codes(area, regions, trouble))], regions)),
    };

    private static IEnumerable<string> Codes(PtvArea area, Regions regions, PtvTrouble trouble)
    {
        var municipalities = area.Municipalities.Told().Select(municipality => municipality.Code).OfType<string>().ToList();
        if (municipalities.Count == 0 && area.Type == "WellbeingServiceCounties")
        {
            // The register numbers counties in its own way; their names are the same.
            var names = PtvTexts.First(area.Name.Told());
            return regions.Counties.Where(county => names.In("fi")?.Value is { } name && county.Name.Concat(county.ShortName).Any(own => own.Value == name)).Select(county => county.Code);
        }

        foreach (var unknown in municipalities.Where(code => regions.Municipality(code) is null))
        {
            trouble.Add("municipality-unknown", $"There is no municipality {unknown} any more.", "$.areas");
        }

        return municipalities.Where(code => regions.Municipality(code) is not null);
    }

    /// <summary>Municipalities that fill a county are told as the county.</summary>
    private static string[] Whole(HashSet<string> codes, Regions regions)
    {
        foreach (var county in regions.Counties)
        {
            var within = regions.Municipalities.Where(municipality => municipality.County == county.Code).Select(municipality => municipality.Code).ToList();
            if (within.Count > 1 && within.TrueForAll(codes.Contains))
            {
                codes.Add(county.Code);
            }

            if (codes.Contains(county.Code))
            {
                codes.ExceptWith(within);
            }
        }

        return [.. codes.Order(StringComparer.Ordinal)];
    }
}
