using System.Globalization;
using ServiceTray.Languages;
using ServiceTray.Offerings;

namespace ServiceTray.Import.OpenReferral;

/// <summary>Schedules into opening hours; days with the same hours stand together.</summary>
internal static class HsdsHoursReader
{
    private static readonly string[] Days = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
    private static readonly string[] Names = Enum.GetNames<DayOfWeek>();
    private static readonly string[] Clocks = ["h:mmtt", "h:mm tt", "htt", "h tt", "HH:mm", "H:mm", "HH:mm:ss", "HH:mmK", "HH:mm:ssK"];

    public static IReadOnlyList<OpeningHours> Read(IEnumerable<HsdsSchedule> schedules, Action<string, string> trouble)
    {
        var read = new List<(DayOfWeek Day, TimeOnly Opens, TimeOnly Closes, DateOnly? From, DateOnly? To)>();
        var unread = 0;
        foreach (var schedule in schedules.Where(schedule => schedule is { OpensAt: not null, ClosesAt: not null }))
        {
            var days = DaysOf(schedule);
            if (days.Count == 0 || Clock(schedule.OpensAt!) is not { } opens || Clock(schedule.ClosesAt!) is not { } closes)
            {
                unread++;
                continue;
            }

            read.AddRange(days.Select(day => (day, opens, closes, Day(schedule.ValidFrom), Day(schedule.ValidTo))));
        }

        if (unread > 0)
        {
            trouble("hours-unreadable", $"{unread} of its hours are in words that are no times; they are left out.");
        }

        return
        [
            .. read.Distinct().GroupBy(hours => (hours.Opens, hours.Closes, hours.From, hours.To)).Select(same => new OpeningHours(
                [.. same.Select(hours => hours.Day).Distinct().OrderBy(day => ((int)day + 6) % 7)], same.Key.Opens, same.Key.Closes, same.Key.From, same.Key.To, false, LocalizedText.Empty)),
        ];
    }

    // Some write several names of days where one is meant to stand; an enum's own reading would add their numbers up to another day.
    private static List<DayOfWeek> DaysOf(HsdsSchedule schedule)
    {
        var named = Parts(schedule.Weekday).Select(name => Array.FindIndex(Names, day => day.Equals(name, StringComparison.OrdinalIgnoreCase))).ToList();
        return named.Count > 0 && !named.Contains(-1) ? [.. named.Select(day => (DayOfWeek)day)]
            : schedule.Freq is null or "WEEKLY" ? [.. Parts(schedule.Byday).Select(day => Array.IndexOf(Days, day)).Where(day => day >= 0).Select(day => (DayOfWeek)day)]
            : [];
    }

    private static string[] Parts(string? told) => (told ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static TimeOnly? Clock(string told) =>
        TimeOnly.TryParseExact(told.Trim(), Clocks, CultureInfo.InvariantCulture, DateTimeStyles.AllowInnerWhite, out var time) ? time : null;

    private static DateOnly? Day(string? told) => DateOnly.TryParseExact(told, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
