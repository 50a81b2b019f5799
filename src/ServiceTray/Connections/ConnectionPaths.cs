namespace ServiceTray.Connections;

/// <summary>Where an organisation finds its connections.</summary>
internal static class ConnectionPaths
{
    public const string Own = "/oma/yhteydet";
}
