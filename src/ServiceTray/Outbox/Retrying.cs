namespace ServiceTray.Outbox;

/// <summary>When what could not be sent is tried again: after twice as long each time, until it is given up.</summary>
internal static class Retrying
{
    /// <summary>Tries before something is given up: the last waits a day and a half.</summary>
    public const int MostTries = 12;

    public static TimeSpan After(int tries) => TimeSpan.FromMinutes(Math.Pow(2, tries - 1));
}
