namespace ServiceTray.Import.Ptv.V12;

/// <summary>A connection of version 12, which is a record of its own there, as the versions before tell it within a service.</summary>
internal static class V12ConnectionReader
{
    public static PtvConnection Read(V12Connection connection, DateOnly today) => new(
        new PtvItem(connection.ChannelContentId, null),
        V12ServiceReader.ChargeOf(connection.ChargeType),
        [
            .. V12Texts.Of(connection.LanguageVersions, "Description", text => text.Description),
            .. V12Texts.Of(connection.LanguageVersions, "ChargeTypeAdditionalInfo", text => text.ChargeTypeAdditionalInformation),
        ],
        V12HoursReader.Read(connection.ServiceHours, today),
        new PtvContactDetails(
            V12Texts.Each(connection.LanguageVersions, text => text.ContactEmails, V12Texts.Mail),
            V12Texts.Each(connection.LanguageVersions, text => text.ContactPhoneNumbers, V12Texts.Phone),
            V12Texts.Each(connection.LanguageVersions, text => text.ContactWebPages, V12Texts.Page)));
}
