using ServiceTray.Calendar;
using ServiceTray.Places;

namespace ServiceTray.Offerings.Duplicates;

/// <summary>How sure it is that two offerings are one: name, place, organisation and time, each up to its weight; a side that one of them does not tell is half of it.</summary>
internal sealed record Likeness(IReadOnlyList<LikenessPart> Parts)
{
    /// <summary>From here on they are joined by rule.</summary>
    public const double JoinFrom = 0.9;

    /// <summary>From here on a person is asked.</summary>
    public const double AskFrom = 0.7;

    /// <summary>Names less alike than this are of two things, wherever and whenever these are.</summary>
    private const double LeastName = 0.6;

    private const double NotTold = 0.5;
    private const int DatesCompared = 20;
    private const int HoursCompared = 14;
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(60);

    public double Score => Parts.Sum(part => part.Value);

    /// <summary>Null: they are surely two things.</summary>
    public static Likeness? Of(PlacedOffering one, PlacedOffering other, DateTimeOffset now)
    {
        var name = NameLikeness.Of(one.Offering.Name, other.Offering.Name);
        if (one.Offering.Kind != other.Offering.Kind || name < LeastName)
        {
            return null;
        }

        return new Likeness(
        [
            new(LikenessSide.Name, 0.4 * name, 0.4),
            new(LikenessSide.Place, 0.25 * PlaceOf(one, other), 0.25),
            new(LikenessSide.Organisation, 0.2 * OrganisationOf(one, other), 0.2),
            new(LikenessSide.Time, 0.15 * TimeOf(one.Offering, other.Offering, now), 0.15),
        ]);
    }

    private static double PlaceOf(PlacedOffering one, PlacedOffering other)
    {
        if (one.Places.Count == 0 || other.Places.Count == 0)
        {
            return one.Places.Count + other.Places.Count > 0 ? NotTold : one.Offering.Availability.Regions.ToHashSet().SetEquals(other.Offering.Availability.Regions) ? 0.7 : 0.3;
        }

        return one.Places.SelectMany(place => other.Places.Select(like => PlaceOf(place, like))).Max();
    }

    // What is told of an approximate place is its shown point, here as everywhere.
    private static double PlaceOf(Place one, Place other)
    {
        if (one.ShownCoordinates is not { } point || other.ShownCoordinates is not { } at)
        {
            return one.PostalCode is { } code && code == other.PostalCode ? 0.8 : one.Municipality is { } town && other.Municipality is { } its ? (town == its ? NotTold : 0) : NotTold;
        }

        return point.MetresTo(at) switch { <= 150 => 1, <= 500 => 0.7, <= 2_000 => 0.3, _ => 0 };
    }

    private static double OrganisationOf(PlacedOffering one, PlacedOffering other) =>
        one.Organisation.Id == other.Organisation.Id || (one.Organisation.BusinessId is { } id && id == other.Organisation.BusinessId)
            ? 1
            : NameLikeness.Of(one.Organisation.Name, other.Organisation.Name);

    private static double TimeOf(Offering one, Offering other, DateTimeOffset now)
    {
        var (dates, others) = (Dates(one, now), Dates(other, now));
        if (dates.Count == 0 && others.Count == 0)
        {
            (dates, others) = (Hours(one, now), Hours(other, now));
        }

        return dates.Count == 0 || others.Count == 0 ? NotTold : (double)dates.Intersect(others, StringComparer.Ordinal).Count() / dates.Union(others, StringComparer.Ordinal).Count();
    }

    private static List<string> Dates(Offering offering, DateTimeOffset now) =>
        [.. offering.TakingPlaceBetween(now, now + Ahead).Take(DatesCompared).Select(date => $"{date.StartsAt.UtcTicks}").Distinct()];

    private static List<string> Hours(Offering offering, DateTimeOffset now) => offering is Activity activity ? [.. OpenHalves.OfDays(activity.OpeningHours, HelsinkiTime.Day(now), HoursCompared).Distinct()] : [];
}

/// <summary>One side of a likeness: how much of its weight it gives.</summary>
internal sealed record LikenessPart(LikenessSide Side, double Value, double Most);

/// <summary>What two offerings are compared by.</summary>
internal enum LikenessSide
{
    Name,
    Place,
    Organisation,
    Time,
}
