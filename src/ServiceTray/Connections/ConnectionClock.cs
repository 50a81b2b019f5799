using ServiceTray.Calendar;

namespace ServiceTray.Connections;

/// <summary>Clears connections that were ended, and reads those that are due, one after another.</summary>
internal sealed class ConnectionClock(ConnectionReader reader, ConnectionOwner owner, ConnectionEnder ender, PlainAddresses plain, ILogger<ConnectionClock> logger) : Clockwork(logger)
{
    private bool areSealed;

    protected override TimeSpan Pause { get; } = TimeSpan.FromMinutes(1);

    protected override async Task RoundAsync(CancellationToken cancellationToken)
    {
        // Only an older tray kept them plain, so none comes while this one runs.
        if (!areSealed)
        {
            await plain.SealAsync(cancellationToken);
            areSealed = true;
        }

        await ender.GoOnAsync(cancellationToken);
        await owner.TellAsync(cancellationToken);
        foreach (var connection in await reader.DueAsync(cancellationToken))
        {
            await reader.ReadAsync(connection, cancellationToken);
        }
    }
}
