using ServiceTray.Languages;
using ServiceTray.Organisations;

namespace ServiceTray.Import.Ptv;

/// <summary>An organisation's record into ours.</summary>
internal static class PtvOrganisationReader
{
    /// <summary>The organisation; null when it has no name.</summary>
    public static Organisation? Read(PtvOrganisation record, DateTimeOffset fetchedAt)
    {
        var name = NameOf(record);
        return name.IsEmpty ? null : new Organisation
        {
            Id = Source.IdOf(PtvSource.SourceName, record.Id!),
            Name = name,
            Kind = KindOf(record.OrganizationType, name),
            BusinessId = string.IsNullOrWhiteSpace(record.BusinessCode) ? null : record.BusinessCode.Trim(),
            Description = Description(record.OrganizationDescriptions),
            Contacts = PtvContactsReader.Read(record),
            Links = PtvLinksReader.Read(record),
            Source = PtvSource.SourceOf(record.Id!, fetchedAt),
            UpdatedAt = PtvTime.Instant(record.Modified) ?? default,
        };
    }

    /// <summary>One that is only named by a service: its own record was not given.</summary>
    public static Organisation? Read(PtvItem item, DateTimeOffset fetchedAt) =>
        string.IsNullOrWhiteSpace(item.Id) || string.IsNullOrWhiteSpace(item.Name)
            ? null
            // The register names other records in Finnish first.
            : Read(
                new PtvOrganisation(item.Id, null, null, null, null, [new PtvText(item.Name, "fi", "Name")], null, null, null, null, null),
                fetchedAt);

    /// <summary>What a body is: by its name where the register has no type for it, else by its type.</summary>
    public static OrganisationKind KindOf(string? type, LocalizedText name)
    {
        return NamedKind.Surely(name) ?? type switch
        {
            "State" => OrganisationKind.State,
            "Municipality" => OrganisationKind.Municipality,
            "Organization" => OrganisationKind.Association,
            "Company" or "SotePrivate" => OrganisationKind.Company,
            _ => OrganisationKind.Other,
        };
    }

    /// <summary>In each language the name that the record says is shown.</summary>
    private static LocalizedText NameOf(PtvOrganisation record)
    {
        var shown = record.DisplayNameType.Told().ToLookup(told => told.Language, told => told.Type);
        return PtvTexts.First(record.OrganizationNames.Told().OrderBy(name =>
            shown[name.Language].Contains(name.Type) ? 0 : name.Type == "Name" ? 1 : 2));
    }

    private static LocalizedText Description(IReadOnlyList<PtvText?>? told)
    {
        var whole = PtvTexts.First(told.Of("Description"));
        return whole.IsEmpty ? PtvTexts.First(told.Of("Summary")) : whole;
    }
}
