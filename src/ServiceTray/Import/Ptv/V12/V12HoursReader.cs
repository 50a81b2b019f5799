using ServiceTray.Languages;

namespace ServiceTray.Import.Ptv.V12;

/// <summary>The six kinds of hours of version 12, and those of holidays, as the three kinds of the versions before.</summary>
internal static class V12HoursReader
{
    /// <summary>Single closed days are told at most so far ahead.</summary>
    private const int MostDays = 366;

    private static readonly (string Tag, string Odd, string Even)[] Weeks =
        [("fi", "Parittomilla viikoilla", "Parillisilla viikoilla"), ("sv", "Udda veckor", "Jämna veckor"), ("en", "Odd weeks", "Even weeks")];

    public static IReadOnlyList<PtvHours> Read(V12ServiceHours? hours, DateOnly today) =>
        hours is null ? [] : [.. hours.Hours.Told().SelectMany(Read), .. V12HolidayReader.Read(hours.HolidayServiceHours, today)];

    private static IEnumerable<PtvHours> Read(V12Hours hours) => hours.Type switch
    {
        "ContinuousAlwaysValidServiceHour" => [Of(hours, "DaysOfTheWeek", hours.OpeningStatus) with { IsAlwaysOpen = true }],
        "ContinuousDateRangeServiceHour" or "ContinuousWeekdaysUntilFurtherNoticeServiceHour" =>
            [Of(hours, "OverMidnight", hours.OpeningStatus) with { OpeningHour = [new PtvSpan(hours.FromDay, hours.ToDay, hours.FromTime, hours.ToTime)] }],
        "ExceptionalDateRangeServiceHour" => Weekly(hours, "Exceptional"),
        _ => Weekly(hours, "DaysOfTheWeek"),
    };

    /// <summary>Those of a week, together as far as the same is said of them.</summary>
    private static IEnumerable<PtvHours> Weekly(V12Hours hours, string kind)
    {
        var told = (hours.WeeklyHours ?? new Dictionary<string, V12Day?>()).SelectMany(day => (day.Value?.Hours).Told().Select(span => (Day: day.Key, Span: span))).ToList();
        if (told.Count == 0)
        {
            return [Of(hours, kind, null)];
        }

        return told
            .GroupBy(day => (day.Span.OpeningStatus, day.Span.Repetition, Info: string.Join('\n', V12Texts.Of(day.Span.AdditionalInformation).Select(text => $"{text.Language} {text.Value}"))))
            .SelectMany(same => same.Key.OpeningStatus == "Closed" ? Closed(hours, [.. same]) : Open(hours, kind, [.. same]));
    }

    private static IEnumerable<PtvHours> Open(V12Hours hours, string kind, IReadOnlyList<(string Day, V12DayHours Span)> same)
    {
        var (day, span) = same[0];
        var open = Of(hours, kind, span.OpeningStatus, span.AdditionalInformation) with
        {
            OpeningHour = [.. same.Select(told => new PtvSpan(told.Day, told.Day, told.Span.Start, told.Span.End))],
        };
        return span.Repetition is "OddWeeks" or "EvenWeeks" ? [EveryOther(open, span.Repetition == "OddWeeks")] : [open];
    }

    /// <summary>Every other week there are no such hours: what would say "open" in the wrong week is told in words.</summary>
    private static PtvHours EveryOther(PtvHours open, bool isOdd)
    {
        var words = PtvHoursWords.Of([.. PtvHoursReader.Read([open with { ValidFrom = null, ValidTo = null, AdditionalInformation = null }], LocalizedText.Empty)]);
        var note = Weeks.Select(week => new PtvText($"{(isOdd ? week.Odd : week.Even)} {words.In(week.Tag)?.Value}".TrimEnd(), week.Tag, null));
        return open with { OpeningHour = [], AdditionalInformation = [.. note, .. open.AdditionalInformation.Told()] };
    }

    /// <summary>A closure of all days between two dates, or of some weekdays: those by their dates.</summary>
    private static IEnumerable<PtvHours> Closed(V12Hours hours, IReadOnlyList<(string Day, V12DayHours Span)> same)
    {
        var closed = Of(hours, "Exceptional", null, same[0].Span.AdditionalInformation) with { IsClosed = true };
        var days = same.Select(told => PtvTime.Weekday(told.Day)).OfType<DayOfWeek>().ToHashSet();
        if (days.Count == 7 || PtvTime.Day(hours.FromDate) is not { } from || PtvTime.Day(hours.ToDate) is not { } to)
        {
            return days.Count == 7 ? [closed] : [];
        }

        return Enumerable.Range(0, Math.Clamp(to.DayNumber - from.DayNumber + 1, 0, MostDays)).Select(from.AddDays).Where(day => days.Contains(day.DayOfWeek))
            .Select(day => closed with { ValidFrom = Iso(day), ValidTo = Iso(day) });
    }

    private static PtvHours Of(V12Hours hours, string kind, string? status, IReadOnlyDictionary<string, string?>? more = null) => new(
        kind, hours.FromDate, hours.ToDate, false, false, status == "OpenOnReservation",
        [.. V12Texts.Of(hours.Heading), .. V12Texts.Of(hours.AdditionalInformation), .. V12Texts.Of(more)], []);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
