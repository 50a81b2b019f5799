namespace ServiceTray.Offerings;

/// <summary>Whether there is room, and when that was told.</summary>
internal sealed record Capacity(CapacityState State, DateTimeOffset ToldAt);

/// <summary>Room or none.</summary>
internal enum CapacityState
{
    Room,
    WaitingList,
    Full,
    Ask,
}
