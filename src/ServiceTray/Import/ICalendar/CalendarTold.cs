using ServiceTray.Calendar;
using ServiceTray.Offerings;

namespace ServiceTray.Import.ICalendar;

/// <summary>What a calendar tells under one UID: the event itself, and changes of single dates, the nearest of them where there are many.</summary>
internal sealed class CalendarTold(CalendarEntry first, DateTime now)
{
    private readonly NearestDates<(DateTime At, string Version, CalendarEntry Entry)> changes =
        new(Comparer<(DateTime At, string Version, CalendarEntry Entry)>.Create((one, other) => (one.At, one.Version).CompareTo((other.At, other.Version))), change => change.At < now, Recurrence.LongestList);

    private CalendarEntry? main;

    public string Uid => first.Uid!;

    /// <summary>The event as it was told last; where changes alone are told, the first of them.</summary>
    public CalendarEntry Main => main ?? first;

    /// <summary>The changes, each date's last.</summary>
    public IReadOnlyList<CalendarEntry> Changes => [.. changes.Kept.Where(change => change.Entry != Main).GroupBy(change => change.At, (_, versions) => versions.Last().Entry)];

    /// <summary>Whether it has more changes than are kept.</summary>
    public bool IsShort => changes.IsShort;

    public void Add(CalendarEntry entry)
    {
        if (entry["RECURRENCE-ID"] is null)
        {
            main = main is null || string.CompareOrdinal(VersionOf(entry), VersionOf(main)) >= 0 ? entry : main;
        }
        else if (CalendarTimes.Read(entry["RECURRENCE-ID"], HelsinkiTime.Zone) is { } at)
        {
            changes.Add((at.At, VersionOf(entry), entry));
        }
    }

    // Numbers of any length, in their order as text.
    private static string VersionOf(CalendarEntry entry) => (entry["SEQUENCE"]?.Value.Trim() ?? "").PadLeft(12, '0');
}
