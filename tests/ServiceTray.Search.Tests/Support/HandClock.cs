namespace ServiceTray.Search.Tests.Support;

/// <summary>A clock that goes on only when told.</summary>
internal sealed class HandClock : TimeProvider
{
    private long _ticks = World.Noon.UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _ticks;

    public override DateTimeOffset GetUtcNow() => new(_ticks, TimeSpan.Zero);

    public void GoOn(TimeSpan time) => _ticks += time.Ticks;
}
