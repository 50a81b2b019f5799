using ServiceTray.Calendar;

namespace ServiceTray.Offerings.Agenda;

/// <summary>The calendar as its page shows it.</summary>
internal sealed record AgendaShown(AgendaForm Form, DateOnly Today, IReadOnlyList<AgendaDay> Days, string? Refusal = null, IReadOnlyList<string>? Places = null)
{
    public int Total => Days.Sum(day => day.Count);
}

/// <summary>A day with what takes place on it, soonest first: so many, of which a long day shows the first.</summary>
internal sealed record AgendaDay(DateOnly Day, IReadOnlyList<AgendaItem> Items, int Count)
{
    public FinnishHoliday? Holiday { get; } = FinnishHolidays.On(Day);
}

/// <summary>An offering on one of its dates.</summary>
internal sealed record AgendaItem(PlacedOffering Placed, Occurrence Date);
