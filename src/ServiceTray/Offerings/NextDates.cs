namespace ServiceTray.Offerings;

/// <summary>What stands between now and the next date that takes place.</summary>
internal static class NextDates
{
    // Of an endless series that never takes place again as much is looked at as a reader would.
    private const int Looked = 20;

    /// <summary>The first date before the next one (null: before any) that does not take place; null: none.</summary>
    public static Occurrence? CalledOffBefore(Offering offering, Occurrence? next, DateTimeOffset now) =>
        offering.OccurrencesBetween(now, next?.StartsAt).Take(Looked).FirstOrDefault(date => !date.TakesPlace);
}
