using System.Globalization;
using ServiceTray.Offerings;
using ServiceTray.Places;

namespace ServiceTray.Import.Lahella;

/// <summary>For whom: ages, genders and regions as codes tell them.</summary>
internal static class LahellaAudiences
{
    private const string Range = "ageGroup/range:";

    /// <summary>From here on a range has no end: the codes end at 99.</summary>
    private const int Open = 99;

    /// <summary>The ages that the ranges span together.</summary>
    public static AgeSpan Ages(LahellaTraits traits, Action<string, string> trouble)
    {
        var ranges = Ranges(traits);
        if (ranges.Count == 0)
        {
            return AgeSpan.Any;
        }

        var (least, most) = (ranges.Min(range => range.From), ranges.Max(range => range.To));
        return AgesReader.Read(least == 0 ? null : least, most >= Open ? null : most, trouble);
    }

    /// <summary>The groups that ages and genders name; what is for all ages is for nobody more than others.</summary>
    public static IReadOnlyList<AudienceCode> Audiences(LahellaTraits traits)
    {
        var ranges = Ranges(traits);
        var audiences = new List<AudienceCode>();
        if (ranges.Count > 0 && ranges.TrueForAll(range => range.To < 18))
        {
            audiences.Add(ranges.TrueForAll(range => range.From >= 13) ? AudienceCode.Youth : AudienceCode.Children);
        }

        if (ranges.Count > 0 && ranges.TrueForAll(range => range.From is >= 13 and < 18 && range.To < 30))
        {
            audiences.Add(AudienceCode.Youth);
        }

        if (ranges.Count > 0 && ranges.TrueForAll(range => range.From >= 60))
        {
            audiences.Add(AudienceCode.OlderPeople);
        }

        var genders = (traits.Demographic ?? []).Where(code => code?.StartsWith("gender/", StringComparison.Ordinal) == true).ToList();
        if (genders is [var only])
        {
            audiences.AddRange(only switch { "gender/male" => [AudienceCode.Men], "gender/female" => [AudienceCode.Women], _ => Array.Empty<AudienceCode>() });
        }

        return [.. audiences.Distinct()];
    }

    /// <summary>The municipalities and counties that are named; a region that is none of them is told.</summary>
    public static Availability Regions(LahellaTraits traits, Regions regions, Action<string, string> trouble)
    {
        var codes = new List<string>();
        foreach (var told in (traits.Region ?? []).OfType<string>())
        {
            var named = told.Split('/') is [var kind, "FI", var name]
                ? (kind == "city" ? regions.Municipalities : regions.Counties).FirstOrDefault(region => region.Name.Concat(region.ShortName).Any(own => own.Value.Equals(name, StringComparison.OrdinalIgnoreCase)))
                : null;
            if (named is null)
            {
                trouble("region-unknown", $"{told} is no municipality and no county; it is left out.");
            }
            else
            {
                codes.Add(named.Code);
            }
        }

        return codes.Count == 0 ? Availability.Nowhere : new Availability(false, false, [.. codes.Distinct()]);
    }

    private static List<(int From, int To)> Ranges(LahellaTraits traits) =>
    [
        .. from code in traits.Demographic ?? []
           where code is not null && code.StartsWith(Range, StringComparison.Ordinal)
           let ends = code[Range.Length..].Split('-')
           where ends.Length == 2 && int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out _) && int.TryParse(ends[1], NumberStyles.None, CultureInfo.InvariantCulture, out _)
           select (int.Parse(ends[0], CultureInfo.InvariantCulture), int.Parse(ends[1], CultureInfo.InvariantCulture)),
    ];
}
