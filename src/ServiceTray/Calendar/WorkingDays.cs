namespace ServiceTray.Calendar;

/// <summary>Days on which a time limit can end: Monday to Friday, but no public holiday and no eve of midsummer or Christmas (Act 150/1930, section 5).</summary>
internal static class WorkingDays
{
    public static bool Is(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !FinnishHolidays.IsHoliday(day) && !FinnishHolidays.IsEve(day);

    /// <summary>The day itself when one works on it, else the next on which one does.</summary>
    public static DateOnly OnOrAfter(DateOnly day)
    {
        while (!Is(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>The last of so many working days after a day, which is not counted itself; of none, the first working day from it on.</summary>
    public static DateOnly After(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        for (var left = count; left > 0; left--)
        {
            day = OnOrAfter(day.AddDays(1));
        }

        return OnOrAfter(day);
    }

    /// <summary>The first of so many working days before a day, which is not counted itself.</summary>
    public static DateOnly Before(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        for (var left = count; left > 0; left--)
        {
            day = OnOrBefore(day.AddDays(-1));
        }

        return day;
    }

    private static DateOnly OnOrBefore(DateOnly day)
    {
        while (!Is(day))
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    /// <summary>How many there are from a day up to another, which is not counted itself.</summary>
    public static int Between(DateOnly from, DateOnly until)
    {
        var count = 0;
        for (var day = from; day < until; day = day.AddDays(1))
        {
            count += Is(day) ? 1 : 0;
        }

        return count;
    }
}
