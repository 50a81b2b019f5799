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

    /// <summary>How well it answers a hope in a theme: the sum of what <see cref="Ranking"/> gives; ties fall by id.</summary>
    public double RankIn(ThemeCode theme, DateTimeOffset now) =>
        (Offering.Themes[0] == theme ? Ranking.MainTheme : 0)
        + (DistanceKm is { } km ? Ranking.Nearest / (1 + (km / Ranking.HalvingKm)) : Ranking.NoPlace)
        + DateRank(now)
        + (Offering.LowThreshold ? Ranking.LowThreshold : 0)
        + (Offering.Price.Free switch { true => Ranking.Free, null => Ranking.PriceNotTold, false => 0 })
        + (Offering.Capacity?.State switch
        {
            CapacityState.Room => Ranking.Room,
            null or CapacityState.Ask => Ranking.RoomNotTold,
            CapacityState.WaitingList => Ranking.WaitingList,
            _ => 0,
        });

    private double DateRank(DateTimeOffset now) => Next switch
    {
        _ when OpenSoon => Ranking.Soon,
        null => Ranking.GoesOn,
        { } next => Ranking.Soon * SoonDays / (next.StartsAt - now).TotalDays,
    };
}
