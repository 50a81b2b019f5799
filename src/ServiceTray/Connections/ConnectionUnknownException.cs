using ServiceTray.Refusals;

namespace ServiceTray.Connections;

/// <summary>There is no such connection, or it is another organisation's, and no word which.</summary>
internal sealed class ConnectionUnknownException() : RefusalException(RefusalCodes.NotFound, "There is no such connection.");
