using ServiceTray.Themes;

namespace ServiceTray.Offerings;

/// <summary>What offerings add to a theme.</summary>
internal static class ThemeCountFields
{
    public static ValueTask<int> OfferingCountAsync(Theme theme, ThemeCountLoader counts) => counts.LoadAsync(theme.Code);
}
