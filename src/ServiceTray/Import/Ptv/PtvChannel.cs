namespace ServiceTray.Import.Ptv;

/// <summary>A service channel of any of the five types as the register writes it.</summary>
internal sealed record PtvChannel(
    string? Id,
    string? PublishingStatus,
    string? Modified,
    string? ServiceChannelType,
    IReadOnlyList<PtvText?>? ServiceChannelNames,
    IReadOnlyList<PtvAddress?>? Addresses,
    IReadOnlyList<PtvHours?>? ServiceHours,
    IReadOnlyList<PtvPhone?>? PhoneNumbers,
    IReadOnlyList<PtvPhone?>? SupportPhones,
    IReadOnlyList<PtvText?>? Emails,
    IReadOnlyList<PtvText?>? SupportEmails,
    IReadOnlyList<PtvPage?>? WebPages,
    IReadOnlyList<PtvText?>? ChannelUrls) : IPtvRecord
{
    public bool IsLocation => ServiceChannelType == "ServiceLocation";
}
