namespace ServiceTray.Import.Ptv.V12;

/// <summary>A service of version 12 in the words of the versions before; what other records tell of it is put to it by <see cref="V12Shelf"/>.</summary>
internal static class V12ServiceReader
{
    // The codes of these lists are the ends of their URIs, by which the rules know them.
    private const string Classes = "http://uri.suomi.fi/codelist/ptv/ptvserclass2/code/";
    private const string Groups = "http://uri.suomi.fi/codelist/ptv/ptvkohderyhmat/code/";

    public static PtvService Read(V12Service service) => new(
        service.ContentId,
        "Published",
        service.PublishedAt,
        service.GeneralDescriptionContentId,
        [.. V12Texts.Of(service.LanguageVersions, "Name", text => text.Name), .. V12Texts.Of(service.LanguageVersions, "AlternativeName", text => text.AlternativeName)],
        Descriptions(service.LanguageVersions),
        [.. V12Texts.Of(service.LanguageVersions, "Requirement", text => text.Conditions)],
        V12Texts.Each(service.LanguageVersions, text => text.FreelyAssignedKeywords, (word, language) => new PtvText(word, language, null)),
        [.. service.ServiceClasses.Told().Select(code => new PtvTerm(null, code, Classes + code))],
        [.. service.OntologyTerms.Told().Select(uri => new PtvTerm(null, null, uri))],
        [.. service.TargetGroups.Told().Select(code => new PtvTerm(null, code, Groups + code))],
        ChargeOf(service.ChargeType),
        service.Area?.AreaType switch
        {
            "WholeCountry" => "Nationwide",
            "WholeCountryExceptAland" => "NationwideExceptAlandIslands",
            _ => "LimitedType",
        },
        Areas(service.Area),
        service.ServiceLanguages,
        [new PtvRole(new PtvItem(service.OrganizationContentId, null), "Responsible")],
        null,
        null);

    /// <summary>A service with what its general description says beside its own words, as the read of the versions before merges them.</summary>
    public static PtvService Merge(PtvService service, PtvService general) => service with
    {
        ServiceDescriptions = [.. service.ServiceDescriptions.Told(), .. general.ServiceDescriptions.Told()],
        Requirements = [.. service.Requirements.Told(), .. general.Requirements.Told()],
        Keywords = [.. service.Keywords.Told(), .. general.Keywords.Told()],
        ServiceClasses = [.. service.ServiceClasses.Told(), .. general.ServiceClasses.Told()],
        OntologyTerms = [.. service.OntologyTerms.Told(), .. general.OntologyTerms.Told()],
        TargetGroups = [.. service.TargetGroups.Told(), .. general.TargetGroups.Told()],
        ServiceChargeType = service.ServiceChargeType ?? general.ServiceChargeType,
    };

    /// <summary>Free or not; what is something else is not told.</summary>
    public static string? ChargeOf(string? type) => type switch
    {
        "Free" => "FreeOfCharge",
        "Charged" => "Chargeable",
        _ => null,
    };

    private static List<PtvText> Descriptions(IReadOnlyDictionary<string, V12ServiceTexts?>? versions) =>
    [
        .. V12Texts.Of(versions, "Summary", text => text.Summary),
        .. V12Texts.Of(versions, "Description", text => text.Description),
        .. V12Texts.Of(versions, "UserInstruction", text => text.UserInstructions),
        .. V12Texts.Of(versions, "ChargeTypeAdditionalInfo", text => text.ChargeTypeAdditionalInformation),
    ];

    private static List<PtvArea> Areas(V12Area? area) =>
    [
        new PtvArea("Municipality", null, null, [.. (area?.Municipalities).Told().Select(code => new PtvMunicipality(code))]),
        .. (area?.Regions).Told().Select(code => new PtvArea(nameof(V12Kind.Region), code, null, null)),
        .. (area?.WellbeingServicesCounties).Told().Select(code => new PtvArea(nameof(V12Kind.County), code, null, null)),
    ];
}
