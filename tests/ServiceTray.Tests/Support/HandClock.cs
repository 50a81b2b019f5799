namespace ServiceTray.Tests.Support;

/// <summary>A clock that a test moves, with timers that run.</summary>
internal sealed class HandClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = TrayApp.Now;

    public override DateTimeOffset GetUtcNow() => Now;
}
