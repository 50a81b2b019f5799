namespace ServiceTray.Offerings;

/// <summary>How long what an offering tells may be taken as it is: from the day it was last changed or confirmed, by where it comes from and what it is.</summary>
internal readonly record struct Freshness(DateTimeOffset CheckedAt, DateTimeOffset NextCheckAt)
{
    private static readonly TimeSpan OfEvents = TimeSpan.FromDays(180);
    private static readonly TimeSpan OfActivities = TimeSpan.FromDays(365);

    /// <summary>Nothing is taken as it is for a shorter time.</summary>
    public static readonly TimeSpan Shortest = OfEvents;

    // Those who keep a register are bound to look their records through, and change few of them each year.
    private static readonly Dictionary<string, TimeSpan> OfRegisters = new(StringComparer.Ordinal) { ["ptv"] = TimeSpan.FromDays(730) };

    public static Freshness Of(Offering offering)
    {
        var at = offering.ConfirmedAt > offering.UpdatedAt ? offering.ConfirmedAt.Value : offering.UpdatedAt;
        return new(at, at + (offering.Kind == OfferingKind.Event ? OfEvents : OfRegisters.GetValueOrDefault(offering.Source.Name, OfActivities)));
    }

    public bool IsStale(DateTimeOffset now) => NextCheckAt <= now;
}
