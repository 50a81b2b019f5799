using ServiceTray.Themes;

namespace ServiceTray.Offerings.Agenda;

/// <summary>What a resident looks at in the calendar: how much at once, from which day, of which theme, for whom and where.</summary>
internal sealed record AgendaForm(AgendaView View, DateOnly Day, ThemeCode? Theme = null, AudienceCode? Audience = null, string Place = "")
{
    /// <summary>Whether it tells anything of her, which stays out of shared caches.</summary>
    public bool IsTelling => Theme is not null || Audience is not null || Place.Length > 0;

    /// <summary>The first day shown.</summary>
    public DateOnly First => View switch
    {
        AgendaView.Day => Day,
        AgendaView.Week => Day.AddDays(-(int)Day.DayOfWeek.FromMonday()),
        _ => new DateOnly(Day.Year, Day.Month, 1),
    };

    /// <summary>The first day that is not shown any more.</summary>
    public DateOnly End => View switch
    {
        AgendaView.Day => Day.AddDays(1),
        AgendaView.Week => First.AddDays(7),
        _ => First.AddMonths(1),
    };

    public AgendaForm Next => this with { Day = End };

    public AgendaForm Previous => this with { Day = View == AgendaView.Month ? First.AddMonths(-1) : First.AddDays(View == AgendaView.Week ? -7 : -1) };
}

/// <summary>How much of the calendar is shown at once.</summary>
internal enum AgendaView
{
    Day,
    Week,
    Month,
}
