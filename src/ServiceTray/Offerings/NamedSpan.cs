using ServiceTray.Calendar;

namespace ServiceTray.Offerings;

/// <summary>Days that are named from today.</summary>
internal enum NamedSpan
{
    Today,
    Tomorrow,
    ThisWeek,
    NextWeek,
}

/// <summary>When the named days are.</summary>
internal static class NamedSpans
{
    public static OfferingFilter On(this OfferingFilter asked, NamedSpan span, DateOnly today)
    {
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
