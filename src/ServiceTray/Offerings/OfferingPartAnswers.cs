using System.Globalization;
using ServiceTray.Languages;
using ServiceTray.Organisations;
using ServiceTray.Places;

namespace ServiceTray.Offerings;

/// <summary>Who offers something, in brief.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Kind">What sort of body it is.</param>
internal sealed record OffererAnswer(Guid Id, Text Name, OrganisationKind Kind)
{
    public static OffererAnswer Of(Organisation organisation, Language language) => new(organisation.Id, organisation.Name.Pick(language), organisation.Kind);
}

/// <summary>For whom by region.</summary>
/// <param name="Nationwide">For everyone in the country.</param>
/// <param name="ExceptAland">For everyone but on Åland.</param>
/// <param name="Regions">For those of these regions.</param>
internal sealed record AvailabilityAnswer(bool Nationwide, bool ExceptAland, IReadOnlyList<RegionAnswer> Regions)
{
    public static AvailabilityAnswer Of(Availability told, Regions regions, Language language) => new(
        told.Nationwide,
        told.ExceptAland,
        [.. told.Regions.Select(code => regions[code]).OfType<Region>().Select(region => RegionAnswer.Of(region, language))]);
}

/// <summary>What it costs.</summary>
/// <param name="Free">null: not told.</param>
/// <param name="Amount">Euros; null: not told.</param>
/// <param name="Description">The price in words.</param>
internal sealed record PriceAnswer(bool? Free, decimal? Amount, Text? Description)
{
    public static PriceAnswer Of(Price price, Language language) => new(price.Free, price.Amount, price.Description.TextOrNull(language));
}

/// <summary>What is told of one side of accessibility.</summary>
/// <param name="Aspect">The side.</param>
/// <param name="State">How well.</param>
/// <param name="Note">In words.</param>
internal sealed record AccessibilityAnswer(AccessibilityAspect Aspect, AccessibilityState State, Text? Note)
{
    public static AccessibilityAnswer Of(AccessibilityFact fact, Language language) => new(fact.Aspect, fact.State, fact.Note.TextOrNull(language));
}

/// <summary>One date.</summary>
/// <param name="Id">Its lasting id.</param>
/// <param name="StartsAt">When it starts.</param>
/// <param name="EndsAt">When it is over.</param>
/// <param name="AllDay">Only the days are told.</param>
/// <param name="Status">Whether it takes place.</param>
/// <param name="MovedFrom">When it was to start before it was moved.</param>
/// <param name="Elsewhere">Where this date alone is, in its source's words; null: where the offering is.</param>
internal sealed record OccurrenceAnswer(Guid Id, DateTimeOffset StartsAt, DateTimeOffset EndsAt, bool AllDay, EventStatus Status, DateTimeOffset? MovedFrom, string? Elsewhere)
{
    public static OccurrenceAnswer Of(DatedOccurrence dated) => new(dated.Id, dated.StartsAt, dated.EndsAt, dated.AllDay, dated.Status, dated.MovedFrom, dated.Elsewhere);
}

/// <summary>Hours on some weekdays, or a closure.</summary>
/// <param name="Weekdays">The days.</param>
/// <param name="Opens">As 09:30, on the Finnish clock.</param>
/// <param name="Closes">As 15:00; before the opening: on the next day.</param>
/// <param name="ValidFrom">The first day it holds.</param>
/// <param name="ValidTo">The last day it holds.</param>
/// <param name="Closed">True: closed then.</param>
/// <param name="Note">In words.</param>
internal sealed record OpeningHoursAnswer(
    IReadOnlyList<Weekday> Weekdays, string? Opens, string? Closes, DateOnly? ValidFrom, DateOnly? ValidTo, bool Closed, Text? Note)
{
    public static OpeningHoursAnswer Of(OpeningHours hours, Language language) => new(
        [.. hours.Weekdays.Select(day => day.FromMonday())],
        hours.Opens?.ToString("HH:mm", CultureInfo.InvariantCulture),
        hours.Closes?.ToString("HH:mm", CultureInfo.InvariantCulture),
        hours.ValidFrom,
        hours.ValidTo,
        hours.Closed,
        hours.Note.TextOrNull(language));
}

/// <summary>An agreement in force to help people look further.</summary>
/// <param name="County">Whose agreement it is.</param>
/// <param name="AgreementFrom">Its first day.</param>
/// <param name="AgreementTo">Its last day.</param>
/// <param name="Languages">Languages that are spoken, BCP 47.</param>
internal sealed record GuidancePointAnswer(RegionAnswer County, DateOnly AgreementFrom, DateOnly AgreementTo, IReadOnlyList<string> Languages)
{
    public static GuidancePointAnswer? OrNull(GuidancePoint? point, DateOnly today, Regions regions, Language language) =>
        point is not null && point.IsInForce(today) && regions[point.County] is { } county
            ? new(RegionAnswer.Of(county, language), point.AgreementFrom, point.AgreementTo, point.Languages)
            : null;
}

/// <summary>How to sign up.</summary>
/// <param name="Required">Whether one must.</param>
/// <param name="OpensAt">From when on.</param>
/// <param name="ClosesAt">Until when.</param>
/// <param name="Url">Where.</param>
/// <param name="Instructions">How.</param>
internal sealed record RegistrationAnswer(bool Required, DateTimeOffset? OpensAt, DateTimeOffset? ClosesAt, string? Url, Text? Instructions)
{
    public static RegistrationAnswer Of(Registration told, Language language) =>
        new(told.Required, told.OpensAt, told.ClosesAt, told.Url, told.Instructions.TextOrNull(language));
}

/// <summary>A picture as JPEG; what lies under its addresses never changes.</summary>
/// <param name="Url">Its address on this tray, as <c>/tarjonta/…</c>; its longest side has 1,280 pixels at most.</param>
/// <param name="SmallUrl">The same for narrow screens, with 480 pixels at most.</param>
/// <param name="Width">How wide the large one is, in pixels.</param>
/// <param name="Height">How high it is.</param>
/// <param name="Alternative">What it shows, for those who do not see it.</param>
internal sealed record PictureAnswer(string Url, string SmallUrl, int Width, int Height, Text? Alternative)
{
    public static PictureAnswer? OrNull(ShownPicture? picture, Language language) =>
        picture is null ? null : new(picture.Url, picture.SmallUrl, picture.Width, picture.Height, picture.Alternative.TextOrNull(language));
}
