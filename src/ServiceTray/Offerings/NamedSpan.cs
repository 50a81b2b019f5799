using ServiceTray.Calendar;

namespace ServiceTray.Offerings;

/// <summary>Times that are named from now.</summary>
internal enum NamedSpan
{
    Now,
    Today,
    Tomorrow,
    ThisWeek,
    NextWeek,
}

/// <summary>When the named times are.</summary>
internal static class NamedSpans
{
    // The half hour at hand: opening hours are sought by half hours, and a walk through pages asks the same on each.
    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(30);

    public static OfferingFilter On(this OfferingFilter asked, NamedSpan span, DateTimeOffset now)
    {
        if (span == NamedSpan.Now)
        {
            var from = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % Moment.Ticks), TimeSpan.Zero);
            return asked with { From = from, To = from + Moment };
        }

        var today = HelsinkiTime.Day(now);
        var monday = today.AddDays(-(int)today.DayOfWeek.FromMonday());
        var (first, end) = span switch
        {
            NamedSpan.Today => (today, today.AddDays(1)),
            NamedSpan.Tomorrow => (today.AddDays(1), today.AddDays(2)),
            NamedSpan.ThisWeek => (today, monday.AddDays(7)),
            _ => (monday.AddDays(7), monday.AddDays(14)),
        };
        return asked with { From = HelsinkiTime.At(first, TimeOnly.MinValue), To = HelsinkiTime.At(end, TimeOnly.MinValue) };
    }
}
