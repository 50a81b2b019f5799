using System.Net.Mail;
using System.Text.Json;
using ServiceTray.Languages;
using ServiceTray.Organisations;

namespace ServiceTray.Export.OpenReferral;

/// <summary>Numbers and addresses of an office, as the schemas have them.</summary>
internal static class HsdsContacts
{
    /// <summary>The first address that is one; null: none.</summary>
    public static string? Email(IEnumerable<Contact> contacts) => contacts
        .Where(contact => contact.Kind == ContactKind.Email && MailAddress.TryCreate(contact.Value, out var address) && address.Address == contact.Value)
        .Select(contact => contact.Value).FirstOrDefault();

    public static void WritePhones(Utf8JsonWriter json, Guid owner, string ownerMember, IEnumerable<Contact> contacts, Language language) =>
        json.Each("phones", contacts.Where(contact => contact.Kind == ContactKind.Phone), (contact, number) =>
        {
            json.WriteString("id", HsdsIds.Of("phone", owner, number));
            json.WriteString(ownerMember, owner);
            json.WriteString("number", contact.Value);
            json.Maybe("description", string.Join(". ", new[] { contact.Label, contact.Hours }.Select(text => text.TextOrNull(language)?.Value).OfType<string>()));
        });

    /// <summary>The United Kingdom keeps numbers under a contact.</summary>
    public static void WriteContacts(Utf8JsonWriter json, Guid owner, IReadOnlyList<Contact> contacts, Language language)
    {
        if (contacts.Any(contact => contact.Kind == ContactKind.Phone))
        {
            json.Each("contacts", [contacts], (all, number) =>
            {
                var contact = HsdsIds.Of("contact", owner, number);
                json.WriteString("id", contact);
                json.WriteString("service_id", owner);
                WritePhones(json, contact, "contact_id", all, language);
            });
        }
    }
}
