using ServiceTray.Languages;
using ServiceTray.Offerings;

namespace ServiceTray.Import.Ptv;

/// <summary>Says when a phone is answered, as <c>ma–pe 8.00–16.00</c>, in the three languages.</summary>
internal static class PtvHoursWords
{
    private static readonly (string Tag, string[] Days, char Point)[] Ways =
    [
        ("fi", ["su", "ma", "ti", "ke", "to", "pe", "la"], '.'),
        ("sv", ["sön", "mån", "tis", "ons", "tors", "fre", "lör"], '.'),
        ("en", ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"], ':'),
    ];

    /// <summary>The hours that are in force with no dates and no words of their own; empty when those are not all there is.</summary>
    public static LocalizedText Of(IReadOnlyList<OpeningHours> hours) =>
        hours.Count == 0 || hours.Any(told => told.Closed || told.Opens is null || told.Weekdays.Count == 0 || told.ValidFrom is not null || told.ValidTo is not null)
            ? LocalizedText.Empty
            : LocalizedText.Of(Ways.Select(way => (way.Tag, (string?)string.Join(", ", hours.Select(told => Say(told, way.Days, way.Point))))));

    private static string Say(OpeningHours told, string[] names, char point)
    {
        var days = told.Weekdays;
        var running = days.Count > 2 && days.Zip(days.Skip(1)).All(pair => (int)pair.Second == ((int)pair.First + 1) % 7);
        var said = running ? $"{names[(int)days[0]]}–{names[(int)days[^1]]}" : string.Join(", ", days.Select(day => names[(int)day]));
        return $"{said} {Say(told.Opens!.Value, point)}–{Say(told.Closes!.Value, point)}";
    }

    private static string Say(TimeOnly hour, char point) => FormattableString.Invariant($"{hour.Hour}{point}{hour.Minute:00}");
}
