namespace ServiceTray.Import.Ptv.V12;

/// <summary>A web page.</summary>
internal sealed record V12Page(string? Name, string? Url);

/// <summary>An e-mail address; an organisation says what it is for.</summary>
internal sealed record V12Email(string? Email, string? AdditionalInformation);

/// <summary>A phone number: Finnish as it is dialled, or of a country by its dial code; one that cannot be called is of type <c>Fax</c> or <c>Sms</c>.</summary>
internal sealed record V12Phone(string? Type, string? DialCode, string? Number, string? AdditionalInformation, string? ChargeDescription);

/// <summary>A service at a channel.</summary>
internal sealed record V12Connection(
    string? ServiceContentId,
    string? ChannelContentId,
    string? ChargeType,
    V12ServiceHours? ServiceHours,
    IReadOnlyDictionary<string, V12ConnectionTexts?>? LanguageVersions);

/// <summary>What is told of a service at a channel in one language.</summary>
internal sealed record V12ConnectionTexts(
    string? ChargeTypeAdditionalInformation,
    string? Description,
    IReadOnlyList<V12Phone?>? ContactPhoneNumbers,
    IReadOnlyList<V12Email?>? ContactEmails,
    IReadOnlyList<V12Page?>? ContactWebPages);

/// <summary>An organisation as version 12 writes it.</summary>
internal sealed record V12Organisation(
    string? ContentId,
    string? PublishedAt,
    string? OrganizationType,
    string? BusinessId,
    IReadOnlyDictionary<string, V12OrganisationTexts?>? LanguageVersions);

/// <summary>What is told of an organisation in one language.</summary>
internal sealed record V12OrganisationTexts(
    string? Name,
    string? AlternativeName,
    bool? IsAlternativeNamePrimary,
    string? Description,
    string? Summary,
    IReadOnlyList<V12Email?>? ContactEmails,
    IReadOnlyList<V12Page?>? ContactWebPages,
    IReadOnlyList<V12Phone?>? ContactPhoneNumbers);

/// <summary>A bundle of services with what is in it.</summary>
internal sealed record V12Collection(
    IReadOnlyDictionary<string, V12ServiceTexts?>? LanguageVersions, IReadOnlyList<V12CollectionItem?>? Items);

/// <summary>A service or channel in a bundle.</summary>
internal sealed record V12CollectionItem(string? ItemType, string? ContentId);

/// <summary>A row of a code list: a term by its URI, an area by its code.</summary>
internal sealed record V12Code(string? Code, string? Uri, IReadOnlyDictionary<string, string?>? Name, IReadOnlyList<string?>? Municipalities);
