using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ServiceTray.Calendar;

/// <summary>A quarter of a year on the Finnish clock, as <c>2026-Q4</c>; quarters never overlap, so no two of them can be taken from each other.</summary>
internal readonly record struct Quarter(int Year, int Number)
{
    private const int Months = 3;
    private const int EarliestYear = 2020;

    public DateOnly First => new(Year, ((Number - 1) * Months) + 1, 1);

    public DateOnly Last => End.AddDays(-1);

    /// <summary>The day after its last.</summary>
    public DateOnly End => First.AddMonths(Months);

    /// <summary>Its months, as 2026-07.</summary>
    public IReadOnlyList<string> MonthKeys
    {
        get
        {
            var first = First;
            return [.. Enumerable.Range(0, Months).Select(month => MonthOf(first.AddMonths(month)))];
        }
    }

    public DateTimeOffset StartsAt => HelsinkiTime.At(First, TimeOnly.MinValue);

    public DateTimeOffset EndsAt => HelsinkiTime.At(End, TimeOnly.MinValue);

    public bool IsOver(DateTimeOffset now) => EndsAt <= now;

    public Quarter Before() => Number == 1 ? new(Year - 1, 4) : new(Year, Number - 1);

    public static Quarter Of(DateOnly day) => new(day.Year, ((day.Month - 1) / Months) + 1);

    /// <summary>The last one that is over.</summary>
    public static Quarter LastOver(DateTimeOffset now) => Of(HelsinkiTime.Day(now)).Before();

    /// <summary>A day's month, as 2026-07.</summary>
    public static string MonthOf(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static Quarter Read(string text) => new(int.Parse(text[..4], CultureInfo.InvariantCulture), text[^1] - '0');

    /// <summary>Reads what somebody wrote, as 2026-Q3.</summary>
    public static bool TryRead([NotNullWhen(true)] string? written, out Quarter quarter)
    {
        quarter = default;
        if (written is not { Length: 7 } || written[4..6] is not "-Q" || !int.TryParse(written.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || year < EarliestYear || written[6] is < '1' or > '4')
        {
            return false;
        }

        quarter = new Quarter(year, written[6] - '0');
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year}-Q{Number}");
}
