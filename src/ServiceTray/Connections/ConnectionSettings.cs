namespace ServiceTray.Connections;

/// <summary>How addresses that organisations connect are read.</summary>
/// <param name="ReadsOwnNetwork">Whether they may stand inside the tray's own network, as where an intranet holds the calendars.</param>
internal sealed record ConnectionSettings(bool ReadsOwnNetwork = false);
