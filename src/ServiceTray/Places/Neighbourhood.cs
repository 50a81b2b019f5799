using ServiceTray.Languages;

namespace ServiceTray.Places;

/// <summary>A named part of a municipality that has no postal code of its own name.</summary>
internal sealed record Neighbourhood(LocalizedText Name, Region Municipality, Coordinates Centre);
