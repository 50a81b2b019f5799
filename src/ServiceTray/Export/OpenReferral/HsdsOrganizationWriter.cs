using System.Text.Json;
using ServiceTray.Languages;
using ServiceTray.Organisations;

namespace ServiceTray.Export.OpenReferral;

/// <summary>Writes who offers.</summary>
internal sealed class HsdsOrganizationWriter(HsdsProfile profile, Language language)
{
    public void Write(Utf8JsonWriter json, Organisation organisation)
    {
        var name = organisation.Name.Pick(language).Value;
        json.WriteString("id", organisation.Id);
        json.WriteString("name", name);
        json.WriteString("description", organisation.Description.TextOrNull(language)?.Value ?? name);
        json.Maybe("email", HsdsContacts.Email(organisation.Contacts));
        json.Maybe("website", organisation.Links.Select(link => WebAddress.Read(link.Url)).FirstOrDefault(address => address is not null));
        if (organisation.BusinessId is { } businessId)
        {
            json.Each("organization_identifiers", [businessId], (told, number) =>
            {
                json.WriteString("id", HsdsIds.Of("organization_identifier", organisation.Id, number));
                json.WriteString("organization_id", organisation.Id);
                json.WriteString("identifier_scheme", "FI-PRO");
                json.WriteString("identifier_type", "Y-tunnus");
                json.WriteString("identifier", told);
            });
        }

        if (!profile.IsUk)
        {
            HsdsContacts.WritePhones(json, organisation.Id, "organization_id", organisation.Contacts, language);
        }
    }
}
