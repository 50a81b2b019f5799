using ServiceTray.Calendar;

namespace ServiceTray.Guidance;

/// <summary>Days of the week on which somebody answers, from and to a time; both the same: day and night. A time that is null is not told.</summary>
internal sealed record HelpHours(IReadOnlyList<DayOfWeek> Days, TimeOnly? From = null, TimeOnly? To = null)
{
    public IReadOnlyList<DayOfWeek> Days { get; } = Days is { Count: > 0 } ? Days : throw new ArgumentException("Hours are on some day.", nameof(Days));

    /// <summary>Whether somebody answers at a moment; null: it is one of the days, and the time is not told.</summary>
    public bool? IsOpenAt(DateTimeOffset at)
    {
        var local = HelsinkiTime.Local(at);
        var (time, today) = (TimeOnly.FromDateTime(local.DateTime), Days.Contains(local.DayOfWeek));
        if (From is not { } from || To is not { } to)
        {
            return today ? null : false;
        }

        // What ends before it begins goes on past midnight, into the morning after one of its days.
        var sinceEvening = Days.Contains(local.AddDays(-1).DayOfWeek);
        return from < to ? today && from <= time && time < to
            : from == to ? today
            : (today && from <= time) || (sinceEvening && time < to);
    }
}
