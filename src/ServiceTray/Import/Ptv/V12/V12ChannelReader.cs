using System.Globalization;

namespace ServiceTray.Import.Ptv.V12;

/// <summary>A channel of version 12 in the words of the versions before.</summary>
internal static class V12ChannelReader
{
    public static PtvChannel Read(V12Channel channel, DateOnly today) => new(
        channel.ContentId,
        "Published",
        channel.PublishedAt,
        channel.ServiceChannelType switch
        {
            "EService" => "EChannel",
            "TelephoneService" => "Phone",
            var same => same,
        },
        [.. V12Texts.Of(channel.LanguageVersions, "Name", text => text.IsAlternativeNamePrimary == true ? text.AlternativeName ?? text.Name : text.Name)],
        [.. (channel.Location?.StreetAddresses).Told().SelectMany(address => Spots(address, "Street")), .. (channel.Location?.OtherAddresses).Told().SelectMany(address => Spots(address, "Other"))],
        V12HoursReader.Read(channel.ServiceHours, today),
        [.. V12Texts.Each(channel.LanguageVersions, text => text.PhoneNumbers, V12Texts.Phone), .. V12Texts.Each(channel.LanguageVersions, text => text.ContactPhoneNumbers, V12Texts.Phone)],
        V12Texts.Each(channel.LanguageVersions, text => text.SupportPhoneNumbers, V12Texts.Phone),
        V12Texts.Each(channel.LanguageVersions, text => text.ContactEmails, V12Texts.Mail),
        V12Texts.Each(channel.LanguageVersions, text => text.SupportEmails, V12Texts.Mail),
        [
            .. V12Texts.Each<V12ChannelTexts, V12Page, PtvPage>(channel.LanguageVersions, text => [text.WebAddress], V12Texts.Page),
            .. V12Texts.Each(channel.LanguageVersions, text => text.ContactWebPages, V12Texts.Page),
            .. V12Texts.Each(channel.LanguageVersions, text => text.FormFiles, V12Texts.Page),
            .. V12Texts.Each(channel.LanguageVersions, text => text.AttachmentLinks, V12Texts.Page),
        ],
        null);

    /// <summary>The address once for each point that is told of it; the versions before do so too.</summary>
    private static IEnumerable<PtvAddress> Spots(V12Address address, string kind)
    {
        IReadOnlyList<V12Coordinate?> points = address.Coordinates is { Count: > 0 } told ? told : [null];
        return points.Select(point =>
        {
            var street = new PtvStreet(
                [.. V12Texts.Of(address.StreetName)], address.AddressDetail, address.PostalCode, null, [.. V12Texts.Of(address.AdditionalInformation)],
                point?.Northing?.ToString(CultureInfo.InvariantCulture), point?.Easting?.ToString(CultureInfo.InvariantCulture), Trust(point));
            return kind == "Street" ? new PtvAddress("Location", kind, null, street, null) : new PtvAddress("Location", kind, null, null, street);
        });
    }

    private static string? Trust(V12Coordinate? point) => point switch
    {
        { System: "EPSG:3067", Source: "User" } => "EnteredByUser",
        { System: "EPSG:3067" } => "Ok",
        null => "NotReceived",
        _ => "WrongFormatReceived",
    };
}
