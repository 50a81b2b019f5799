namespace ServiceTray.Import.Ptv;

/// <summary>A phone number; of type <c>Phone</c>, or one that cannot be called (<c>Fax</c>, <c>Sms</c>).</summary>
internal sealed record PtvPhone(
    string? Type, string? PrefixNumber, string? Number, bool? IsFinnishServiceNumber, string? AdditionalInformation, string? ChargeDescription, string? Language);

/// <summary>A web page and its title.</summary>
internal sealed record PtvPage(string? Url, string? Value, string? Language);

/// <summary>Hours of one of three kinds: <c>DaysOfTheWeek</c>, <c>Exceptional</c>, <c>OverMidnight</c>.</summary>
internal sealed record PtvHours(
    string? ServiceHourType,
    string? ValidFrom,
    string? ValidTo,
    bool? IsClosed,
    bool? IsAlwaysOpen,
    bool? IsReservation,
    IReadOnlyList<PtvText?>? AdditionalInformation,
    IReadOnlyList<PtvSpan?>? OpeningHour);

/// <summary>From an hour of a day to an hour of that day or another.</summary>
internal sealed record PtvSpan(string? DayFrom, string? DayTo, string? From, string? To);

/// <summary>An area that a service is for.</summary>
internal sealed record PtvArea(string? Type, string? Code, IReadOnlyList<PtvText?>? Name, IReadOnlyList<PtvMunicipality?>? Municipalities);

/// <summary>A municipality by its code.</summary>
internal sealed record PtvMunicipality(string? Code);

/// <summary>An address, of which one part is filled.</summary>
internal sealed record PtvAddress(string? Type, string? SubType, string? Country, PtvStreet? StreetAddress, PtvStreet? OtherAddress);

/// <summary>A street address, or a point without one; coordinates are ETRS-TM35FIN: latitude is northing, longitude is easting.</summary>
internal sealed record PtvStreet(
    IReadOnlyList<PtvText?>? Street,
    string? StreetNumber,
    string? PostalCode,
    PtvMunicipality? Municipality,
    IReadOnlyList<PtvText?>? AdditionalInformation,
    string? Latitude,
    string? Longitude,
    string? CoordinateState);
