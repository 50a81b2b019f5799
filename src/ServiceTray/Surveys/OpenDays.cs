using ServiceTray.Offerings;

namespace ServiceTray.Surveys;

/// <summary>Reads opening hours by days.</summary>
internal static class OpenDays
{
    /// <summary>Whether it is told to be open on some day from the first on, that many days long.</summary>
    public static bool IsOpen(IReadOnlyList<OpeningHours> hours, DateOnly first, int days) =>
        Enumerable.Range(0, days).Select(first.AddDays).Any(day => hours.Any(open => !open.Closed && open.IsTold(day)) && !hours.Any(closed => closed.Closed && closed.IsTold(day)));
}
