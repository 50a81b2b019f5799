namespace ServiceTray.Import;

/// <summary>A source as a whole cannot be taken in; nothing of it is.</summary>
internal sealed class ImportException(string message) : Exception(message);
