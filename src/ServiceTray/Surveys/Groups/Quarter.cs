using System.Globalization;

namespace ServiceTray.Surveys.Groups;

/// <summary>A quarter of a year on the Finnish clock, as <c>2026-Q4</c>.</summary>
internal readonly record struct Quarter(int Year, int Number)
{
    private const int Months = 3;

    public DateOnly From => new(Year, ((Number - 1) * Months) + 1, 1);

    /// <summary>Its last day.</summary>
    public DateOnly To => From.AddMonths(Months).AddDays(-1);

    public static Quarter Of(DateOnly day) => new(day.Year, ((day.Month - 1) / Months) + 1);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static Quarter Read(string text) => new(int.Parse(text[..4], CultureInfo.InvariantCulture), text[^1] - '0');

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year}-Q{Number}");
}
