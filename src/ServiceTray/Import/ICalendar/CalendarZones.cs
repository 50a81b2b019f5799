namespace ServiceTray.Import.ICalendar;

/// <summary>Where the clocks of a calendar stand that have names of its own, as libical and what is built on it tell (<c>X-LIC-LOCATION</c> of a <c>VTIMEZONE</c>).</summary>
internal sealed class CalendarZones
{
    /// <summary>More than the world has.</summary>
    private const int Most = 1_000;

    private readonly Dictionary<string, string> located = new(StringComparer.Ordinal);
    private string? name;
    private string? location;

    /// <summary>A line of a clock.</summary>
    public void Read(CalendarLine line)
    {
        if (line.Value.Length <= CalendarTimes.LongestName)
        {
            name = line.Name == "TZID" ? line.Text().Trim() : name;
            location = line.Name == "X-LIC-LOCATION" ? line.Text().Trim() : location;
        }
    }

    /// <summary>The end of a clock.</summary>
    public void End()
    {
        if (name is not null && location is not null && located.Count < Most)
        {
            located.TryAdd(name, location);
        }

        (name, location) = (null, null);
    }

    /// <summary>The line with its clock by the name that everyone knows, where its own is not known.</summary>
    public CalendarLine Located(CalendarLine line) =>
        line.Parameters.GetValueOrDefault("TZID") is { } zone && CalendarTimes.Zone(zone) is null && located.TryGetValue(zone, out var known)
            ? line with { Parameters = new Dictionary<string, string>(line.Parameters, StringComparer.OrdinalIgnoreCase) { ["TZID"] = known } }
            : line;
}
