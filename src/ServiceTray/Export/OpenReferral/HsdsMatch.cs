using ServiceTray.Offerings;

namespace ServiceTray.Export.OpenReferral;

/// <summary>Whether a service meets what the one search does not know: when it changed, its terms, an age span, hours of a day.</summary>
internal static class HsdsMatch
{
    public static bool Meets(this PlacedOffering placed, HsdsQuery asked)
    {
        var offering = placed.Offering;
        return (asked.ModifiedAfter is not { } after || offering.UpdatedAt > after)
            && (asked.TaxonomyTerm is not { } term || Terms(offering).Any(one => one.Id == term))
            && (asked.Taxonomy is not { } taxonomy || Terms(offering).Any(one => one.Taxonomy.Id == taxonomy))
            && !(offering.Ages.Maximum < asked.MinimumAge)
            && !(offering.Ages.Minimum > asked.MaximumAge)
            && MeetsHours(offering, asked);
    }

    private static IEnumerable<HsdsTerm> Terms(Offering offering) => offering.Themes.Select(HsdsTerm.Of).Concat(offering.Audiences.Select(HsdsTerm.Of));

    private static bool MeetsHours(Offering offering, HsdsQuery asked)
    {
        if (asked is { Day: null, From: null, To: null })
        {
            return true;
        }

        var open = (offering as Activity)?.OpeningHours.Where(hours => !hours.Closed && (asked.Day is not { } day || hours.Weekdays.Count == 0 || hours.Weekdays.Contains(day)))
            .Any(hours => Overlaps(hours.Opens, hours.Closes, asked)) ?? false;
        return open || (offering.Recurrence is { AllDay: false } series
            && (asked.Day is not { } wanted || series.StartsFrom(DateOnly.MinValue).Take(60).Any(start => start.DayOfWeek == wanted))
            && Overlaps(TimeOnly.FromDateTime(series.Start), TimeOnly.FromDateTime(series.Start + series.Length), asked));
    }

    private static bool Overlaps(TimeOnly? opens, TimeOnly? closes, HsdsQuery asked) => !(closes <= asked.From) && !(opens >= asked.To);
}
