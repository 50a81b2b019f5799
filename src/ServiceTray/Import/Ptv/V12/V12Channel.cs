namespace ServiceTray.Import.Ptv.V12;

/// <summary>A service channel of any of the five types as version 12 writes it.</summary>
internal sealed record V12Channel(
    string? ContentId,
    string? PublishedAt,
    string? ServiceChannelType,
    IReadOnlyDictionary<string, V12ChannelTexts?>? LanguageVersions,
    V12Location? Location,
    V12ServiceHours? ServiceHours);

/// <summary>What is told of a channel in one language; each type fills its own.</summary>
internal sealed record V12ChannelTexts(
    string? Name,
    string? AlternativeName,
    bool? IsAlternativeNamePrimary,
    V12Page? WebAddress,
    IReadOnlyList<V12Page?>? ContactWebPages,
    IReadOnlyList<V12Page?>? FormFiles,
    IReadOnlyList<V12Page?>? AttachmentLinks,
    IReadOnlyList<V12Email?>? ContactEmails,
    IReadOnlyList<V12Email?>? SupportEmails,
    IReadOnlyList<V12Phone?>? ContactPhoneNumbers,
    IReadOnlyList<V12Phone?>? SupportPhoneNumbers,
    IReadOnlyList<V12Phone?>? PhoneNumbers);

/// <summary>The addresses of a place that can be visited.</summary>
internal sealed record V12Location(IReadOnlyList<V12Address?>? StreetAddresses, IReadOnlyList<V12Address?>? OtherAddresses);

/// <summary>A street address, or a point without a street.</summary>
internal sealed record V12Address(
    IReadOnlyDictionary<string, string?>? StreetName,
    string? AddressDetail,
    string? PostalCode,
    IReadOnlyList<V12Coordinate?>? Coordinates,
    IReadOnlyDictionary<string, string?>? AdditionalInformation);

/// <summary>A point in metres, with who told it.</summary>
internal sealed record V12Coordinate(string? System, string? Source, decimal? Easting, decimal? Northing);
