using ServiceTray.Calendar;
using ServiceTray.Offerings;
using ServiceTray.Themes;

namespace ServiceTray.Surveys;

/// <summary>An offering that meets a person's limits, with what ranks it and gives it reasons; ahead: its next date has not begun.</summary>
internal sealed record Candidate(PlacedOffering Placed, double? DistanceKm, Occurrence? Next, bool OpenSoon, bool IsAhead = false)
{
    /// <summary>What "soon" means, in days from now.</summary>
    public const int SoonDays = 7;

    public Offering Offering => Placed.Offering;

    /// <summary>The candidate; null when nothing of it takes place any more.</summary>
    public static Candidate? Of(PlacedOffering placed, double? distanceKm, DateTimeOffset now)
    {
        if (placed.Offering is Activity activity)
        {
            return new Candidate(placed, distanceKm, null, OpenDays.IsOpen(activity.OpeningHours, HelsinkiTime.Day(now), SoonDays));
        }

        return placed.Offering.NextAfter(now) is { } next
            ? new Candidate(placed, distanceKm, next, next.StartsAt <= now.AddDays(SoonDays), next.StartsAt > now)
            : null;
    }

    /// <summary>How well it answers a hope in a theme: the sum of its parts; ties fall by id.</summary>
    public double RankIn(ThemeCode theme, DateTimeOffset now)
    {
        var sum = 0.0;
        for (var part = RankPart.MainTheme; part <= RankPart.Room; part++)
        {
            sum += RankIn(theme, now, part);
        }

        return sum;
    }

    /// <summary>What one thing adds to its rank, by <see cref="Ranking"/>.</summary>
    public double RankIn(ThemeCode theme, DateTimeOffset now, RankPart part) => part switch
    {
        RankPart.MainTheme => Offering.Themes[0] == theme ? Ranking.MainTheme : 0,
        RankPart.Distance => DistanceKm is { } km ? Ranking.Nearest / (1 + (km / Ranking.HalvingKm)) : Ranking.NoPlace,
        RankPart.Date => DateRank(now),
        RankPart.LowThreshold => Offering.LowThreshold ? Ranking.LowThreshold : 0,
        RankPart.Price => Offering.Price.Free switch { true => Ranking.Free, null => Ranking.PriceNotTold, false => 0 },
        _ => Offering.Capacity?.State switch
        {
            CapacityState.Room => Ranking.Room,
            null or CapacityState.Ask => Ranking.RoomNotTold,
            CapacityState.WaitingList => Ranking.WaitingList,
            _ => 0,
        },
    };

    private double DateRank(DateTimeOffset now) => Next switch
    {
        _ when OpenSoon => Ranking.Soon,
        null => Ranking.GoesOn,
        { } next => Ranking.Soon * SoonDays / (next.StartsAt - now).TotalDays,
    };
}
