namespace ServiceTray.Import.Ptv.V12;

/// <summary>An organisation of version 12 in the words of the versions before.</summary>
internal static class V12OrganisationReader
{
    public static PtvOrganisation Read(V12Organisation organisation) => new(
        organisation.ContentId,
        "Published",
        organisation.PublishedAt,
        organisation.OrganizationType,
        organisation.BusinessId,
        [.. V12Texts.Of(organisation.LanguageVersions, "Name", text => text.Name), .. V12Texts.Of(organisation.LanguageVersions, "AlternativeName", text => text.AlternativeName)],
        [.. (organisation.LanguageVersions ?? new Dictionary<string, V12OrganisationTexts?>()).Select(told => new PtvDisplayName(told.Value?.IsAlternativeNamePrimary == true ? "AlternativeName" : "Name", told.Key))],
        [.. V12Texts.Of(organisation.LanguageVersions, "Description", text => text.Description), .. V12Texts.Of(organisation.LanguageVersions, "Summary", text => text.Summary)],
        V12Texts.Each(organisation.LanguageVersions, text => text.ContactEmails, (mail, language) => new PtvEmail(mail.Email, mail.AdditionalInformation, language)),
        V12Texts.Each(organisation.LanguageVersions, text => text.ContactPhoneNumbers, V12Texts.Phone),
        V12Texts.Each(organisation.LanguageVersions, text => text.ContactWebPages, V12Texts.Page));
}
