namespace ServiceTray.Import.Ptv.V12;

/// <summary>A service as version 12 of the Open API writes it: a text each language, terms by code or URI, its channels told by connections.</summary>
internal sealed record V12Service(
    string? ContentId,
    string? PublishedAt,
    string? OrganizationContentId,
    string? GeneralDescriptionContentId,
    IReadOnlyList<string?>? ServiceClasses,
    IReadOnlyList<string?>? OntologyTerms,
    IReadOnlyList<string?>? TargetGroups,
    string? ChargeType,
    V12Area? Area,
    IReadOnlyList<string?>? ServiceLanguages,
    IReadOnlyDictionary<string, V12ServiceTexts?>? LanguageVersions);

/// <summary>What is told of a service in one language; a general description tells the same.</summary>
internal sealed record V12ServiceTexts(
    string? Name,
    string? AlternativeName,
    string? Summary,
    string? Description,
    string? UserInstructions,
    string? Conditions,
    IReadOnlyList<string?>? FreelyAssignedKeywords,
    string? ChargeTypeAdditionalInformation);

/// <summary>Where a service is given: the country, or municipalities, regions and counties by their codes.</summary>
internal sealed record V12Area(
    string? AreaType, IReadOnlyList<string?>? Municipalities, IReadOnlyList<string?>? Regions, IReadOnlyList<string?>? WellbeingServicesCounties);
