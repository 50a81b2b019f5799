using ServiceTray.Calendar;

namespace ServiceTray.Connections;

/// <summary>Reads the connections that are due, one after another.</summary>
internal sealed class ConnectionClock(ConnectionReader reader, ILogger<ConnectionClock> logger) : Clockwork(logger)
{
    protected override TimeSpan Pause { get; } = TimeSpan.FromMinutes(1);

    protected override async Task RoundAsync(CancellationToken cancellationToken)
    {
        foreach (var connection in await reader.DueAsync(cancellationToken))
        {
            await reader.ReadAsync(connection, cancellationToken);
        }
    }
}
