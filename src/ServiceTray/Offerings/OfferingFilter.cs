using ServiceTray.Themes;

namespace ServiceTray.Offerings;

/// <summary>All one may ask of the tray; what is null or empty is not asked, and any value of a list will do.</summary>
internal sealed record OfferingFilter
{
    public string? Text { get; init; }

    /// <summary>True: each of the words must be found, not only any.</summary>
    public bool? AllWords { get; init; }

    /// <summary>Words of the text that are only words, not read as filters.</summary>
    public IReadOnlyList<string>? AsWords { get; init; }

    /// <summary>False: words of need are sought as they stand, and nothing beside them.</summary>
    public bool? SeekNeeds { get; init; }

    public IReadOnlyList<OfferingKind>? Kinds { get; init; }

    public IReadOnlyList<ThemeCode>? Themes { get; init; }

    public NearInput? Near { get; init; }

    public BoxInput? Within { get; init; }

    /// <summary>Corners of an area, in order.</summary>
    public IReadOnlyList<CoordinatesInput>? Inside { get; init; }

    public IReadOnlyList<string>? Municipalities { get; init; }

    public IReadOnlyList<string>? Counties { get; init; }

    /// <summary>Something happens, or it is open, after this.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Something happens, or it is open, before this.</summary>
    public DateTimeOffset? To { get; init; }

    public IReadOnlyList<Weekday>? Weekdays { get; init; }

    public IReadOnlyList<TimeOfDay>? TimesOfDay { get; init; }

    public IReadOnlyList<AudienceCode>? Audiences { get; init; }

    public int? AgeYears { get; init; }

    public IReadOnlyList<string>? Languages { get; init; }

    public bool? Free { get; init; }

    public IReadOnlyList<AttendanceMode>? Modes { get; init; }

    public IReadOnlyList<AccessMode>? Access { get; init; }

    /// <summary>All of them, told as yes.</summary>
    public IReadOnlyList<AccessibilityAspect>? Accessibility { get; init; }

    public bool? LowThreshold { get; init; }

    public bool? GuidancePoint { get; init; }

    public bool? AcceptsReferrals { get; init; }

    public bool? HasRoom { get; init; }

    public IReadOnlyList<string>? Organisations { get; init; }
}

/// <summary>In reach of a spot.</summary>
internal sealed record NearInput(SpotInput At, double RadiusKm = NearInput.DefaultRadiusKm)
{
    public const double DefaultRadiusKm = 20;

    public const double LargestRadiusKm = 500;
}

/// <summary>A spot in a resident's own words, or its coordinates: one of them.</summary>
internal sealed record SpotInput(string? Place = null, CoordinatesInput? Coordinates = null);

/// <summary>Degrees as they were asked, not yet known to be on the globe.</summary>
internal sealed record CoordinatesInput(double Latitude, double Longitude);

/// <summary>A box in degrees as it was asked.</summary>
internal sealed record BoxInput(double South, double West, double North, double East);

/// <summary>The order of what is found; each ends in the id.</summary>
internal enum OfferingOrder
{
    Best,
    Nearest,
    Soonest,
    Name,
    Newest,
}
