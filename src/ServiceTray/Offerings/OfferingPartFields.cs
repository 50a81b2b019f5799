using System.Globalization;
using ServiceTray.GraphQL;
using ServiceTray.Languages;
using ServiceTray.Places;

namespace ServiceTray.Offerings;

/// <summary>The name of an audience.</summary>
internal static class AudienceFields
{
    public static Text Name(Audience audience, [Enclosing] Language? language, RequestLanguage request) => audience.Name.Pick(language ?? request.Language);
}

/// <summary>A price in words.</summary>
internal static class PriceFields
{
    public static Text? Description(Price price, [Enclosing] Language? language, RequestLanguage request) =>
        price.Description.TextOrNull(language ?? request.Language);
}

/// <summary>A note on accessibility.</summary>
internal static class AccessibilityFactFields
{
    public static Text? Note(AccessibilityFact fact, [Enclosing] Language? language, RequestLanguage request) =>
        fact.Note.TextOrNull(language ?? request.Language);
}

/// <summary>How to sign up, in words.</summary>
internal static class RegistrationFields
{
    public static Text? Instructions(Registration registration, [Enclosing] Language? language, RequestLanguage request) =>
        registration.Instructions.TextOrNull(language ?? request.Language);
}

/// <summary>Hours as text.</summary>
internal static class OpeningHoursFields
{
    public static string? Opens(OpeningHours hours) => hours.Opens?.ToString("HH:mm", CultureInfo.InvariantCulture);

    public static string? Closes(OpeningHours hours) => hours.Closes?.ToString("HH:mm", CultureInfo.InvariantCulture);

    public static IReadOnlyList<Weekday> Weekdays(OpeningHours hours) => [.. hours.Weekdays.Select(day => day.FromMonday())];

    public static Text? Note(OpeningHours hours, [Enclosing] Language? language, RequestLanguage request) =>
        hours.Note.TextOrNull(language ?? request.Language);
}

/// <summary>The regions behind the codes.</summary>
internal static class AvailabilityFields
{
    public static IReadOnlyList<Region> Regions(Availability availability, Regions regions) =>
        [.. availability.Regions.Select(code => regions[code]).OfType<Region>()];
}

/// <summary>The county of an agreement.</summary>
internal static class GuidancePointFields
{
    public static Region? County(GuidancePoint point, Regions regions) => regions[point.County];
}

/// <summary>The framework's days, which begin on Sunday, in the tray's order.</summary>
internal static class Weekdays
{
    public static Weekday FromMonday(this DayOfWeek day) => (Weekday)(((int)day + 6) % 7);
}

/// <summary>The days of the week, Monday first.</summary>
internal enum Weekday
{
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

/// <summary>What a picture tells.</summary>
internal static class PictureFields
{
    public static Text? Alternative(ShownPicture picture, [Enclosing] Language? language, RequestLanguage request) =>
        picture.Alternative.TextOrNull(language ?? request.Language);
}
