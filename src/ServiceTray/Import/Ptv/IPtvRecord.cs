namespace ServiceTray.Import.Ptv;

/// <summary>What services, channels and organisations have alike.</summary>
internal interface IPtvRecord
{
    string? Id { get; }

    string? PublishingStatus { get; }

    string? Modified { get; }
}
