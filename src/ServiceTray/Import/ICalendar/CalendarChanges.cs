using ServiceTray.Offerings;

namespace ServiceTray.Import.ICalendar;

/// <summary>What became of single dates of a series, and of all dates from one on, on the series' own clock.</summary>
internal sealed class CalendarChanges
{
    private readonly List<ChangedDate> single = [];
    private readonly List<CalendarOnward> onward = [];

    public CalendarChanges(CalendarTold told, (DateTime At, bool IsDay) start, TimeSpan usual, TimeZoneInfo clock, Action<string, string> trouble)
    {
        var place = PlaceOf(told.Main);
        var (elsewhere, renamed) = (0, 0);
        foreach (var change in told.Changes)
        {
            if (CalendarTimes.Read(change["RECURRENCE-ID"], clock) is not { } named)
            {
                continue;
            }

            var at = named.IsDay && !start.IsDay ? named.At + start.At.TimeOfDay : named.At;
            var own = PlaceOf(change) is { Length: > 0 and < 500 } written && written != place ? written : null;
            var isOff = CalendarSeriesReader.StatusOf(change) == EventStatus.Cancelled;
            var starts = isOff ? at : CalendarTimes.Read(change["DTSTART"], clock)?.At ?? at;
            TimeSpan? length = isOff ? null : CalendarSeriesReader.ToldLength(change, (starts, start.IsDay), clock);
            length = length >= TimeSpan.Zero && length <= Recurrence.Longest ? length : null;
            if (change["RECURRENCE-ID"]!.Parameters.GetValueOrDefault("RANGE")?.ToUpperInvariant() == "THISANDFUTURE")
            {
                onward.Add(new CalendarOnward(at, starts - at, length ?? usual, isOff, own));
            }
            else
            {
                single.Add(isOff ? new ChangedDate(at, EventStatus.Cancelled) : new ChangedDate(at, starts == at ? EventStatus.Scheduled : EventStatus.Moved, starts, length ?? usual, own));
            }

            elsewhere += !isOff && own is not null ? 1 : 0;
            renamed += !isOff && NameOf(change) is { Length: > 0 } name && name != NameOf(told.Main) ? 1 : 0;
        }

        if (elsewhere > 0)
        {
            trouble("place-of-date", $"{elsewhere} of its dates have a place of their own: it is told beside the date, and searches go by the place of the series.");
        }

        if (renamed > 0)
        {
            trouble("name-of-date", $"{renamed} of its changes, of a date or of all from one on, have a name of their own: all dates are told by the name of the series.");
        }
    }

    public IReadOnlyList<ChangedDate> Single => single;

    /// <summary>Those that hold from a date on, soonest first.</summary>
    public IReadOnlyList<CalendarOnward> Onward => [.. onward.OrderBy(change => change.From)];

    private static string? NameOf(CalendarEntry entry) => entry["SUMMARY"]?.Text().Trim();

    private static string? PlaceOf(CalendarEntry entry) => entry["LOCATION"]?.Text().Trim();
}
