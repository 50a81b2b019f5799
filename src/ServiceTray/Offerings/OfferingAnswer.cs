using System.Text.Json.Serialization;
using ServiceTray.Languages;
using ServiceTray.Organisations;
using ServiceTray.Places;
using ServiceTray.Search.Querying;
using ServiceTray.Themes;

namespace ServiceTray.Offerings;

/// <summary>An activity or event as REST tells it; what only the other kind has is null.</summary>
internal sealed record OfferingAnswer
{
    /// <summary>A lower-case UUID, lasting.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whether it goes on or has dates.</summary>
    public required OfferingKind Kind { get; init; }

    /// <summary>What it is called.</summary>
    public required Text Name { get; init; }

    /// <summary>What it is, in a sentence or two.</summary>
    public required Text? Summary { get; init; }

    /// <summary>What it is, at length; paragraphs are parted by an empty line.</summary>
    public required Text? Description { get; init; }

    /// <summary>The themes it belongs to, the main one first.</summary>
    public required IReadOnlyList<ThemeCode> Themes { get; init; }

    /// <summary>Who offers it.</summary>
    public required OffererAnswer Organisation { get; init; }

    /// <summary>Where it is; none when it is not tied to a place.</summary>
    public required IReadOnlyList<PlaceAnswer> Places { get; init; }

    /// <summary>For whom by region; not the same as where.</summary>
    public required AvailabilityAnswer Availability { get; init; }

    /// <summary>How one takes part.</summary>
    public required IReadOnlyList<AttendanceMode> Modes { get; init; }

    /// <summary>Whom it is meant for.</summary>
    public required IReadOnlyList<AudienceCode> Audiences { get; init; }

    /// <summary>Youngest age in years; null: not told or none.</summary>
    public required int? MinimumAge { get; init; }

    /// <summary>Oldest age in years; null: not told or none.</summary>
    public required int? MaximumAge { get; init; }

    /// <summary>Languages it is given in, BCP 47.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>What it costs.</summary>
    public required PriceAnswer Price { get; init; }

    /// <summary>How one gets in.</summary>
    public required IReadOnlyList<AccessMode> Access { get; init; }

    /// <summary>Whether there is room, as last told; null: not told.</summary>
    public required Capacity? Capacity { get; init; }

    /// <summary>What is told of accessibility; what is not told has no entry.</summary>
    public required IReadOnlyList<AccessibilityAnswer> Accessibility { get; init; }

    /// <summary>Easy to enter: no appointment, no referral, no fee that keeps away.</summary>
    public required bool LowThreshold { get; init; }

    /// <summary>Whether wellbeing referrals are received here.</summary>
    public required bool AcceptsReferrals { get; init; }

    /// <summary>Whether time and place are told only to who asks; then neither stands here.</summary>
    public required bool OnContact { get; init; }

    /// <summary>How to reach it.</summary>
    public required IReadOnlyList<ContactAnswer> Contacts { get; init; }

    /// <summary>Its pages elsewhere.</summary>
    public required IReadOnlyList<LinkAnswer> Links { get; init; }

    /// <summary>A picture of it; null: it has none.</summary>
    public required PictureAnswer? Picture { get; init; }

    /// <summary>The next times it happens, soonest first, cancelled ones marked: three in a list, a hundred alone.</summary>
    public required IReadOnlyList<OccurrenceAnswer> Occurrences { get; init; }

    /// <summary>By what rule it comes again, in words; null: it does not.</summary>
    public required Text? Recurrence { get; init; }

    /// <summary>When an activity is open or gathers, week by week, with closures.</summary>
    public required IReadOnlyList<OpeningHoursAnswer>? OpeningHours { get; init; }

    /// <summary>Set while a county's agreement is in force that people are helped to look further here.</summary>
    public required GuidancePointAnswer? GuidancePoint { get; init; }

    /// <summary>Whether an event takes place as a whole.</summary>
    public required EventStatus? Status { get; init; }

    /// <summary>How to sign up for an event; null: one does not.</summary>
    public required RegistrationAnswer? Registration { get; init; }

    /// <summary>Where the record comes from.</summary>
    public required Source Source { get; init; }

    /// <summary>When the record last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When somebody last confirmed that it is so.</summary>
    public required DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>When somebody should look at it again: counted from the last change or confirmation, by source and kind.</summary>
    public required DateTimeOffset NextCheckAt { get; init; }

    /// <summary>Whether that day is past, so that what is told may be out of date.</summary>
    public required bool Stale { get; init; }

    /// <summary>Ids of other sources' records of the same thing, which were joined into this one and answer with it.</summary>
    public required IReadOnlyList<Guid> Replaces { get; init; }

    /// <summary>In a list: how well it suits.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Score { get; init; }

    /// <summary>In a list: kilometres from the spot asked to its nearest place.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? DistanceKm { get; init; }

    /// <summary>In a list: where the words sought stand in its texts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Highlight>? Highlights { get; init; }

    /// <summary>In a list: the score, part by part; they add up to it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ScorePart>? Explanation { get; init; }
}
