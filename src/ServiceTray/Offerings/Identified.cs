namespace ServiceTray.Offerings;

/// <summary>What has an id; that of a base stands first in memory, so that it is read with the object's beginning.</summary>
internal abstract class Identified
{
    public required Guid Id { get; init; }
}
