using ServiceTray.Calendar;
using ServiceTray.Offerings;

namespace ServiceTray.Import.LinkedEvents;

/// <summary>The dates of an event, or of a series by its sub-events, gathered one by one: a series may have more of them than memory should hold.</summary>
internal sealed class LinkedDates(DateTimeOffset now, Action<string, string> trouble)
{
    /// <summary>No event has more; a series that tells more is none that people keep.</summary>
    private const int Most = 1_000;

    private readonly NearestDates<Occurrence> nearest = new(Comparer<Occurrence>.Create((one, other) => (one.StartsAt, one.EndsAt).CompareTo((other.StartsAt, other.EndsAt))), date => date.EndsAt < now, Most);

    private readonly List<string> putOff = [];

    private int told;

    /// <summary>When the last of what was told was changed.</summary>
    public DateTimeOffset? ChangedAt { get; private set; }

    /// <summary>The ids of those that are put off and have no new date yet: the API empties their start.</summary>
    public IReadOnlyList<string> PutOff => putOff;

    public static EventStatus StatusOf(string? status) => status switch
    {
        "EventCancelled" => EventStatus.Cancelled,
        "EventPostponed" => EventStatus.Postponed,
        "EventRescheduled" => EventStatus.Moved,
        _ => EventStatus.Scheduled,
    };

    public void Add(LinkedEvent dated)
    {
        Saw(dated);
        if (Read(dated) is { } date)
        {
            told++;
            nearest.Add(date);
        }
        else if (StatusOf(dated.EventStatus) == EventStatus.Postponed && putOff.Count < Most)
        {
            putOff.Add(dated.Id!);
        }
    }

    /// <summary>Takes note of when it was changed, though it tells no date of its own.</summary>
    public void Saw(LinkedEvent one) => ChangedAt = one.LastModifiedTime is { } changed && !(ChangedAt >= changed) ? changed : ChangedAt;

    /// <summary>The dates, soonest first, each once.</summary>
    public IReadOnlyList<Occurrence> Nearest()
    {
        if (nearest.IsShort)
        {
            trouble("too-many-dates", $"It tells {told} dates; the {Most} nearest to come are shown.");
        }

        return nearest.Kept;
    }

    private Occurrence? Read(LinkedEvent dated)
    {
        if (dated.StartTime is not { } start)
        {
            return null;
        }

        // Without a time of day the API tells midnights in Finland, the end being the midnight after the last day.
        var allDay = dated.HasStartTime == false;
        var from = allDay ? HelsinkiTime.At(HelsinkiTime.Day(start), TimeOnly.MinValue) : start;
        var end = dated.EndTime ?? (allDay ? HelsinkiTime.At(HelsinkiTime.Day(start).AddDays(1), TimeOnly.MinValue) : from);
        if (end < from)
        {
            trouble("ends-before-start", "It ends before it starts; only its start is told.");
            end = from;
        }

        return new Occurrence(from, end, StatusOf(dated.EventStatus), allDay, sourceId: dated.Id);
    }
}
