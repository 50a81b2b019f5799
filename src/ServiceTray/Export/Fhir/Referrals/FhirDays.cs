using System.Globalization;

namespace ServiceTray.Export.Fhir.Referrals;

/// <summary>Reads FHIR's days, which may be a whole month or year, and may have a time.</summary>
internal static class FhirDays
{
    /// <summary>The first day of what is told; null: it is none.</summary>
    public static DateOnly? First(string? told) => Read(told)?.First;

    /// <summary>The last day of what is told; null: it is none.</summary>
    public static DateOnly? Last(string? told) => Read(told)?.Last;

    private static (DateOnly First, DateOnly Last)? Read(string? told)
    {
        var date = told?.Split('T')[0];
        return date?.Length switch
        {
            4 when Day($"{date}-01-01") is { } first && Day($"{date}-12-31") is { } last => (first, last),
            7 when Day($"{date}-01") is { } first => (first, new DateOnly(first.Year, first.Month, DateTime.DaysInMonth(first.Year, first.Month))),
            10 when Day(date) is { } day => (day, day),
            _ => null,
        };
    }

    private static DateOnly? Day(string date) => DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
