namespace ServiceTray.Offerings;

/// <summary>A field of a register's record that its organisation has written over: an import leaves it as it is.</summary>
internal sealed class KeptField
{
    public required Guid OfferingId { get; init; }

    /// <summary>The property's name, as <c>Summary</c>.</summary>
    public required string Field { get; init; }

    public required DateTimeOffset At { get; set; }
}
