using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Pictures;
using ServiceTray.Places;
using ServiceTray.Publishing.Series;
using ServiceTray.Themes;

namespace ServiceTray.Publishing;

/// <summary>What an organisation writes of an offering; a draft may lack what publishing needs, but holds nothing that is wrong.</summary>
internal sealed record DraftContent
{
    public OfferingKind Kind { get; init; }

    public LocalizedText Name { get; init; } = LocalizedText.Empty;

    public LocalizedText Summary { get; init; } = LocalizedText.Empty;

    public LocalizedText Description { get; init; } = LocalizedText.Empty;

    public IReadOnlyList<ThemeCode> Themes { get; init; } = [];

    /// <summary>When a group gathers, week by week; an activity's.</summary>
    public IReadOnlyList<WeeklyTime> Times { get; init; } = [];

    /// <summary>When it takes place; an event's.</summary>
    public IReadOnlyList<DraftDate> Dates { get; init; } = [];

    /// <summary>When it comes again by a rhythm, from a day on; null: it does not, or is told by its times or dates.</summary>
    public DraftSeries? Series { get; init; }

    /// <summary>When a group is on a break, after which it goes on as before; null: it is not.</summary>
    public DraftBreak? Break { get; init; }

    public DraftPlace? Place { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string? Web { get; init; }

    public Picture? Picture { get; init; }

    /// <summary>Null: not told.</summary>
    public bool? Free { get; init; }

    public bool LowThreshold { get; init; }

    /// <summary>A group that tells time and place to who asks: both stay in the draft.</summary>
    public bool OnContact { get; init; }
}

/// <summary>A weekday with its hours.</summary>
internal sealed record WeeklyTime(DayOfWeek Weekday, TimeOnly From, TimeOnly To);

/// <summary>A break from a day to a day, both in it.</summary>
internal sealed record DraftBreak(DateOnly From, DateOnly To);

/// <summary>A day with its hours, on the Finnish clock.</summary>
internal sealed record DraftDate(DateOnly Day, TimeOnly From, TimeOnly To);

/// <summary>Where, in words: a name, a street address, and the postal code, municipality or point that the gazetteer finds; and how much of it anybody may know.</summary>
internal sealed record DraftPlace(string? Name, string? Street, string Area, PlaceDisclosure Shown = PlaceDisclosure.Whole);
