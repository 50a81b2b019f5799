namespace ServiceTray.Web;

/// <summary>The tray cannot run here; the message is one line for the one who started it.</summary>
internal sealed class CannotStartException(string message) : Exception(message);
