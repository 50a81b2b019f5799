using ServiceTray.Languages;
using ServiceTray.Offerings;

namespace ServiceTray.Trays;

/// <summary>What somebody picked and wrote, in her order.</summary>
internal sealed record TrayContents(string? Greeting, IReadOnlyList<PickedOffering> Items);

/// <summary>An offering with a note, and how it stood when it was picked.</summary>
internal sealed record PickedOffering(Guid Offering, string? Note, Standing Then);

/// <summary>How an offering stands at a moment, as far as one who picked it must hear of a change.</summary>
internal sealed record Standing(
    LocalizedText Name, EventStatus? Status, bool IsFull, IReadOnlyList<Guid> Places, IReadOnlyList<DateTimeOffset> Dates)
{
    private const int MostDates = 20;

    /// <summary>The next dates are remembered, those that take place.</summary>
    public static Standing Of(Offering offering, DateTimeOffset now) => new(
        offering.Name,
        (offering as Event)?.Status,
        offering.Capacity?.State == CapacityState.Full,
        offering.PlaceIds,
        [.. offering.OccurrencesBetween(now, null).Where(date => date.Status == EventStatus.Scheduled).Take(MostDates).Select(date => date.StartsAt)]);
}
