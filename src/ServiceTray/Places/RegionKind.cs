namespace ServiceTray.Places;

/// <summary>What a region is.</summary>
internal enum RegionKind
{
    /// <summary>A municipality, by Statistics Finland's code.</summary>
    Municipality,

    /// <summary>A wellbeing services county; Helsinki stands as one, Åland has none.</summary>
    County,

    /// <summary>The area of a postal code.</summary>
    PostalCode,
}
