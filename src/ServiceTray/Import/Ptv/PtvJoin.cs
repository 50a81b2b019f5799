using ServiceTray.Places;

namespace ServiceTray.Import.Ptv;

/// <summary>A service's connection with the channel it names and that channel's places.</summary>
internal sealed record PtvJoin(PtvConnection Connection, PtvChannel Channel, IReadOnlyList<Place> Places)
{
    /// <summary>Hours told for the connection go before the channel's.</summary>
    public IEnumerable<PtvHours> Hours => Connection.ServiceHours.Told().Any() ? Connection.ServiceHours.Told() : Channel.ServiceHours.Told();
}
