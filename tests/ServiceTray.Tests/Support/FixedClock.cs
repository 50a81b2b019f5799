namespace ServiceTray.Tests.Support;

/// <summary>A clock that stands, with timers that run.</summary>
internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
