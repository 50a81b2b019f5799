namespace ServiceTray.Offerings;

/// <summary>Whether it goes on or has dates.</summary>
internal enum OfferingKind
{
    Activity,
    Event,
}
