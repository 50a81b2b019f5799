using System.Net.Mail;
using ServiceTray.Languages;
using ServiceTray.Organisations;

namespace ServiceTray.Import.Ptv;

/// <summary>How to reach a service through its channels: phone numbers first, then e-mail.</summary>
internal static class PtvContactsReader
{
    /// <summary>The contacts of connections with their channels; what is told for the connection goes first.</summary>
    public static IReadOnlyList<Contact> Read(IReadOnlyList<(PtvConnection Connection, PtvChannel Channel)> joined) =>
        Ordered(joined.SelectMany(join => Read(join.Connection, join.Channel)));

    /// <summary>An organisation's own.</summary>
    public static IReadOnlyList<Contact> Read(PtvOrganisation organisation) => Ordered(
    [
        .. PtvPhones.Read(organisation.PhoneNumbers.Told(), LocalizedText.Empty, LocalizedText.Empty),
        .. Mails(organisation.Emails.Told().Select(mail => (mail.Value, Label: PtvTexts.First(new PtvText(mail.Description, mail.Language, null))))),
    ]);

    private static IEnumerable<Contact> Read(PtvConnection connection, PtvChannel channel)
    {
        var name = PtvTexts.First(channel.ServiceChannelNames.Of("Name"));
        var hours = channel.ServiceChannelType == "Phone"
            ? PtvHoursWords.Of([.. PtvHoursReader.Read(channel.ServiceHours.Told(), LocalizedText.Empty)])
            : LocalizedText.Empty;
        return
        [
            .. PtvPhones.Read(connection.ContactDetails?.PhoneNumbers.Told() ?? [], name, LocalizedText.Empty),
            .. PtvPhones.Read(channel.PhoneNumbers.Told(), name, hours),
            .. PtvPhones.Read(channel.SupportPhones.Told(), name, LocalizedText.Empty),
            .. Mails(connection.ContactDetails?.Emails, name),
            .. Mails(channel.Emails, name),
            .. Mails(channel.SupportEmails, name),
        ];
    }

    private static IEnumerable<Contact> Mails(IReadOnlyList<PtvText?>? mails, LocalizedText label) =>
        Mails(mails.Told().Select(mail => (mail.Value, label)));

    private static IEnumerable<Contact> Mails(IEnumerable<(string? Value, LocalizedText Label)> mails) =>
        from mail in mails
        let address = mail.Value?.Trim()
        where address is not null && MailAddress.TryCreate(address, out var read) && read.Address == address
        select new Contact(ContactKind.Email, address, mail.Label, LocalizedText.Empty);

    private static Contact[] Ordered(IEnumerable<Contact> contacts) =>
        [.. contacts.DistinctBy(contact => (contact.Kind, contact.Value.ToUpperInvariant())).OrderBy(contact => contact.Kind)];
}
