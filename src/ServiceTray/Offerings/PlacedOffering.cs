using ServiceTray.Organisations;
using ServiceTray.Places;

namespace ServiceTray.Offerings;

/// <summary>An offering with who offers it and where.</summary>
internal sealed record PlacedOffering(Offering Offering, Organisation Organisation, IReadOnlyList<Place> Places);
